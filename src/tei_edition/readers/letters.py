"""Letters to the editor: salutation, close, signature, place and date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.readers.bylines import is_person
from tei_edition.readers.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_SALUTATION = re.compile(
    r"(?:to the editors?(?: of .{3,40})?|(?:dear|my dear) .{1,40}|hi .{1,20}|hello .{1,20}"
    r"|(?:dear )?(?:sir|sirs|madam|gentlemen|editors?|mr\. editor|friends|comrades)"
    r"|sehr geehrte.{0,40}|liebe.{0,40}|monsieur.{0,40}|cher .{0,40})\s*[:,.;—–-]*",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"(?:dear )?(?:sirs?|madam|gentlemen|mr\. editor)\b\s?[,.:;]?\s?(?:—|–|--|-(?=\s))\s*(?=[\w\"“”'‘’`(])",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"(?:yours?|sincerely|respectfully|truly|faithfully|fraternally|regards|best|in solidarity|thank you|thanks"
    r"|cordially|comradely|i am|your obedient)\b.{0,50}[,.]?",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(r"(?:\d{1,4},?\s)?[^\W\d_][\w. ]{2,30},\s.*(?:\d{1,2}|\d{4}|[A-Z][\w.]+)\.?")
_SHORT = 9
_MOST_LINES = 5


def is_salutation(unit: Unit) -> bool:
    """Tell a line that greets the reader of a letter ("To the Editor:", "Dear Sir,")."""
    return unit.words <= _SHORT and bool(_SALUTATION.fullmatch(unit.text))


def parted(units: Sequence[Unit], text: str) -> tuple[Unit, ...]:
    """Return the units, a salutation that a paragraph begins with as one of its own ("Sir,—Your correspondent …")."""
    result: list[Unit] = []
    for unit in units:
        match = _RUN_IN.match(text, unit.span.start, unit.span.end)
        result += unit.split(match.end(), text) if match else (unit,)
    return tuple(result)


def closing(units: Sequence[Unit]) -> tuple[int, Piece | None]:
    """Return how many units from the end are the close of a letter, and the ``closer`` they make; 0 and None for none.

    Each is a farewell, a place with or without a date, or a signature: short, and no sentence.
    """
    count = 0
    while count < min(_MOST_LINES, len(units) - 1) and _kind(units[-1 - count]):
        count += 1
    last = units[len(units) - count :]
    kinds = [_kind(unit) for unit in last]
    if "signed" not in kinds and kinds[-1:] != ["salute"]:
        return 0, None
    parts = tuple(Piece(_kind(unit) or "signed", unit.span) for unit in last)
    return count, Piece("closer", Span(last[0].span.start, last[-1].span.end), (), parts)


def closes_letter(unit: Unit) -> bool:
    """Tell a line that can close a letter: a farewell, a name, a place with a date."""
    return _kind(unit) is not None


def signers(closer: Piece, units: Sequence[Unit]) -> list[Unit]:
    """Return the units of a closer, which it begins with the first of, that are signatures."""
    return [unit for piece, unit in zip(closer.children, units, strict=False) if piece.kind == "signed"]


def closings(units: Sequence[Unit]) -> dict[int, tuple[int, Piece]]:
    """Return the closes of all letters but the last, by the index of their first unit: how many units, and the closer.

    A letter ends above the salutation of the next, or above the heading of that one.
    """
    found: dict[int, tuple[int, Piece]] = {}
    for index, unit in enumerate(units):
        for end in (index, index - 1) if is_salutation(unit) else ():
            count, closer = closing(units[max(end - _MOST_LINES - 1, 0) : end]) if end > 1 else (0, None)
            if closer is not None:
                found[end - count] = (count, closer)
                break
    return found


def _kind(unit: Unit) -> str | None:
    if unit.words > _SHORT:
        return None
    if _FAREWELL.fullmatch(unit.text):
        return "salute"
    bare = unit.text.lstrip("-–— ")
    if is_person(bare) or (bare != unit.text and bare[:1].isupper()) or re.fullmatch(r"[A-Z](?:\.\s?[A-Z])*\.?", bare):
        return "signed"
    if _PLACE_AND_DATE.fullmatch(unit.text):
        return "dateline"
    return "signed" if unit.text.isupper() and unit.words <= 4 else None  # noqa: PLR2004 - "A CONSTANT READER"
