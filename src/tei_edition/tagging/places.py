"""Divisions behind the places that lie in them: "Va." in "Parkersburg, W. Va." is no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import DIVISION, places_named
from tei_edition.tagging.crf.decoding import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACE = "placeName"
_MOST_WORDS = 3


def with_divisions(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return the names of a sentence; an abbreviated division behind a place and a comma is a place of its own.

    What was found within it, of whatever kind, gives way to it; the certainty is that of the place before it.
    """
    result: list[Found] = []
    for name in found:
        last = result[-1] if result else None
        if last is not None and name.start < last.end:
            continue
        division = _division(words, last)
        inside = last is not None and name.start < division and name.end <= division
        result.append(Found(last.end + 1, division, PLACE, last.certainty) if last is not None and inside else name)
    return result


def _division(words: Sequence[str], place: Found | None) -> int:
    """Return where an abbreviated division ends that follows a place and a comma; 0 where none does."""
    if place is None or place.label != PLACE or words[place.end : place.end + 1] != [","]:
        return 0
    start = place.end + 1
    for length in range(_MOST_WORDS, 0, -1):
        name = " ".join(words[start : start + length])
        fits = name.endswith(".") and start + length <= len(words)
        if fits and any(one.kind == DIVISION for one in places_named(name)):
            return start + length
    return 0
