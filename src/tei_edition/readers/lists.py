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


def listed(units: Sequence[Unit]) -> tuple[Piece | None, int]:
    """Return the list that begins with the first unit and how many units it takes; None and 0 where none begins."""
    count = _numbered(units) or _bulleted(units)
    if count < 2:  # noqa: PLR2004 - one item is no list
        return None, 0
    items = tuple(Piece("item", unit.span) for unit in units[:count])
    kind = "numbered" if _NUMBER.match(units[0].text) else "bulleted"
    return Piece("list", Span(units[0].span.start, units[count - 1].span.end), (("type", kind),), items), count


def _numbered(units: Sequence[Unit]) -> int:
    expected = 1
    for unit in units:
        match = _NUMBER.match(unit.text)
        if match is None or int(match["n"]) != expected:
            break
        expected += 1
    return expected - 1


def _bulleted(units: Sequence[Unit]) -> int:
    mark = units[0].text[:1]
    count = 0
    for unit in units:
        if unit.verse or unit.text[:1] != mark or not _BULLET.match(unit.text):
            break
        count += 1
    # Two paragraphs that begin with a dash may be spoken lines.
    spoken = mark in _DASHES and any(_DIALOGUE.match(unit.text) and unit.text[-1:] in ".!?" for unit in units[:count])
    return 0 if spoken else count
