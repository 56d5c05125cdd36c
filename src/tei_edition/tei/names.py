"""Qualified names of the TEI and XML namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TEI_NS = "http://www.tei-c.org/ns/1.0"
XML_NS = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML_NS}}}id"
XML_LANG = f"{{{XML_NS}}}lang"
XML_SPACE = f"{{{XML_NS}}}space"
EXAMPLE = "{http://www.tei-c.org/ns/Examples}egXML"
"""The element round an example of markup, which is in a namespace of its own."""

NSMAP = {"t": TEI_NS}
"""For XPath: ``t:`` stands for the TEI namespace."""


_PREFIX = f"{{{TEI_NS}}}"


def tei(name: str) -> str:
    """Return the TEI element ``name`` in Clark notation."""
    return _PREFIX + name


def local_name(element: Element) -> str:
    """Return the local name of an element; empty for a comment, processing instruction or entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_tei(element: Element, *names: str) -> bool:
    """Tell whether an element is in the TEI namespace and, where names are given, has one of them."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(_PREFIX):
        return False
    return not names or tag[len(_PREFIX) :] in names
