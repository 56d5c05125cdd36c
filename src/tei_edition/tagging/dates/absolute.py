"""Dates and periods that say their year, month or century themselves: patterns, and what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tagging.dates.values import (
    Features,
    day_value,
    decade_of,
    feast,
    month,
    month_value,
    ordinal,
    part_of_month,
    part_of_span,
    part_of_year,
    roman,
    year_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|r?\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June|Jun\.?|July|Jul\.?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t?\.)?|Sept|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY"
    r"|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN\.|FEB\.|AUG\.|SEPT\.|OCT\.|NOV\.|DEC\.)"
)
_FULL_NAMES = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH = rf"(?P<month>{_NAMES})"
_DAY_ALONE = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_SUFFIX = r"(?:st|nd|rd|d|th)?"
_DAY = rf"(?P<day>{_DAY_ALONE}){_SUFFIX}"
_YEAR_ALONE = r"(?:1[0-9]\d\d|20\d\d)"
_YEAR = rf"(?P<year>{_YEAR_ALONE})"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.,?\s+)?"
_END = r"(?![\w])(?!-\d)"
_DASH = r"\s*(?:[-–—]|--)\s*"
_TO = r"(?:\s*(?:[-–—]|--)\s*|,?\s+(?:to|until|till|through)\s+)"
_OF = r"(?:[Tt]he\s+)?(?:beginning|start|middle|end|first\s+half|second\s+half|close)\s+of(?:\s+the)?"
_EARLY = rf"[Ee]arly(?:\s+in)?|[Ll]ate(?:\s+in)?|[Mm]id|[Mm]iddle|{_OF}"
_SEASON = r"(?:(?:[Tt]he|[Ee]arly|[Ll]ate)\s+)?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\s+of)?"
_CUE = re.compile(
    r"(?:\b(?:in|since|by|of|until|till|before|after|during|from|to|around|about|circa|between|and|or|late|early"
    r"|the|through"
    r"|born|died|year|again)|\bca?\.|[(©,;])\s*$",
    re.IGNORECASE,
)
_STRONG_CUE = re.compile(r"\b(?:in|since|until|during|the\s+year)\s+$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?!(?:was|is|as|has|this|does|its|us|plus|perhaps|elections?|contests|games|olympics|riots)\b)[a-z]{2,}s\b"
    r"|\s+(?:people|men|women|children|percent|per\s+cent|million|thousand|feet|miles|yards|metres|meters|dollars)\b"
)
_NUMBERED = re.compile(
    r"(?:\b(?:no|nos|page|pp?|vol|line|verse|number|room|box|model|flight|route|psalm|highway|over|than|nearly"
    r"|some|only"
    r"|almost|approximately|least|another)\.?|[#$£€&§])\s*$",
    re.IGNORECASE,
)
_MODERN = 1700
_SHORT_CENTURY = 2000
"""From here on "the 2000s" are ten years, before it "the 1800s" are a hundred."""
_MONTH_CUE = re.compile(
    r"\b(?:in|since|until|till|by|during|from|through|throughout|before|after|of|to|between|this|every|each|for"
    r"|early|late"
    r"|mid|and|or)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _full(match: re.Match[str]) -> Features | None:
    """Read a day with its year; one that no calendar has, as 31 February, is a date without a value."""
    value = day_value(int(match["year"]), month(match["month"]), int(match["day"]))
    return {"when": value} if value else {}


def _numeric(match: re.Match[str]) -> Features | None:
    value = day_value(int(match["year"]), int(match["mm"]), int(match["day"]))
    return {"when": value} if value else {}


def _slashed(match: re.Match[str]) -> Features | None:
    """Read 28/4/1997 and 4/28/1997; where both could be meant, no value is given. With full stops the day is first."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == ".":
        value = day_value(year, second, first)
        return {"when": value} if value else None
    values = {day_value(year, second, first), day_value(year, first, second)} - {None}
    found = values.pop() if len(values) == 1 else None
    return {"when": found} if found else {} if values else None


def _month_year(match: re.Match[str]) -> Features | None:
    return {"when": month_value(int(match["year"]), month(match["month"]))}


def _month_day(match: re.Match[str]) -> Features | None:
    value = day_value(None, month(match["month"]), int(match["day"]))
    return {"when": value} if value else None


