"""Calendar dates written out in full, as mastheads and headers have them, in W3C form.

Source: TEI Guidelines, att.datable.w3c (@when); XML Schema Part 2, date and gYearMonth.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tei_edition.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {
    "january|jan|januar|jänner|janvier|enero|gennaio|januari|stycznia|ledna": 1,
    "february|feb|febr|februar|février|febrero|febbraio|februari|lutego|února": 2,
    "march|mar|märz|mars|marzo|maart|marca|března": 3,
    "april|apr|avril|abril|aprile|kwietnia|dubna": 4,
    "may|mai|mayo|maggio|mei|maja|května": 5,
    "june|jun|juni|juin|junio|giugno|czerwca|června": 6,
    "july|jul|juli|juillet|julio|luglio|lipca|července": 7,
    "august|aug|août|agosto|augustus|sierpnia|srpna": 8,
    "september|sept|sep|septembre|septiembre|settembre|września|září": 9,
    "october|oct|oktober|okt|octobre|octubre|ottobre|października|října": 10,
    "november|nov|novembre|noviembre|listopada|listopadu": 11,
    "december|dec|dezember|dez|décembre|diciembre|dicembre|grudnia|prosince": 12,
}
MONTHS = {name: number for names, number in _MONTHS.items() for name in names.split("|")}
"""Number of the month by its name or abbreviation in lower case, without the full stop."""

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTHS_A_YEAR = 12
_DAY = r"(?P<day{0}>[0-3]?\d)"
_YEAR = r"(?P<year{0}>1[5-9]\d\d|20\d\d)"
_WRITTEN = (
    rf"(?<!\w)(?:(?P<month1>{_NAME})\.?,?\s{{1,3}}{_DAY.format(1)}(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR.format(1)}"
    rf"|{_DAY.format(2)}(?:st|nd|rd|th|\.|er)?[^\S\n]{{1,3}}(?:of\s|de\s)?(?P<month2>{_NAME})\.?,?\s{{1,3}}(?:de\s)?{_YEAR.format(2)}"
    rf"|(?P<month3>{_NAME})\.?,?\s{{1,3}}(?:de\s|of\s)?{_YEAR.format(3)}"
    rf"|{_YEAR.format(4)}-(?P<month4>[01]\d)-(?P<day4>[0-3]\d)"
    rf"|{_DAY.format(5)}(?P<mark>[./])[^\S\n]?(?P<month5>[0-3]?\d)(?P=mark)[^\S\n]?{_YEAR.format(5)})(?!\w)"
)


def written_dates(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each date written out with its year, and its W3C form (1997-04-28, or 1997-04 without a day).

    Of dates in numbers, 9.5.1931 has the day first, 5/19/1931 and 19/5/1931 are clear, and 9/5/1931 is passed over, as
    impossible dates (31 April) are.
    """
    for match in re.finditer(_WRITTEN, text, re.IGNORECASE):
        form = next(number for number in "12345" if match[f"year{number}"])
        year = int(match[f"year{form}"])
        month_text = match[f"month{form}"].lower()
        month = MONTHS.get(month_text) or int(month_text)
        day = int(match[f"day{form}"]) if form != "3" else None
        if match["mark"] == "/" and day and month > _MONTHS_A_YEAR:
            day, month = month, day
        elif match["mark"] == "/" and day and day <= _MONTHS_A_YEAR and day != month:
            continue
        value = w3c(year, month, day)
        if value:
            yield Span(match.start(), match.end()), value


def w3c(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return a date of the Gregorian calendar in W3C form, None where there is no such day."""
    if month is None:
        return f"{year:04d}"
    try:
        exact = date(year, month, day or 1)
    except ValueError:
        return None
    return exact.isoformat() if day else exact.isoformat()[:7]
