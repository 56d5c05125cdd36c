"""The text of TEI elements. The only module that touches ``.text`` and ``.tail`` of lxml's elements.

The *original* reading is what the source has: of each ``choice`` its ``sic``, ``orig`` or ``abbr``. The *reading*
text is what a reader should see: ``corr``, ``reg`` or ``expan``.
Source: TEI Guidelines, PH "Altered, Corrected, and Erroneous Texts", CO "Simple Editorial Changes".
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from lxml import etree

from tei_edition.tei.names import TEI_NS, tei

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

Reading = Literal["original", "reading"]

_SKIPPED: dict[Reading, frozenset[str]] = {
    "original": frozenset({"corr", "reg", "expan", "supplied"}),
    "reading": frozenset({"sic", "orig", "abbr"}),
}


def append_text(parent: Element, text: str) -> None:
    """Add ``text`` at the end of an element's content."""
    if not text:
        return
    # Asked for its length, an element counts all its children.
    last = next(parent.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Append a new TEI element with these attributes and this text, and return it.

    A trailing underscore of an attribute's name is dropped (``from_``).
    """
    child = etree.SubElement(parent, tei(name), {key.rstrip("_"): value for key, value in attributes.items()})
    append_text(child, text)
    return child


def pieces(
    element: Element, reading: Reading = "original", signs: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """Yield the text of an element in document order, in one reading; comments and instructions are no text.

    Only the children of a ``choice`` are left out; a ``sic`` or ``supplied`` that stands alone is text of both
    readings.

    Args:
        element: Its own tail is not part of it.
        reading: Which of the readings of each choice.
        signs: What to read instead of the text of a ``g``, by its ``@ref``.
    """
    skipped = _SKIPPED[reading]
    depth_skipped = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        hidden = event in {"start", "end"} and _left_out(node, element, skipped)
        if event == "start":
            depth_skipped += hidden
            if not depth_skipped and node.text:
                yield signs.get(node.get("ref", ""), node.text) if node.tag == tei("g") else node.text
            continue
        if event == "end":
            depth_skipped -= hidden
        if node is not element and not depth_skipped and node.tail:
            yield node.tail


def _left_out(node: Element, root: Element, skipped: frozenset[str]) -> bool:
    if node is root:
        return False
    parent = node.getparent()
    if parent is None or parent.tag != f"{{{TEI_NS}}}choice":
        return False
    name = str(node.tag).rpartition("}")[2]
    # A choice that offers nothing else keeps what it has: no word is lost.
    return name in skipped and any(str(other.tag).rpartition("}")[2] not in skipped for other in parent)


def text_of(element: Element, reading: Reading = "original", signs: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the text of an element in one reading, white space as it stands; ``signs`` as ``pieces`` takes them."""
    if not signs and not len(element):
        return element.text or ""
    return "".join(pieces(element, reading, signs))


def text_before(element: Element) -> str:
    """Return the element's own text up to its first child."""
    return element.text or ""


def text_after(element: Element) -> str:
    """Return the text between the element's end and the next tag."""
    return element.tail or ""


def set_text_before(element: Element, text: str) -> None:
    """Replace the element's own text up to its first child."""
    element.text = text or None


def set_text_after(element: Element, text: str) -> None:
    """Replace the text between the element's end and the next tag."""
    element.tail = text or None


def indent(element: Element, step: str = "  ") -> None:
    """Indent what is below ``element`` in place; an element that has text of its own, even a space, is left alone."""
    todo = [(element, 0)]
    while todo:
        parent, level = todo.pop()
        if not len(parent) or parent.text or any(child.tail for child in parent):
            continue
        parent.text = "\n" + step * (level + 1)
        for child in parent:
            todo.append((child, level + 1))
            child.tail = parent.text
        parent[-1].tail = "\n" + step * level
