"""Dates and periods, by a grammar of regular expressions, with the W3C forms that TEI's attributes take.

Source: TEI P5 Guidelines, 3.6.4 (Dates and Times) and 13.4 (Dates).
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|r?\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June|Jun\.?|July|Jul\.?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t?\.)?|Sept|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
    r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_END = r"(?![\w])(?!-\d)"
_PART = (
    r"(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Tt]he beginning of|[Tt]he end of"
    r"|[Ss]pring(?: of)?|[Ss]ummer(?: of)?|[Aa]utumn(?: of)?|[Ff]all of|[Ww]inter(?: of)?)"
)
_PARTS = {
    "early": (1, 4), "the beginning of": (1, 4), "mid": (5, 8), "late": (9, 12), "the end of": (9, 12),
    "spring": (3, 5), "spring of": (3, 5), "summer": (6, 8), "summer of": (6, 8), "autumn": (9, 11),
    "autumn of": (9, 11),
    "fall of": (9, 11), "winter": (12, 12), "winter of": (12, 12),
}  # fmt: skip
_CUE = re.compile(
    r"(?:\b(?:in|since|by|of|until|till|before|after|during|from|to|around|about|circa|between|and|or|late|the|through|born|died|year|again)|\bca?\.|[(©,;])\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+(?!(?:was|is|as|has|this|does|its|us|plus|perhaps|elections?|contests|games)\b)[a-z]{2,}s\b")
_NUMBERED = re.compile(
    r"(?:\b(?:no|nos|page|pp?|vol|line|verse|number|room|box|model|flight|route|psalm)\.?|[#$£€&§])\s*$", re.IGNORECASE
)
_MODERN = 1700

Features = dict[str, str]


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _valid_day(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def _full(match: re.Match[str]) -> Features | None:
    year, month, day = int(match["year"]), _month(match["month"]), int(match["day"])
    return {"when": f"{year:04}-{month:02}-{day:02}"} if _valid_day(year, month, day) else None


def _numeric(match: re.Match[str]) -> Features | None:
    year, month, day = int(match["year"]), int(match["mm"]), int(match["day"])
    return {"when": f"{year:04}-{month:02}-{day:02}"} if month <= 12 and _valid_day(year, month, day) else None  # noqa: PLR2004 - months


def _month_year(match: re.Match[str]) -> Features | None:
    return {"when": f"{int(match['year']):04}-{_month(match['month']):02}"}


def _month_day(match: re.Match[str]) -> Features | None:
    month, day = _month(match["month"]), int(match["day"])
    return {"when": f"--{month:02}-{day:02}"} if _valid_day(0, month, day) else None


def _days(match: re.Match[str]) -> Features | None:
    month, first, last = _month(match["month"]), int(match["day"]), int(match["last"])
    year = match["year"]
    start = f"{year}-" if year else "--"
    if not (_valid_day(int(year or 0), month, first) and _valid_day(int(year or 0), month, last) and first < last):
        return None
    return {"from": f"{start}{month:02}-{first:02}", "to": f"{start}{month:02}-{last:02}"}


def _years(match: re.Match[str]) -> Features | None:
    first = match["year"]
    last = first[: 4 - len(match["last"])] + match["last"]
    return {"from": first, "to": last} if int(first) < int(last) else None


def _decade(match: re.Match[str]) -> Features | None:
    year = int(match["decade"])
    span = 99 if year % 100 == 0 and not match["part"] else 9
    first, last = year, year + span
    part = (match["part"] or "").lower().strip("- ")
    if part == "early":
        last = year + 3
    elif part == "mid":
        first, last = year + 4, year + 6
    elif part == "late":
        first = year + 7
    return (
        {"from": f"{first:04}", "to": f"{last:04}"}
        if not part
        else {"notBefore": f"{first:04}", "notAfter": f"{last:04}"}
    )


def _part(match: re.Match[str]) -> Features | None:
    first, last = _PARTS[" ".join(match["part"].lower().split())]
    year = int(match["year"])
    if first == last:
        return {"notBefore": f"{year:04}-12", "notAfter": f"{year + 1:04}-02"}
    return {"notBefore": f"{year:04}-{first:02}", "notAfter": f"{year:04}-{last:02}"}


def _year(match: re.Match[str]) -> Features | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    cued = _CUE.search(before) is not None
    plausible = cued or (int(match["year"]) >= _MODERN and not _COUNTED.match(match.string, match.end()))
    return {"when": match["year"]} if plausible and not _NUMBERED.search(before) else None


def _century(match: re.Match[str]) -> Features | None:
    number = int(match["number"])
    return {"from": f"{number * 100 - 99:04}", "to": f"{number * 100:04}"} if 1 <= number <= 21 else None  # noqa: PLR2004 - centuries


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Features | None], float], ...] = (
    (re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_END}"), _full, 1.0),
    (re.compile(rf"\b{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}{_END}"), _full, 1.0),
    (re.compile(r"\b(?P<year>1[0-9]\d\d|20\d\d)-(?P<mm>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b"), _numeric, 1.0),
    (re.compile(rf"\b{_MONTH}\s+{_DAY}\s*[-–—]\s*(?P<last>[12]\d|3[01]|[1-9])(?:,?\s+{_YEAR})?{_END}"), _days, 0.9),
    (re.compile(rf"\b{_PART}[-\s]+{_YEAR}{_END}"), _part, 0.9),
    (re.compile(rf"\b{_MONTH}(?:,|\s+of)?\s+{_YEAR}{_END}"), _month_year, 1.0),
    (re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY}{_END}(?![.,:]\d)"), _month_day, 0.9),
    (re.compile(rf"\b{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)"), _month_day, 0.85),
    (re.compile(rf"\b{_YEAR}\s*(?:[-–—/]|--)\s*(?P<last>1[0-9]\d\d|20\d\d|\d\d){_END}"), _years, 0.95),
    (re.compile(r"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s]+)?(?P<decade>1[0-9]\d0|20\d0)['’]?s\b"), _decade, 0.95),
    (re.compile(r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)[-\s]+[Cc]entury\b"), _century, 0.9),
    (re.compile(rf"(?<![\w.,:/$£€#-]){_YEAR}(?!\s?%|[.,:/]\d|\w|-\d)"), _year, 0.9),
)


def dates(text: str, span: Span, agent: str) -> tuple[Annotation, ...]:
    """Return the dates and periods within ``span`` of ``text``; none overlaps another.

    Their features are W3C dates: ``when``; ``from`` and ``to`` of a period; ``notBefore`` and ``notAfter`` of
    a point in
    time that is known only about.
    """
    if not _DIGIT.search(text, span.start, span.end):
        return ()
    found: list[Annotation] = []
    taken: set[int] = set()
    for start, end, features, certainty in _matches(text, span):
        positions = range(start, end)
        if taken.isdisjoint(positions):
            taken.update(positions)
            found.append(Annotation(Span(start, end), "date", agent, certainty, tuple(sorted(features.items()))))
    return tuple(sorted(found, key=lambda annotation: annotation.span))


_DIGIT = re.compile(r"\d")


def _matches(text: str, span: Span) -> Iterator[tuple[int, int, Features, float]]:
    for pattern, meaning, certainty in _RULES:
        for match in pattern.finditer(text, span.start, span.end):
            features = meaning(match)
            if features:
                yield match.start(), match.end(), features, certainty
