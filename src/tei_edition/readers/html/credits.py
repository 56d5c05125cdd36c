"""A short line near a headline: who wrote the article, and when it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.characters import XML_SPACE
from tei_edition.core.dates import written_dates
from tei_edition.core.span import Span
from tei_edition.model.article import Stated
from tei_edition.readers.bylines import authors, is_byline, is_office, is_person
from tei_edition.readers.datelines import is_date_line
from tei_edition.readers.lines import Unit

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_AUTHOR = frozenset({"author", "authors", "byline", "contributor", "vcard", "credits"})
_DATE = frozenset({"date", "dates", "datepublished", "published", "pubdate", "timestamp", "dateline", "time", "posted"})
_BY = re.compile(
    r"(?:^|(?<=[\s|•·,—–(-]))(?P<by>by:?|von|par|por|di|door|av)\s+(?=(?-i:[^\W\d_a-z])|the\s)", re.IGNORECASE
)
_NAMES_END = re.compile(
    r"\s+(?:on|at|am|le|el|il|posted|published|updated|last)\s|\s*[|•·]|\s+[-–—]+\s|,?\s+(?=\d)|,?\s+(?=(?:mon|tues?|wednes|"
    r"thurs?|fri|satur|sun)(?:day)?\b)",
    re.IGNORECASE,
)
_EDGES = " \t\n|•·,-–—()"
_NOT_DATE = re.compile(
    r"\b(?:first|originally|last|posted|published|updated|modified|submitted|publié|mis à jour|veröffentlicht|"
    r"aktualisiert|stand|publicado|actualizado|date|on|at|the|le|el|am|um|à|uhr|edt|est|pdt|pst|cet|cest|bst|gmt|utc|a\.?m\.?|p\.?m\.?|"
    r"mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day)(?:day)?\b|\d{1,2}[:.h]\d\d(?::\d\d)?|[^\w\s]",
    re.IGNORECASE,
)
_NOT_WRITTEN = re.compile(
    r"\b(?:photo\w*|pictures?|images?|illustrat\w+|drawings?|edited|video|translat\w+|sponsored)\s*$", re.IGNORECASE
)
_OTHER_WORDS = 2
_WORDS_BEFORE = 10
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Credit:
    """A stretch of a line: ``byline`` or ``dateline``, with the authors or the date that it names."""

    kind: str
    span: Span
    authors: tuple[Stated, ...] = ()
    date: Stated | None = None


def credited(unit: Unit, text: str, hints: AbstractSet[str]) -> tuple[Credit, ...]:
    """Return what a line near the headline says of author and date, in its order; nothing where it is no such line.

    Args:
        unit: The line.
        text: The text that it is a span of.
        hints: What classes of the page say of it.
    """
    if unit.words > _MOST_WORDS:
        return ()
    date = _date(unit, text)
    by = _byline(unit, text)
    if by is None and date is None:
        return _bare(unit, text, hints)
    if by is None or date is None or date.span is None:
        return _one(unit, text, by, date, hints)
    if by.end <= date.span.start:
        cut = by.end
    elif date.span.end <= by.start:
        cut = by.start
    else:
        return (Credit("byline", unit.span, authors(_part(by, text), text), date),)
    first, second = (_trimmed(text, unit.span.start, cut), _trimmed(text, cut, unit.span.end))
    byline, dateline = (first, second) if by.end <= date.span.start else (second, first)
    found = (Credit("byline", byline, authors(_part(by, text), text)), Credit("dateline", dateline, (), date))
    return tuple(sorted(found, key=lambda one: one.span.start))


def _one(unit: Unit, text: str, by: Span | None, date: Stated | None, hints: AbstractSet[str]) -> tuple[Credit, ...]:
    """Return the line as a byline or as a dateline: where it holds only the one, or little beside."""
    if by is not None:
        return (Credit("byline", unit.span, authors(_part(by, text), text)),)
    if date is None or date.span is None:
        return ()
    if (
        is_date_line(unit, text)
        or _is_mere_date(unit, text, date.span)
        or (hints & _DATE and unit.words <= _MOST_WORDS)
    ):
        return _with_name(unit, text, date, hints)
    return ()


def _with_name(unit: Unit, text: str, date: Stated, hints: AbstractSet[str]) -> tuple[Credit, ...]:
    """Return a line with a date, a name without "by" before or after it parted from it ("May 5, 2019 • John Mill")."""
    whole = (Credit("dateline", unit.span, (), date),)
    if date.span is None or not hints & _AUTHOR:
        return whole
    for start, end in ((unit.span.start, date.span.start), (date.span.end, unit.span.end)):
        name = _stripped(text, start, end)
        if len(name) and is_person(name.of(text)):
            after = start >= date.span.end
            edges = (unit.span.start, date.span.end) if after else (date.span.start, unit.span.end)
            byline = Credit("byline", _trimmed(text, start, end), (Stated(name.of(text), name),))
            dateline = Credit("dateline", _trimmed(text, *edges), (), date)
            return (dateline, byline) if after else (byline, dateline)
    return whole


def _bare(unit: Unit, text: str, hints: AbstractSet[str]) -> tuple[Credit, ...]:
    """Return a byline without "by": a name that a class marks as the author's, an office, an agency."""
    if is_byline(unit):
        return (Credit("byline", unit.span, authors(unit, text)),)
    name = unit.text.partition(",")[0].partition("|")[0].strip()
    if hints & _AUTHOR and (is_person(name) or is_office(unit)):
        return (Credit("byline", unit.span, authors(unit, text)),)
    return ()


def _byline(unit: Unit, text: str) -> Span | None:
    """Return where a line says "by" and names, up to what follows them."""
    line = unit.span.of(text)
    for match in _BY.finditer(line):
        if _NOT_WRITTEN.search(line[: match.start("by")]):
            continue
        end = _NAMES_END.search(line, match.end())
        span = _trimmed(
            text, unit.span.start + match.start("by"), unit.span.start + (end.start() if end else len(line))
        )
        if is_byline(_part(span, text)) and len(line[: match.start("by")].split()) <= _WORDS_BEFORE:
            return span
    return None


def _date(unit: Unit, text: str) -> Stated | None:
    found = next(written_dates(unit.span.of(text)), None)
    return Stated(found[1], found[0].shifted(unit.span.start)) if found else None


def _is_mere_date(unit: Unit, text: str, date: Span) -> bool:
    """Tell a line that holds little beside its date and words such as "Published" and the time."""
    rest = text[unit.span.start : date.start] + " " + text[date.end : unit.span.end]
    for span, _ in written_dates(rest):
        rest = rest[: span.start] + " " * len(span) + rest[span.end :]
    return len(_NOT_DATE.sub(" ", rest).split()) <= _OTHER_WORDS


def _part(span: Span, text: str) -> Unit:
    return Unit(span, " ".join(span.of(text).split()), 1)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(XML_SPACE))
    return Span(first, max(first, start + len(piece.rstrip(XML_SPACE))))


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(_EDGES))
    return Span(first, max(first, start + len(piece.rstrip(_EDGES))))