def _days(match: re.Match[str]) -> Features | None:
    year = int(match["year"]) if match["year"] else None
    number = month(match["month"])
    first, last = day_value(year, number, int(match["day"])), day_value(year, number, int(match["last"]))
    if match.groupdict().get("and") and int(match["last"]) - int(match["day"]) != 1:
        return None
    return {"from": first, "to": last} if first and last and first < last else None


def _day_to_day(match: re.Match[str]) -> Features | None:
    year = int(match["year"]) if match["year"] else None
    first_year = int(match["year1"]) if match["year1"] else year
    first = day_value(first_year, month(match["month1"]), int(match["day1"]))
    last = day_value(year, month(match["month"]), int(match["day"]))
    return {"from": first, "to": last} if first and last and first < last else None


def _between_days(match: re.Match[str]) -> Features | None:
    """Read "between May 3 and June 7, 1922": the year is that of both days."""
    found = _day_to_day(match)
    return {"notBefore": found["from"], "notAfter": found["to"]} if found else None


def _month_to_month(match: re.Match[str]) -> Features | None:
    year = int(match["year"])
    first = month_value(int(match["year1"] or year), month(match["month1"]))
    last = month_value(year, month(match["month"]))
    return {"from": first, "to": last} if first < last else None


def _between_months(match: re.Match[str]) -> Features | None:
    """Read "between May and July 1921"."""
    found = _month_to_month(match)
    return {"notBefore": found["from"], "notAfter": found["to"]} if found else None


def _years(match: re.Match[str]) -> Features | None:
    first = match["year"]
    last = first[: 4 - len(match["last"])] + match["last"]
    return {"from": first, "to": last} if int(first) < int(last) else None


def _between(match: re.Match[str]) -> Features | None:
    first, last = match["year"], match["last"]
    return {"notBefore": first, "notAfter": last} if int(first) < int(last) else None


def _lower(part: str | None) -> str:
    low = " ".join((part or "").lower().strip("- ").split())
    for word in ("the ", "early ", "late "):
        if low.startswith(word) and len(low) > len(word) + 2 and not low.endswith(("of", "of the")):
            low = low.removeprefix(word)
    return low.removeprefix("the ")


def _decade(match: re.Match[str]) -> Features | None:
    year = int(match["decade"])
    part = _lower(match["part"])
    return part_of_span(part, year, 100 if year % 100 == 0 and year < _SHORT_CENTURY and not part else 10)


def _short_decade(match: re.Match[str]) -> Features | None:
    tens = int(match["tens"]) if match["tens"] else decade_of(match["word"])
    return part_of_span(_lower(match["part"]), 1900 + tens, 10)


def _century(match: re.Match[str]) -> Features | None:
    number = ordinal(match["number"])
    if number is None and match["number"].isupper():
        number = roman(match["number"])
    if number is None or not 1 <= number <= 21:  # noqa: PLR2004 - centuries
        return None
    return {} if match["era"] else part_of_span(_lower(match["part"]), number * 100 - 99, 100)


def _part_year(match: re.Match[str]) -> Features | None:
    return part_of_year(_season(match["part"]), int(match["year"]))


def _season_over_two_years(match: re.Match[str]) -> Features | None:
    """Read "the winter of 1916/17": it begins in the first year and ends in the second."""
    years, season = _years(match), _season(match["part"])
    if years is None or int(years["to"]) - int(years["from"]) != 1:
        return None
    return part_of_year(season, int(years["from"])) if season == "winter" else years


def _feast(match: re.Match[str]) -> Features | None:
    day = feast(" ".join(match["feast"].lower().replace("’", "'").split()), int(match["year"]))
    return {"when": day} if day else None


def _season(part: str) -> str:
    low = " ".join(part.lower().strip("- ").split()).removeprefix("the ")
    found = re.search(r"spring|summer|autumn|fall|winter", low)
    return found[0] if found else low


def _part_month(match: re.Match[str]) -> Features | None:
    if match["year"] is None:
        return {"when": f"--{month(match['month']):02}"}
    return part_of_month(_lower(match["part"]), int(match["year"]), month(match["month"]))


def _bare_month(match: re.Match[str]) -> Features | None:
    before = match.string[max(0, match.start() - 16) : match.start()]
    if not _MONTH_CUE.search(before) or re.match(r"['’\s]*s?\s+[A-Z]\w+", match.string[match.end() : match.end() + 20]):
        return None
    return {"when": f"--{month(match['month']):02}"}


