"""Lists: lines or paragraphs that begin with a bullet or with numbers that count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.readers.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_BULLET = re.compile(r"[*•·▪◦‣►■●–—-]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?P<n>\d{1,3})[.)]\s+(?=\S)")
_DASHES = "–—-"
_DIALOGUE = re.compile(r"[–—-]\s+[\"“‘'A-Z]")


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
        if match is None or int(match["n"]) != count + 1:
            break
        count += 1
    return count


def _bulleted(units: Sequence[Unit], first: int, end: int) -> int:
    mark = units[first].text[:1]
    count = 0
    spoken = False
    for index in range(first, end):
        unit = units[index]
        if unit.verse or unit.text[:1] != mark or not _BULLET.match(unit.text):
            break
        count += 1
        # Paragraphs that begin with a dash may be spoken lines.
        spoken = spoken or (mark in _DASHES and bool(_DIALOGUE.match(unit.text)) and unit.text[-1:] in ".!?")
        if spoken:
            return 0
    return count
