"""Dates told from the day of the article: "yesterday", "last Tuesday", "next month", "three years ago"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tei_edition.tagging.dates.values import (
    FIRST_YEAR,
    LAST_YEAR,
    Features,
    month,
    month_value,
    number,
    part_of_year,
    shifted,
    shifted_month,
    weekday,
    year_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY_NAMES = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTH_NAMES = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\s+past|[Tt]his\s+coming|[Pp]ast|[Cc]oming)"
_COUNT = (
    r"(?P<count>\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty)"
)
_DAYS = {
    "yesterday": -1, "today": 0, "to-day": 0, "tomorrow": 1, "to-morrow": 1, "this morning": 0, "this afternoon": 0,
    "this evening": 0, "tonight": 0, "to-night": 0, "last night": -1, "last evening": -1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_DAY_WORDS = "|".join(word.replace(" ", r"\s+") for word in sorted(_DAYS, key=len, reverse=True))


def reference_of(value: str | None) -> date | None:
    """Return the day of an article whose metadata give one: a W3C date with its day; None otherwise."""
    try:
        return date.fromisoformat(value) if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    except ValueError:
        return None


def _on(day: date | None) -> Features:
    return {"when": day.isoformat()} if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else {}


def day_after(reference: date, days: int) -> Features:
    """Return the day some days after another."""
    return _on(shifted(reference, days))


def nearest_weekday(reference: date, day: int, step: int | None) -> Features:
    """Return the nearest such day of the week, Monday being 0.

    Args:
        reference: The day of the article.
        day: The day of the week.
        step: -1 "last", before ``reference``; 1 "next", after it; 0 "this", not before it; None: not after it.
    """
    ahead = (day - reference.weekday()) % 7
    behind = ahead - 7 if ahead else 0
    days = behind if step is None else {-1: behind or -7, 0: ahead, 1: ahead or 7}[step]
    return _on(shifted(reference, days))


def unit_near(reference: date, unit: str, step: int) -> Features:
    """Return the week, weekend, month or year of a day, or with ``step`` -1 or 1 the one before or after."""
    if unit == "year":
        return {"when": year_value(reference.year + step)}
    if unit == "month":
        found = shifted_month(reference, step)
        return {"when": found} if found else {}
    first = 5 if unit == "weekend" else 0
    start = shifted(reference, 7 * step - reference.weekday() + first)
    end = shifted(start, 1 if first else 6) if start else None
    return {"from": start.isoformat(), "to": end.isoformat()} if start and end else {}


def before(reference: date, count: int, unit: str) -> Features:
    """Return what was some days, weeks, months or years before a day."""
    if unit == "year":
        return {"when": year_value(reference.year - count)} if reference.year - count >= FIRST_YEAR else {}
    if unit == "month":
        found = shifted_month(reference, -count)
        return {"when": found} if found else {}
    return _on(shifted(reference, -count * (7 if unit == "week" else 1)))


def _near_day(match: re.Match[str], reference: date) -> Features:
    return day_after(reference, _DAYS[" ".join(match["day"].lower().split())])


def _which_season(match: re.Match[str], reference: date) -> Features:
    """Return the season of a year that is the nearest before or after an article; "this" is that of its year."""
    step, year = _step(match["which"]), reference.year
    begins = part_of_year(match["season"].lower(), year)["notBefore"]
    ends = part_of_year(match["season"].lower(), year)["notAfter"]
    today = reference.isoformat()[:7]
    if step < 0 and ends >= today:
        year -= 1
    elif step > 0 and begins <= today:
        year += 1
    return part_of_year(match["season"].lower(), year)


def _step(which: str) -> int:
    low = which.lower()
    return -1 if "last" in low or "past" in low else 1 if "next" in low or "coming" in low else 0


def _which_weekday(match: re.Match[str], reference: date) -> Features:
    """Read a day of the week: the last one, but the next one where the clause speaks of what is to come."""
    step = _step(match["which"]) if match["which"] else None
    before_it = match.string[max(0, match.start() - _CLAUSE) : match.start()]
    if step is None and _TO_COME.search(before_it):
        step = 0
    return nearest_weekday(reference, weekday(match["weekday"]), step)


def _which_unit(match: re.Match[str], reference: date) -> Features:
    return unit_near(reference, match["unit"].lower(), _step(match["which"]))


def _which_month(match: re.Match[str], reference: date) -> Features:
    step, wanted = _step(match["which"]), month(match["month"])
    year = reference.year
    if step < 0 and wanted >= reference.month:
        year -= 1
    elif step > 0 and wanted <= reference.month:
        year += 1
    return {"when": month_value(year, wanted)}


def _ago(match: re.Match[str], reference: date) -> Features:
    count = number(match["count"])
    return before(reference, count, match["unit"].lower()) if count is not None else {}


_CLAUSE = 60
_TO_COME = re.compile(
    r"(?:\b(?:before|until|till|by)|\b(?:will|shall|won['’]t|is\s+to|are\s+to|going\s+to|due|scheduled|expected|plans?\s+to)"
    r"\b[^.;!?]*)\s$"
)
_AFTER = r"(?![\w’'-])(?!\s+(?:Times|Post|Herald|Night|Mail|Express|Telegraph|Mirror|Magazine|Review|School))"
RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Features], float], ...] = (
    (re.compile(rf"(?<![\w-])(?P<day>(?i:{_DAY_WORDS}))(?![\w’'-])"), _near_day, 0.75),
    (
        re.compile(rf"\b{_WHICH}\s+(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?![\w’'-])"),
        _which_season,
        0.65,
    ),
    (re.compile(rf"\b(?:{_WHICH}\s+)?{_DAY_NAMES}{_AFTER}"), _which_weekday, 0.65),
    (re.compile(rf"\b{_WHICH}\s+(?P<unit>week|weekend|month|year)(?![\w’'-])"), _which_unit, 0.7),
    (re.compile(rf"\b{_WHICH}\s+{_MONTH_NAMES}(?![\w’'-])(?!\s+\d)"), _which_month, 0.7),
    (re.compile(rf"\b{_COUNT}\s+(?P<unit>day|week|month|year)s?\s+ago\b"), _ago, 0.65),
)
"""Patterns, what they mean on the day of an article, and how sure that is."""

NOT_BEFORE_WEEKDAY = re.compile(r"\b(?:Black|Good|Bloody|Easter|Ash|Palm|Holy|Shrove|Cyber|Man|Super)\s+$")
"""What makes the name of a weekday another name."""
