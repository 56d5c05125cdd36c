"""Which elements of a document are blocks: by name, by where they stand, or because a block stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.elements import elements
from tei_edition.exporters.reading.variants import is_displayed
from tei_edition.tei.names import EXAMPLE, TEI_NS, local_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_PREFIX = f"{{{TEI_NS}}}"


def blocks(root: Element, own: Callable[[Element], bool] | None = None) -> frozenset[Element]:
    """Return the elements of ``root`` that a reader sees as blocks; ``own`` tells of further ones, of any namespace.

    An element is one by its name (``p``); because its parent holds no text of its own (a ``quote`` in a ``div``); or
    because what is displayed in it has a block (a ``hi`` round two paragraphs). Notes among words are no part of
    the flow and make no block of what they stand in. The set keeps its elements alive, so identity holds.
    """
    names = elements()
    found: set[Element] = set()
    for element in reversed([node for node in root.iter() if isinstance(node.tag, str)]):
        name = local_name(element)
        if name in names.points:
            continue
        parent = element.getparent()
        within = local_name(parent) if parent is not None else ""
        if element in found or _is_block(element, name, within) or (own is not None and own(element)):
            found.add(element)
            if parent is not None and parent not in found and _counts(element, name, parent, within):
                found.add(parent)
    return frozenset(found)


def _is_block(element: Element, name: str, within: str) -> bool:
    names = elements()
    if not str(element.tag).startswith(_PREFIX):
        return element.tag == EXAMPLE
    if name == "note":
        return within in names.containers
    if name in names.blocks or within in names.containers:
        return True
    return "display" in element.get("rend", "") or "block" in element.get("rend", "").split()


def _counts(element: Element, name: str, parent: Element, within: str) -> bool:
    """Tell whether a block makes a block of its parent, which is named ``within``."""
    if name == "note":
        return within in elements().containers
    if within == "note":
        around = parent.getparent()
        return around is not None and local_name(around) in elements().containers
    return within not in {"choice", "app", "rdgGrp"} or is_displayed(element)
