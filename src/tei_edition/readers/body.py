"""The text of an article: paragraphs, subheads, datelines, and what is told by its own recogniser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.readers.bylines import is_byline, is_person, is_signature
from tei_edition.readers.datelines import Dateline, dateline, is_date_line, is_place_line
from tei_edition.readers.furniture import is_rule
from tei_edition.readers.headlines import (
    is_capitalised,
    is_heading_in_capitals,
    is_numeral,
    is_subhead,
    plain_subheads,
)
from tei_edition.readers.interview import speakers, speech
from tei_edition.readers.letters import closing, closings, is_salutation, signers
from tei_edition.readers.lists import listed
from tei_edition.readers.notes import furniture, is_caption, note
from tei_edition.readers.pieces import Piece, trimmed
from tei_edition.readers.set_apart import poems, set_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_BYLINE_WORDS = 8
_RUNNING_WORDS = 16
_SUBHEAD_WORDS = 9
_NEAR = 5
_RUNNING_HEAD = re.compile(r"^[A-Z]?\d{1,3}\s+[^\W\d_]|[^\W\d_].*\d{4},?\s+(?:page\s+)?[A-Z]?\d{1,3}$", re.IGNORECASE)


@dataclass(slots=True)
class Body:
    """What the units of a text became.

    Attributes:
        pieces: In the order of the text.
        bylines: Units that name who wrote the article: bylines between paragraphs, signatures of articles and letters.
        datelines: Datelines at the beginnings of paragraphs.
        begun: Whether there is a paragraph yet.
    """

    pieces: list[Piece] = field(default_factory=list)
    bylines: list[Unit] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)
    begun: bool = False


def body(units: Sequence[Unit], text: str, *, has_byline: bool) -> Body:
    """Tell the units below the headlines apart.

    Args:
        units: The units of the text, each paragraph whole.
        text: The text that they are spans of.
        has_byline: Whether a byline stands above them; then a bare name at the end is no signature.
    """
    result = Body()
    labels = speakers(units)
    plain = plain_subheads(units)
    end, ending = _ending(units, text, result, has_byline=has_byline)
    closes = closings(units[:end])
    index = 0
    while index < end:
        items, taken = listed(units, index, end)
        pieces = [items] if items else []
        near = units[index : min(index + _NEAR, end)]
        if index in closes:
            taken, closer = closes[index]
            pieces = [closer]
            result.bylines += signers(closer, near)
        if not taken and units[index].span.start in plain:
            pieces, taken = [Piece("head", units[index].span, (("type", "sub"),))], 1
        if not taken:
            pieces, taken = _several(near, text, labels)
        if not taken:
            pieces, taken = _one(near, text, result)
        result.pieces += pieces
        index += taken
    result.pieces = [*poems(result.pieces), *ending]
    result.bylines.sort(key=lambda unit: unit.span)
    return result


def _several(units: Sequence[Unit], text: str, labels: frozenset[str]) -> tuple[list[Piece], int]:
    """Return what a recogniser of several units makes of the first ones, and how many it took: 0 where none does."""
    first = units[0]
    if not first.is_prose:
        return [set_apart(first, text)], 1
    short = len(units) > 1 and first.words <= _RUNNING_WORDS
    if short and _RUNNING_HEAD.search(first.text) and is_date_line(first, text):
        return [Piece("fw", first.span, (("type", "header"),))], 1
    for recognised, taken in (note(units), speech(units, text, labels)):
        if taken and recognised is not None:
            return [recognised], taken
    return [], 0


def _one(units: Sequence[Unit], text: str, result: Body) -> tuple[list[Piece], int]:
    unit, following = units[0], units[1] if len(units) > 1 else None
    simple = _simple(unit, following)
    if simple is not None:
        return [simple], 1
    if result.pieces and unit.gap and is_byline(unit) and unit.words <= _BYLINE_WORDS:
        result.bylines.append(unit)
        return [Piece("byline", unit.span)], 1
    heads = _heads(units) if result.pieces or is_numeral(unit) else 0
    if heads:
        return [Piece("head", Span(unit.span.start, units[heads - 1].span.end), (("type", "sub"),))], heads
    return _paragraph(unit, text, result), 1


def _simple(unit: Unit, following: Unit | None) -> Piece | None:
    attributes = furniture(unit)
    if attributes is not None:
        return Piece("fw", unit.span, attributes)
    if is_rule(unit):
        return Piece("ab", unit.span, (("type", "separator"),))
    if is_caption(unit):
        return Piece("figure", unit.span, (), (Piece("head", unit.span),))
    if is_place_line(unit) and following is not None:
        return Piece("opener", unit.span, (), (Piece("dateline", unit.span),))
    if is_salutation(unit) and following is not None:
        return Piece("opener", unit.span, (), (Piece("salute", unit.span),))
    return None


def _heads(units: Sequence[Unit]) -> int:
    """Return how many units from the first are one subhead: 0 where it is none, more where it was broken."""
    if len(units) > 1 and units[0].gap and is_heading_in_capitals(units[0]) and units[0].is_prose:
        return 1
    for count in (1, 2):
        following = units[count] if count < len(units) else None
        if following is None or following.words <= _SUBHEAD_WORDS:
            continue
        last = units[count - 1]
        if count == 1:
            return int(is_subhead(last, following))
        short = units[0].words <= _SUBHEAD_WORDS and last.words <= 3 and last.gap  # noqa: PLR2004 - its last words
        whole = f"{units[0].text} {last.text}"
        closed = whole.endswith((".", ":", ";", ",")) or units[0].text.endswith((".", ":", ";"))
        return count if short and not closed and is_capitalised(whole) and following.gap else 0
    return 0


def _paragraph(unit: Unit, text: str, result: Body) -> list[Piece]:
    opening = dateline(unit, text, first=not result.begun)
    result.begun = True
    if opening is None:
        return [Piece("p", unit.span)]
    result.datelines.append(opening)
    line = trimmed(text, unit.span.start, opening.end)
    rest = trimmed(text, opening.end, unit.span.end)
    return [Piece("opener", line, (), (Piece("dateline", line),)), Piece("p", rest)]


def _is_bare_signature(last: Unit, text: str) -> bool:
    """Tell a name below the text: in capitals, a pseudonym ("CIVIS."), or of a person whom the text does not name."""
    if is_person(last.text):
        surname = last.text.split()[-1].strip(".")
        return last.text.isupper() or not re.search(rf"\b{re.escape(surname)}\b", text[: last.span.start])
    pseudonym = re.fullmatch(r"[^\W\d_]{3,15}\.", last.text)
    return bool(pseudonym) and last.text.isupper() and last.text not in {"END.", "FINIS.", "ENDE."}


def _ending(units: Sequence[Unit], text: str, result: Body, *, has_byline: bool) -> tuple[int, list[Piece]]:
    """Return the index at which the end of the article begins, and its pieces: signature, or the close of a letter."""
    if not units:
        return 0, []
    if any(is_salutation(unit) for unit in units[:3]):
        count, closer = closing(units)
        if closer is not None:
            result.bylines += signers(closer, units[len(units) - count :])
            return len(units) - count, [closer]
    last = units[-1]
    signed = is_signature(last) or (is_byline(last) and last.text[:3].lower() == "by ")
    bare = not has_byline and bool(last.gap) and _is_bare_signature(last, text)
    if len(units) > 1 and (signed or bare):
        result.bylines.append(last)
        return len(units) - 1, [Piece("byline", last.span)]
    return len(units), []
