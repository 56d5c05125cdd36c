"""Lists: lines or paragraphs that begin with a bullet or with numbers that count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.readers.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_BULLET = re.compile(r"[*•·▪◦‣►■●–—―-]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?:(?P<n>\d{1,3})[.)]|(?P<letter>[a-z])\))\s+(?=\S)")
_DASHES = "–—―-"
_DIALOGUE = re.compile(r"[–—―-]\s+[\"“‘'A-Z]")


def listed(units: Sequence[Unit], first: int, end: int) -> tuple[Piece | None, int]:
    """Return the list that begins with unit ``first`` and how many units it takes; None and 0 where none begins.

    Args:
        units: The units of the text.
        first: Index of the first item.
        end: Index at which the text ends.
    """
    count = _numbered(units, first, end) or _bulleted(units, first, end)
    if count < 2:  # noqa: PLR2004 - one item is no list
        return None, 0
    items = tuple(Piece("item", unit.span) for unit in units[first : first + count])
    kind = "numbered" if _NUMBER.match(units[first].text) else "bulleted"
    return Piece("list", Span(items[0].span.start, items[-1].span.end), (("type", kind),), items), count


def _numbered(units: Sequence[Unit], first: int, end: int) -> int:
    count = 0
    for index in range(first, end):
        match = _NUMBER.match(units[index].text)
        if match is None or _place(match) != count + 1:
            break
        count += 1
    return count


def _place(item: re.Match[str]) -> int:
    """Return the place in its list that the number or letter of an item gives."""
    return int(item["n"]) if item["n"] else ord(item["letter"]) - ord("a") + 1


def with_items_whole(lines: Sequence[Unit]) -> list[list[Unit]]:
    """Return the lines of a group without blank lines: those of one item of a list together, others each alone."""
    if sum(_is_item(line) for line in lines) < 2 or not _is_item(lines[0]):  # noqa: PLR2004 - one item is no list
        return [[line] for line in lines]
    items: list[list[Unit]] = []
    for line in lines:
        if _is_item(line):
            items.append([line])
        else:
            items[-1].append(line)
    return items


def _is_item(line: Unit) -> bool:
    return bool(_NUMBER.match(line.text) or _BULLET.match(line.text))


def _bulleted(units: Sequence[Unit], first: int, end: int) -> int:
    mark = units[first].text[:1]
    count = 0
    spoken = False
    for index in range(first, end):
        unit = units[index]
        if not unit.is_prose or unit.text[:1] != mark or not _BULLET.match(unit.text):
            break
        count += 1
        # Paragraphs that begin with a dash may be spoken lines.
        spoken = spoken or (mark in _DASHES and bool(_DIALOGUE.match(unit.text)) and unit.text[-1:] in ".!?")
        if spoken:
            return 0
    return count
