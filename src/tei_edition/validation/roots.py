"""Whether a well-formed document is TEI at all. Source: TEI Guidelines, DS and SG "Namespaces"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.names import TEI_NS
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

USABLE = ("TEI", "teiCorpus")
"""The roots that every room can work with."""

NO_DOCUMENT = frozenset({"S201", "S202", "S203", "S204", "S205"})
"""Codes of what keeps a file from being a TEI document."""


def check_root(root: Element) -> Issue | None:
    """Return what keeps the document from being TEI P5; None where it is."""
    name = etree.QName(root)
    if name.localname in {"TEI.2", "teiCorpus.2"}:
        return Issue("S204", f"the root <{name.localname}> is that of TEI P4", root)
    if name.namespace == TEI_NS:
        if name.localname in USABLE:
            return None
        return Issue("S201", f"the root is <{name.localname}>, not <TEI>", root)
    if name.localname not in USABLE:
        return Issue("S205", f"the root is <{name.localname}>: this is no TEI document", root)
    if not name.namespace:
        return Issue("S202", f"<{name.localname}> has no namespace", root)
    return Issue("S203", f"<{name.localname}> is in the namespace {name.namespace}", root)