def _year(match: re.Match[str]) -> Features | None:
    before = match.string[max(0, match.start() - 16) : match.start()]
    cued = _CUE.search(before) is not None
    counted = _COUNTED.match(match.string, match.end()) and not _STRONG_CUE.search(before)
    plausible = (cued or int(match["year"]) >= _MODERN) and not counted
    return {"when": match["year"]} if plausible and not _NUMBERED.search(before) else None


def _short_year(match: re.Match[str]) -> Features | None:
    """Read "in '68", "June '44", "the summer of '68": of the twentieth century."""
    groups, year = match.groupdict(), 1900 + int(match["short"])
    if groups.get("part"):
        return part_of_year(_season(match["part"]), year)
    return {"when": month_value(year, month(match["month"])) if groups.get("month") else year_value(year)}


def _centuries(match: re.Match[str]) -> Features | None:
    """Read "the 16th and 17th centuries"."""
    first, last = ordinal(match["number"]), ordinal(match["last"])
    if first is None or last is None or first >= last:
        return None
    return {"from": year_value(first * 100 - 99), "to": year_value(last * 100)}


def _nothing(match: re.Match[str]) -> Features | None:
    return {} if match else None


_MONTH_1 = rf"(?P<month1>{_NAMES})"
_DAY_1 = rf"(?P<day1>{_DAY_ALONE}){_SUFFIX}"
_YEAR_1 = rf"(?:,?\s+(?P<year1>{_YEAR_ALONE}))?"
_LAST_YEAR = r"(?P<last>1[0-9]\d\d|20\d\d|\d\d?)"
_PART = rf"(?P<part>{_EARLY})"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|twenty-first|[Ff]irst|[Ss]econd|[Tt]hird|[A-Z]?[a-z]+th)"
_ERA = r"(?:A\.?D\.?|B\.?C\.?(?:E\.?)?|C\.E\.?)"
_FEASTS = (
    r"Christmas(?:\s+(?:Day|Eve))?|Boxing\s+Day|New\s+Year['’]?s(?:\s+(?:Day|Eve))?|May\s+Day"
    r"|Easter(?:\s+(?:Sunday|Monday))?|Good\s+Friday"
)
_OPTIONAL_PART = rf"(?:(?:[Tt]he\s+)?{_PART}[-\s]+)?"
RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Features | None], float], ...] = (
    (re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}{_END}"), _full, 1.0),
    (re.compile(rf"\b{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:day\s+)?(?:of\s+)?{_MONTH},?\s+{_YEAR}{_END}"), _full, 1.0),
    (re.compile(rf"(?<![\w-]){_YEAR}-(?P<mm>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b"), _numeric, 1.0),
    (
        re.compile(rf"(?<![\w/.])(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?P=mark){_YEAR}(?![\w/])"),
        _slashed,
        0.9,
    ),
    (re.compile(rf"\b{_MONTH_1}\s+{_DAY_1}{_YEAR_1}{_TO}{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?{_END}"), _day_to_day, 0.9),
    (
        re.compile(
            rf"\b[Bb]etween\s+{_MONTH_1}\s+{_DAY_1}{_YEAR_1},?\s+and\s+{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?{_END}"
        ),
        _between_days,
        0.9,
    ),
    (
        re.compile(
            rf"\b[Bb]etween\s+{_DAY_1}\s+{_MONTH_1}{_YEAR_1},?\s+and\s+{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?(?!\w)"
        ),
        _between_days,
        0.9,
    ),
    (re.compile(rf"\b{_DAY_1}\s+{_MONTH_1}{_YEAR_1}{_TO}{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?(?!\w)"), _day_to_day, 0.9),
    (re.compile(rf"\b{_MONTH}\s+{_DAY}{_TO}(?P<last>{_DAY_ALONE}){_SUFFIX}(?:,?\s+{_YEAR})?{_END}"), _days, 0.9),
    (
        re.compile(rf"\b{_DAY}{_TO}(?P<last>{_DAY_ALONE}){_SUFFIX}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?{_END}"),
        _days,
        0.9,
    ),
    (
        re.compile(rf"\b{_MONTH}\s+{_DAY}\s+(?P<and>and)\s+(?P<last>{_DAY_ALONE}){_SUFFIX}(?:,?\s+{_YEAR})?{_END}"),
        _days,
        0.8,
    ),
    (
        re.compile(
            rf"\b(?:the\s+)?{_DAY}\s+(?P<and>and)\s+(?:the\s+)?(?P<last>{_DAY_ALONE}){_SUFFIX}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?{_END}"
        ),
        _days,
        0.8,
    ),
    (re.compile(rf"\b{_MONTH_1}{_YEAR_1}{_TO}{_MONTH},?\s+{_YEAR}{_END}"), _month_to_month, 0.9),
    (re.compile(rf"\b[Bb]etween\s+{_MONTH_1}{_YEAR_1}\s+and\s+{_MONTH},?\s+{_YEAR}{_END}"), _between_months, 0.9),
    (re.compile(rf"\b(?:the\s+)?{_PART}[-\s]+{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?{_END}"), _part_month, 0.85),
    (re.compile(rf"\b(?:the\s+)?(?P<part>{_EARLY}|{_SEASON})[-\s]+{_YEAR}{_END}"), _part_year, 0.9),
    (
        re.compile(rf"\b(?:the\s+)?(?P<part>{_SEASON})[-\s]+{_YEAR}(?:{_DASH}|/){_LAST_YEAR}{_END}"),
        _season_over_two_years,
        0.9,
    ),
    (re.compile(rf"\b(?P<feast>{_FEASTS})(?:,|\s+of)?\s+{_YEAR}{_END}"), _feast, 0.9),
    (re.compile(rf"\b{_MONTH}(?:,|\s+of)?\s+{_YEAR}{_END}"), _month_year, 1.0),
    (re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+(?:the\s+)?{_DAY}{_END}(?![.,:]\d)"), _month_day, 0.9),
    (re.compile(rf"\b{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:day\s+)?(?:of\s+)?{_MONTH}(?!\w)"), _month_day, 0.85),
    (re.compile(rf"\b[Bb]etween\s+{_YEAR}\s+and\s+(?P<last>{_YEAR_ALONE}){_END}"), _between, 0.9),
    (
        re.compile(rf"(?<![\w.,:/$£€#-]){_YEAR}\s+(?:to|until|till|through)\s+(?P<last>{_YEAR_ALONE}){_END}"),
        _years,
        0.9,
    ),
    (re.compile(rf"(?<![\w.,:/$£€#-]){_YEAR}(?:{_DASH}|/){_LAST_YEAR}{_END}"), _years, 0.95),
    (re.compile(rf"\b(?:[Tt]he\s+)?{_OPTIONAL_PART}(?P<decade>1[0-9]\d0|20\d0)['’]?s\b"), _decade, 0.95),
    (
        re.compile(
            rf"\b[Tt]he\s+(?:{_PART}[-\s]+)?(?:['’‘](?P<tens>[2-9]0)['’]?s|(?:nineteen[-\s])?(?P<word>twenties|thirties"
            rf"|forties"
            r"|fifties|sixties|seventies|eighties|nineties))\b"
        ),
        _short_decade,
        0.75,
    ),
    (
        re.compile(
            rf"\b(?:[Tt]he\s+(?![\w ]{{1,30}}-[Cc]))?{_OPTIONAL_PART}(?P<number>{_ORDINAL}|[IVX]{{1,5}}(?:th)?)"
            r"[-\s]+[Cc]entur(?:y|ies)\b(?P<era>\s+B\.?C\.?(?:E\.?)?)?"
        ),
        _century,
        0.9,
    ),
    (re.compile(rf"(?<![\w.,:/$£€#-])(?:\d{{1,4}}\s+{_ERA}|A\.?D\.?\s+\d{{1,4}})(?!\w)"), _nothing, 0.85),
    (re.compile(rf"(?<![\w’'-])(?P<month>{_FULL_NAMES})(?![\w’'-])"), _bare_month, 0.7),
    (
        re.compile(
            rf"\b(?:[Tt]he\s+)?(?P<number>{_ORDINAL})\s+(?:and|to|or)\s+(?:the\s+)?(?P<last>{_ORDINAL})[-\s]+[Cc]enturies\b"
        ),
        _centuries,
        0.9,
    ),
    (re.compile(r"(?<=\b[Ii]n )['’‘](?P<short>[1-9]\d)(?![\w’'])"), _short_year, 0.6),
    (
        re.compile(rf"\b(?:{_MONTH}|(?:the\s+)?(?P<part>{_SEASON}))\s+(?:of\s+)?['’‘](?P<short>[1-9]\d)(?![\w’'])"),
        _short_year,
        0.8,
    ),
    (re.compile(rf"(?<![\w.,:/$£€#-])(?:the\s+year\s+)?{_YEAR}(?!\s?%|[.,:/]\d|\w|-\d)"), _year, 0.9),
)
"""Patterns, what they mean (None where they mean no date), and how sure that is."""
