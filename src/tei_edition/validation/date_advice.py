"""What somebody meant who wrote a date in none of the forms of W3C. Loaded only when there is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.month_lengths import month_length
from tei_edition.validation.temporal import is_temporal

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = 12
_THIS_CENTURY = 30


def advice(value: str) -> str | None:
    """Return the cure for a value that is no date; None where nobody can tell what was meant."""
    written = value.strip()
    for pattern, cure in _CURES:
        if match := re.fullmatch(pattern, written, re.IGNORECASE):
            return cure(match)
    return _in_words(written)


def _period(match: re.Match[str]) -> str | None:
    begin, end = match[1], match[2]
    end = end if len(end) == len(begin) else begin[: -len(end)] + end
    if end >= begin:
        return f'write from="{begin}" to="{end}"'
    if len(match[2]) < len(begin):
        return f"there is no month {match[2]}: write {begin}-01 to {begin}-12, or {begin} alone"
    return f"the period would end before it begins: exchange {begin} and {end}"


def _decade(match: re.Match[str]) -> str:
    return f'write from="{match[1]}0" to="{match[1]}9"'


def _day(match: re.Match[str]) -> str | None:
    """Year, month and day in any of their orders and ways of writing."""
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    if month > _MONTHS >= day:
        month, day = day, month
    if not 1 <= month <= _MONTHS or not day:
        return f"there is no month {month}: write year, month and day, such as {year:04d}-04-28"
    last = month_length(year, month)
    if day > last:
        return f"the month {year:04d}-{month:02d} has {last} days"
    return f'write "{year:04d}-{month:02d}-{day:02d}"'


def _month(match: re.Match[str]) -> str:
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= _MONTHS:
        return f"there is no month {month}: write {year:04d}-01 to {year:04d}-12, or {year:04d} alone"
    return f'write "{year:04d}-{month:02d}"'


def _uncertain(match: re.Match[str]) -> str:
    return f'write when="{match["date"]}" cert="low", or @notBefore and @notAfter'


def _century(match: re.Match[str]) -> str:
    number = int(match[1])
    return f'write from="{number * 100 - 99:04d}" to="{number * 100:04d}"'


def _short_year(match: re.Match[str]) -> str:
    later = f' or "20{match[1]}"' if int(match[1]) <= _THIS_CENTURY else ""
    return f'write all four digits: "19{match[1]}"{later}'


def _in_words(written: str) -> str | None:
    from tei_edition.core.dates import written_dates  # noqa: PLC0415 - few documents need it

    found = next((value for _, value in written_dates(written)), None)
    return f'write "{found}"' if found and is_temporal(found) else None


_YEAR = r"(?P<year>\d{4})"
_CURES: tuple[tuple[str, Callable[[re.Match[str]], str | None]], ...] = (
    (r"(\d{4})\s*[-/\u2013]\s*(\d{4}|\d{2})", _period),
    (r"(\d{3})0'?s", _decade),
    (_YEAR + r"[-/.]\s*(?P<month>\d{1,2})[-/.]\s*(?P<day>\d{1,2})", _day),
    (r"(?P<day>\d{1,2})[./-]\s*(?P<month>\d{1,2})[./-]\s*" + _YEAR, _day),
    (_YEAR + r"(?P<month>\d\d)(?P<day>\d\d)", _day),
    (_YEAR + r"[-/.](?P<month>\d{1,2})", _month),
    (r"(?P<month>\d{1,2})[-/.]" + _YEAR, _month),
    (r"(?:c\.?|ca\.?|circa|um|vers|~)\s*(?P<date>\d{4}(?:-\d\d){0,2})", _uncertain),
    (r"(?P<date>\d{4}(?:-\d\d){0,2})\s*\(?\?\)?", _uncertain),
    (r"(\d{1,2})(?:st|nd|rd|th) century", _century),
    (r"'?(\d\d)", _short_year),
)
"""Ways of writing, the surer ones first, and what to make of them."""
