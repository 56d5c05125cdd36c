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

_PROLOG = 65_536
_LONGEST = 10_000_000
NO_DOCUMENT = frozenset({"S201", "S202", "S203", "S204", "S205"})
"""Codes of what keeps a file from being a TEI document."""


def overlong(data: bytes) -> int | None:
    """Return the line where more than ten million bytes without a tag begin, as no edition has them; None: nowhere."""
    for begin in range(0, len(data) - _LONGEST, _LONGEST // 2):
        if data.find(b"<", begin, begin + _LONGEST // 2) < 0:
            return data.count(b"\n", 0, max(data.rfind(b"<", 0, begin), 0)) + 1
    return None


def names_a_schema(data: bytes) -> bool:
    """Tell whether ``<?xml-model?>`` may stand before the root."""
    return data.find(b"<?xml-model", 0, _PROLOG) >= 0 or data.find("<?xml-model".encode("utf-16-le"), 0, _PROLOG) >= 0


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
