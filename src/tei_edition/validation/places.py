"""From an element, attribute or character of a tree to its line and column; the bytes are read only when asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.finding import Locus
from tei_edition.tei.names import XML_NS
from tei_edition.tei.positions import Position, attribute, characters, end_tags, start_tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    from tei_edition.validation.issue import Issue


class Places:
    """The places of one document's elements.

    Args:
        data: The document's bytes.
        path: How findings name it.
        root: Its tree, read from these bytes.
        numbers: The number of each element in the document; None: in document order.
    """

    def __init__(self, data: bytes, path: str, root: Element, numbers: Mapping[Element, int] | None = None) -> None:
        self._data = data
        self._path = path
        self._root = root
        self._numbers = numbers
        self._indices: Mapping[Element, int] = {}
        self._tags: Mapping[int, Position] = {}

    def of_all(self, issues: Iterable[Issue]) -> list[Locus]:
        """Return the places of issues, one for one."""
        issues = tuple(issues)
        self._indices = self._numbers or self._numbered(issues)
        self._tags = start_tags_of(self._data, frozenset(self._indices[each.element] for each in issues))
        slots = [self._slot(each) for each in issues]
        found = characters(self._data, frozenset(slot for slot in slots if slot)) if any(slots) else {}
        ends = frozenset(self._indices[each.element] for each in issues if each.at_end)
        end_tags_ = end_tags(self._data, ends) if ends else {}
        places = []
        for each, slot in zip(issues, slots, strict=True):
            place = self._of(each.element, each.attribute)
            better = found.get(slot) if slot else end_tags_.get(self._indices[each.element]) if each.at_end else None
            if better and (slot or better.line > place.line):
                place = Locus(self._path, better.line, better.column)
            places.append(place)
        return places

    def _of(self, element: Element, name: str = "") -> Locus:
        """Return where an element's start tag begins, or the attribute ``name`` (Clark notation) in it.

        Where the bytes are in an encoding that expat cannot read, only the line is known.
        """
        index = self._indices[element]
        tag = self._tags.get(index)
        if tag is None:
            return Locus(self._path, element.sourceline or 0)
        place = attribute(self._data, tag, _written(name), self._encoding) if name else tag
        return Locus(self._path, place.line, place.column)

    def _slot(self, issue: Issue) -> tuple[int, bool, int] | None:
        if issue.spot is None:
            return None
        after = issue.spot.after
        owner = issue.element if after is None else after
        return self._indices[owner], after is not None, issue.spot.offset

    def _numbered(self, issues: Iterable[Issue]) -> Mapping[Element, int]:
        """Return the number in document order of each element that issues speak of."""
        wanted = {each.element for each in issues}
        wanted.update(each.spot.after for each in issues if each.spot and each.spot.after is not None)
        return {element: index for index, element in enumerate(self._root.iter("*")) if element in wanted}

    @cached_property
    def _encoding(self) -> str:
        return self._root.getroottree().docinfo.encoding or "utf-8"


def _written(name: str) -> str:
    qualified = etree.QName(name)
    return f"xml:{qualified.localname}" if qualified.namespace == XML_NS else qualified.localname
