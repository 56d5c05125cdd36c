"""The rules for dates of any language that has a file: patterns of its words, and what they mean.

The shapes are those that European languages share: day, month and year in this order, a part and what it is a part of,
a beginning and an end, a unit before or after "last". English has rules of its own (``absolute``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tagging.dates.calendars import SEASONS, Calendar, any_of, calendar_of, low
from tei_edition.tagging.dates.meaning import Meaning
from tei_edition.tagging.languages import language

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tei_edition.tagging.dates.values import Features

    Read = Callable[[re.Match[str], date | None], Features | None]

_YEAR_ALONE = r"(?:1[0-9]\d\d|20\d\d)"
_YEAR = rf"(?P<year>{_YEAR_ALONE})"
_DAY_ALONE = r"(?:0?[1-9]|[12]\d|3[01])"
_START, _END = r"(?<![\w.,:/-])", r"(?!\w)(?!-\d)"
_DASH = r"\s*(?:[-–—]|--)\s*"
_S = r"[\s\u00a0\u202f]+"


class Rule(NamedTuple):
    """A pattern, what a match of it means on the day of an article, and how sure that is.

    The date is the group ``date`` of the pattern, all of it where it has none.
    """

    pattern: re.Pattern[str]
    read: Read
    certainty: float


@cache
def rules(tag: str) -> tuple[Rule, ...]:
    """Return the rules of a language by its BCP 47 tag; none where no file says how it writes dates."""
    known = language(tag)
    if known is None or known.dates is None:
        return ()
    calendar = calendar_of(known.dates)
    meaning = Meaning(calendar)
    made = (*_days(calendar, meaning), *_years(calendar, meaning), *_long(calendar, meaning), *_told(calendar, meaning))
    return tuple(Rule(re.compile(pattern, re.IGNORECASE), read, sure) for pattern, read, sure in made)


def _of(calendar: Calendar) -> str:
    """Return what stands between day, month and year."""
    return rf",?{_S}(?:{any_of(calendar.words.of)}{_S})?" if calendar.words.of else rf",?{_S}"


def _month(calendar: Calendar, name: str = "month") -> str:
    return rf"(?P<{name}>{any_of(calendar.months)})"


def _day(calendar: Calendar, name: str = "day") -> str:
    suffix = any_of(calendar.words.day_suffix)
    return rf"(?P<{name}>{_DAY_ALONE})(?:{suffix})?(?!\d)"


def _part(calendar: Calendar, *, seasons: bool) -> str:
    """Return a part of a longer time, with the small words that join it to that."""
    named = sorted(word for word, part in calendar.parts.items() if seasons or part not in SEASONS)
    joins = any_of(calendar.words.joins)
    return rf"(?P<part>{any_of(named)})(?:{_S}|-)(?:{joins}(?:{_S}|(?<=[’']))){{0,2}}"


def _to(calendar: Calendar) -> str:
    return rf"(?:{_DASH}|{_S}{any_of(calendar.words.to)}{_S})"


def _days(calendar: Calendar, meaning: Meaning) -> list[tuple[str, Read, float]]:
    of, month, day = _of(calendar), _month(calendar), _day(calendar)
    year1 = rf"(?:{of}(?P<year1>{_YEAR_ALONE}))?"
    weekday = rf"(?:{any_of(calendar.weekdays)},?{_S}(?:{any_of(calendar.words.joins)}{_S})?)?"
    first, month1 = _day(calendar, "day1"), _month(calendar, "month1")
    between, joined = any_of(calendar.words.between), any_of(calendar.words.and_)
    return [
        (rf"{_START}{weekday}{day}{of}{month}{of}{_YEAR}{_END}", meaning.full, 0.97),
        (rf"{_START}{weekday}{day}{of}{month}{_END}", meaning.month_day, 0.9),
        (
            rf"{_START}{first}{of}{month1}{year1}{_to(calendar)}{day}{of}{month}(?:{of}{_YEAR})?{_END}",
            meaning.days,
            0.9,
        ),
        (rf"{_START}{first}{_to(calendar)}{day}{of}{month}(?:{of}{_YEAR})?{_END}", meaning.days, 0.9),
        (
            rf"{_START}{between}{_S}{first}(?:{of}{month1}{year1})?{_S}{joined}{_S}{day}{of}{month}(?:{of}{_YEAR})?{_END}",
            meaning.between_days,
            0.9,
        ),
        (rf"{_START}(?P<iso>{_YEAR_ALONE}-(?:0[1-9]|1[0-2])-[0-3]\d){_END}", meaning.iso, 1.0),
        (rf"{_START}(?P<day>{_DAY_ALONE})[./](?P<number>0?[1-9]|1[0-2])[./]{_YEAR}{_END}", meaning.numeric, 0.9),
    ]


def _years(calendar: Calendar, meaning: Meaning) -> list[tuple[str, Read, float]]:
    of, month = _of(calendar), _month(calendar)
    month1 = rf"{_month(calendar, 'month1')}(?:{of}(?P<year1>{_YEAR_ALONE}))?"
    between, joined = any_of(calendar.words.between), any_of(calendar.words.and_)
    last = rf"(?P<last>{_YEAR_ALONE}|\d\d)"
    part = _part(calendar, seasons=True)
    return [
        (rf"{_START}{month1}{_to(calendar)}{month}{of}{_YEAR}{_END}", meaning.months, 0.9),
        (rf"(?<!\w){month}{of}{_YEAR}{_END}", meaning.month_year, 0.97),
        (rf"(?<!\w){_part(calendar, seasons=False)}{month}(?:{of}{_YEAR})?{_END}", meaning.part_of_month, 0.85),
        (rf"(?<!\w){part}{_YEAR}{_END}", meaning.part_of_year, 0.9),
        (rf"(?<!\w){between}{_S}{_YEAR}{_S}{joined}{_S}(?P<last>{_YEAR_ALONE}){_END}", meaning.between_years, 0.9),
        (rf"{_START}{_YEAR}(?:{_DASH}|/){last}{_END}", meaning.years, 0.95),
        (rf"{_START}{_YEAR}{_S}{any_of(calendar.words.to)}{_S}(?P<last>{_YEAR_ALONE}){_END}", meaning.years, 0.9),
        (rf"(?<!\w)(?:{any_of(calendar.words.cues)})(?:{_S}|(?<=[’']))(?P<date>{month}){_END}", meaning.month, 0.7),
        (rf"(?<![\w.,:/$£€#-]){_YEAR}(?!\s?%|[.,:/]\d|\w|-\d)", meaning.year, 0.85),
    ]


def _long(calendar: Calendar, meaning: Meaning) -> list[tuple[str, Read, float]]:
    """Return the rules for decades and centuries."""
    words, part = calendar.words, rf"(?:{_part(calendar, seasons=False)})?"
    roman = rf"[IVX]{{1,5}}(?:{any_of(words.roman_suffix)})?"
    suffix = rf"(?:{any_of(words.day_suffix)})?"
    number = rf"(?P<number>(?:{roman}|\d\d?{suffix}|{any_of(calendar.ordinals)}))"
    tens = r"(?P<tens>1[0-9]\d0|20\d0|['’]?[1-9]0)"
    century = any_of(words.century)
    return [
        (rf"(?<!\w){part}{number}{_S}{century}{_END}", meaning.century, 0.9),
        (rf"(?<!\w){part}{century}{_S}{number}{_END}", meaning.century, 0.9),
        (rf"(?<!\w){part}(?:{any_of(words.decade_before)}){_S}{tens}{_END}", meaning.decade, 0.85),
        (rf"(?<![\w.,]){part}{tens}{any_of(words.decade_after)}{_END}", meaning.decade, 0.9),
        (rf"(?<!\w){part}(?P<word>{any_of(calendar.decades)}){_END}", meaning.decade, 0.85),
    ]


def _told(calendar: Calendar, meaning: Meaning) -> list[tuple[str, Read, float]]:
    """Return the rules for dates told from the day of the article."""
    words = calendar.words
    which = rf"(?P<which>{any_of(calendar.steps)})"
    after = rf"(?P<after>{any_of(calendar.steps)})"
    day = rf"(?P<weekday>{any_of(calendar.weekdays)})"
    unit = rf"(?P<unit>{any_of(calendar.units)})"
    count = rf"(?P<count>\d{{1,3}}|{any_of(calendar.numbers)})"
    return [
        (rf"(?<![\w-])(?-i:(?P<near>{any_of(calendar.days)}))(?![\w’'-])", meaning.near_day, 0.75),
        (rf"(?<!\w)(?:{which}{_S})?{day}(?:{_S}{after})?{_END}", meaning.weekday, 0.65),
        (rf"(?<!\w){which}{_S}{unit}{_END}", meaning.unit, 0.7),
        (rf"(?<!\w){unit}{_S}{after}{_END}", meaning.unit, 0.7),
        (rf"(?<!\w){any_of(words.ago_before)}{_S}{count}{_S}{unit}{_END}", meaning.ago, 0.65),
        (rf"(?<!\w){count}{_S}{unit}{_S}{any_of(words.ago_after)}{_END}", meaning.ago, 0.65),
    ]


def hint(tag: str) -> re.Pattern[str]:
    """Return what a text of that language has wherever it has a date."""
    return _hint(tag)


@cache
def _hint(tag: str) -> re.Pattern[str]:
    known = language(tag)
    words = known.dates if known else None
    if words is None:
        return re.compile(r"(?!)")
    calendar = calendar_of(words)
    named = {low(word) for word in (*calendar.weekdays, *calendar.days, *calendar.units, *calendar.months)}
    long = (words.century, *words.decade_words.values())
    return re.compile(rf"\d|{any_of(named)}|{'|'.join(any_of(alike) for alike in long)}", re.IGNORECASE)
