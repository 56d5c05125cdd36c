"""Values of dates: calendar arithmetic, and the W3C forms that TEI's attributes take.

Source: TEI P5 Guidelines, att.datable.w3c; XML Schema Part 2: date, gYearMonth, gYear, gMonth, gMonthDay.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Features = dict[str, str]
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
FIRST_YEAR, LAST_YEAR = 1, 2100
_NUMBERS = (
    "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
_TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def month(name: str) -> int:
    """Return the number of a month by its English name or abbreviation."""
    return _MONTHS.index(name.lower().strip(". ")[:3]) + 1


def weekday(name: str) -> int:
    """Return the number of a day of the week by its English name, Monday being 0."""
    return _WEEKDAYS.index(name.lower()[:3])


def number(word: str) -> int | None:
    """Return the value of a number in digits or in words up to twenty; None for other words."""
    low = word.lower()
    if low.isascii() and low.isdigit():
        return int(low) if len(low) < 5 else None  # noqa: PLR2004 - longer ones count no years
    return max(1, _NUMBERS.index(low)) if low in _NUMBERS else 1 if low == "an" else None


def ordinal(word: str) -> int | None:
    """Return the value of "19th" or "nineteenth"; None for other words."""
    low = word.lower()
    digits = low.rstrip("stndrh")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    return _ORDINALS.index(low) + 1 if low in _ORDINALS else None


def roman(numeral: str) -> int:
    """Return the value of a Roman number up to 39, whatever follows its letters."""
    found = re.match(r"[IVX]+", numeral.upper())
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in found[0]] if found else []
    following = (*values[1:], 0)
    return sum(-value if value < after else value for value, after in zip(values, following, strict=False))


def decade_of(word: str) -> int:
    """Return 20 for "twenties" and so on."""
    return _TENS[word.lower()]


def year_value(year: int) -> str:
    """Return a year in W3C form."""
    return f"{year:04}"


def month_value(year: int, number_of_month: int) -> str:
    """Return a month in W3C form."""
    return f"{year:04}-{number_of_month:02}"


def day_value(year: int | None, number_of_month: int, day: int) -> str | None:
    """Return a day in W3C form, with or without its year; None where the calendar has no such day."""
    known = year if year is not None else 2000
    if not (FIRST_YEAR <= known <= LAST_YEAR and 1 <= number_of_month <= 12):  # noqa: PLR2004 - months
        return None
    if not 1 <= day <= calendar.monthrange(known, number_of_month)[1]:
        return None
    lead = f"{year:04}" if year is not None else "-"
    return f"{lead}-{number_of_month:02}-{day:02}"


def part_of_year(part: str, year: int) -> Features:
    """Return the bounds of "early 1921", "summer 1921", "the end of 1921"."""
    season = next((name for name in _SEASONS if part.startswith(name)), None)
    if season == "winter":
        return {"notBefore": month_value(year, 12), "notAfter": month_value(year + 1, 2)}
    if season is not None:
        first, last = _SEASONS[season], _SEASONS[season] + 2
    elif "second half" in part:
        first, last = 7, 12
    elif "first half" in part:
        first, last = 1, 6
    else:
        first, last = _thirds(part)
    return {"notBefore": month_value(year, first), "notAfter": month_value(year, last)}


def _thirds(part: str) -> tuple[int, int]:
    if part.startswith("mid") or "middle" in part:
        return 5, 8
    return (9, 12) if part.startswith("late") or "end" in part or "close" in part else (1, 4)


def part_of_month(part: str, year: int, number_of_month: int) -> Features:
    """Return the bounds of "early April 1921", "mid-April 1921", "the end of April 1921"."""
    last = calendar.monthrange(year, number_of_month)[1]
    third = _thirds(part)
    first, end = {(1, 4): (1, 10), (5, 8): (11, 20)}.get(third, (21, last))
    lead = month_value(year, number_of_month)
    return {"notBefore": f"{lead}-{first:02}", "notAfter": f"{lead}-{end:02}"}


def part_of_span(part: str, first: int, years: int) -> Features:
    """Return the bounds of a decade or century, or of its early, middle or late part."""
    low = part.lower()
    last = first + years - 1
    if not low:
        return {"from": year_value(first), "to": year_value(last)}
    if "half" in low:
        bounds = (first, first + years // 2 - 1) if "first" in low else (first + years // 2, last)
    else:
        bounds = {
            (1, 4): (first, first + years * 4 // 10 - 1),
            (5, 8): (first + years * 3 // 10, first + years * 7 // 10 - 1),
            (9, 12): (first + years * 6 // 10, last),
        }[_thirds(low)]
    return {"notBefore": year_value(bounds[0]), "notAfter": year_value(bounds[1])}


def shifted(reference: date, days: int) -> date | None:
    """Return a day some days later; None beyond the calendar."""
    try:
        return reference + timedelta(days=days)
    except OverflowError:
        return None


def shifted_month(reference: date, months: int) -> str | None:
    """Return the month some months later in W3C form; None beyond the calendar."""
    count = reference.year * 12 + reference.month - 1 + months
    year, index = divmod(count, 12)
    return month_value(year, index + 1) if FIRST_YEAR <= year <= LAST_YEAR else None


_FEASTS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's": (1, 1), "new year's day": (1, 1), "new year's eve": (12, 31), "may day": (5, 1),
}  # fmt: skip
_AFTER_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2}


def feast(name: str, year: int) -> str | None:
    """Return the day of a feast by its name in lower case, movable ones by the Gregorian calendar; None if unknown."""
    if name in _FEASTS:
        return day_value(year, *_FEASTS[name])
    if name not in _AFTER_EASTER or year < _GREGORIAN:
        return None
    day = shifted(easter(year), _AFTER_EASTER[name])
    return day.isoformat() if day else None


_GREGORIAN = 1583


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar.

    Source: the rule of the calendar reform of 1582, in the form of H. Lichtenberg (1997).
    """
    century = year // 100
    correction = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    solar = 2 - (3 * century + 3) // 4
    golden = year % 19
    seed = (19 * golden + correction) % 30
    shift = (seed + golden // 11) // 29
    limit = 21 + seed - shift
    first_sunday = 7 - (year + year // 4 + solar) % 7
    return date(year, 3, 1) + timedelta(days=limit + 7 - (limit - first_sunday) % 7 - 1)
