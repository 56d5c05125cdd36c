"""Dates and times in the forms of W3C XML Schema, as @when and its like hold them.

Source: TEI Guidelines, ND "Dates and Times"; W3C XML Schema Part 2, sections 3.2.7 to 3.2.14.
"""

from __future__ import annotations

import re

from tei_edition.validation.month_lengths import month_length

PERIOD = ("from", "to", "notBefore", "notAfter")
TEMPORAL = ("when", *PERIOD)

_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_TIME = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_YEAR = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_FORMS = tuple(
    re.compile(form + _ZONE, re.ASCII)
    for form in (
        _YEAR,
        _YEAR + r"-(?P<month>\d\d)",
        _YEAR + r"-(?P<month>\d\d)-(?P<day>\d\d)(?:T" + _TIME + ")?",
        r"--(?P<month>\d\d)",
        r"--(?P<month>\d\d)-(?P<day>\d\d)",
        r"---(?P<day>\d\d)",
        _TIME,
    )
)
_LEAP_YEAR = 2000
_MONTHS = 12
_LONGEST_MONTH = 31


def is_temporal(value: str) -> bool:
    """Tell whether ``value`` is a date or time of the W3C forms that the calendar has."""
    return any(_possible(match) for form in _FORMS if (match := form.fullmatch(value.strip())))


def date_parts(value: str) -> tuple[int, ...]:
    """Return year, month and day as far as ``value`` gives them; empty where it is no date with a year."""
    for form in _FORMS:
        match = form.fullmatch(value.strip())
        if match and match.groupdict().get("year"):
            parts = match.groupdict()
            return tuple(int(parts[name]) for name in ("year", "month", "day") if parts.get(name))
    return ()


def _possible(match: re.Match[str]) -> bool:
    parts = {name: int(number) for name, number in match.groupdict().items() if number}
    month, day = parts.get("month", 1), parts.get("day", 1)
    if not 1 <= month <= _MONTHS or day < 1 or parts.get("year") == 0:
        return False
    if "month" not in parts:
        return day <= _LONGEST_MONTH
    year = parts.get("year", _LEAP_YEAR)
    return day <= month_length(year, month)
