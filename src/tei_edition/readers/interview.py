"""Interviews: paragraphs that begin with the name or the letter of who speaks.

Source: TEI Guidelines, CO "Core Tags for Drama", sp and speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.readers.pieces import Piece, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_LABEL = re.compile(
    r"(?:(?P<letter>[QA])[.:]"
    r"|(?P<name>[^\W\d_a-zß-ÿ][^\W\d_]*(?:[ .'’-]{1,2}[^\W\d_a-zß-ÿ][^\W\d_]*){0,3})\s?:)"
    r"(?=\s+\S)"
)
_TURNS = 4
_FEWEST_WORDS = 8


def speakers(units: Sequence[Unit]) -> frozenset[str]:
    """Return the labels of those who speak: two or more that take turns, four times or more in all; none otherwise."""
    counts = Counter(match.group() for unit in units if unit.is_prose and (match := _LABEL.match(unit.text)))
    known = frozenset(label for label, count in counts.items() if count > 1)
    # Who is named by surname alone from the second turn on has the whole name at the first.
    known |= frozenset(label for label in counts if any(label.endswith(f" {other}") for other in known))
    turns = sum(count for label, count in counts.items() if label in known)
    return known if len(known) > 1 and turns >= _TURNS else frozenset()


def speech(units: Sequence[Unit], text: str, labels: frozenset[str]) -> tuple[Piece | None, int]:
    """Return the turn that begins with the first unit and how many units it takes; None and 0 where none begins.

    It goes on over paragraphs without a label, where another turn follows near.
    """
    unit = units[0]
    match = _LABEL.match(unit.text) if labels else None
    if match is None or match.group() not in labels:
        return None, 0
    found = re.compile(r"\s+".join(re.escape(word) for word in match.group().split())).match(text, unit.span.start)
    if found is None:
        return None, 0
    speaker = Piece("speaker", Span(unit.span.start, found.end()))
    rest = trimmed(text, found.end(), unit.span.end)
    more = _more(units, labels)
    paragraphs = tuple(Piece("p", other.span) for other in more)
    span = Span(unit.span.start, more[-1].span.end) if more else unit.span
    return Piece("sp", span, (), (speaker, Piece("p", rest), *paragraphs)), 1 + len(more)


def _more(units: Sequence[Unit], labels: frozenset[str]) -> Sequence[Unit]:
    """Return the paragraphs with which the first turn goes on: all without a label, where another turn follows them."""
    for count, unit in enumerate(units[1:]):
        label = _LABEL.match(unit.text)
        if label is not None and label.group() in labels:
            return units[1 : 1 + count]
        if label is not None or not unit.is_prose or unit.words < _FEWEST_WORDS:
            break
    return ()
