"""Dates and times in the forms of W3C XML Schema, as @when and its like hold them.

Source: TEI Guidelines, ND "Dates and Times"; W3C XML Schema Part 2, sections 3.2.7 to 3.2.14.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.validation.month_lengths import month_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PERIOD = ("from", "to", "notBefore", "notAfter")
TEMPORAL = ("when", *PERIOD)

_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_TIME = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_YEAR = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_FORMS = (
    _YEAR,
    _YEAR + r"-(?P<month>\d\d)",
    _YEAR + r"-(?P<month>\d\d)-(?P<day>\d\d)(?:T" + _TIME + ")?",
    r"--(?P<month>\d\d)",
    r"--(?P<month>\d\d)-(?P<day>\d\d)",
    r"---(?P<day>\d\d)",
    _TIME,
)
_NAMES = ("year", "month", "day")
_PLAIN = ((4,), (4, 2), (4, 2, 2))
"""The lengths of year, month and day, where a date is nothing else."""
_LEAP_YEAR = 2000
_MONTHS = 12
_LONGEST_MONTH = 31


@lru_cache(4096)
def is_temporal(value: str) -> bool:
    """Tell whether ``value`` is a date or time of the W3C forms that the calendar has."""
    return any(map(_possible, _readings(value.strip())))


@lru_cache(4096)
def date_parts(value: str) -> tuple[int, ...]:
    """Return year, month and day as far as ``value`` gives them; empty where it is no date with a year."""
    dated = (parts for parts in _readings(value.strip()) if "year" in parts)
    return tuple(next(dated, {}).values())


def _readings(value: str) -> Iterator[dict[str, int]]:
    """Yield year, month and day as far as each form that ``value`` has gives them."""
    written = value.split("-")
    if tuple(map(len, written)) in _PLAIN and value.isascii() and all(map(str.isdigit, written)):
        # Nearly all dates are like that, and the expressions take long to compile.
        yield dict(zip(_NAMES, map(int, written), strict=False))
        return
    for form in _FORMS:
        if match := re.fullmatch(form + _ZONE, value, re.ASCII):
            found = match.groupdict()
            yield {name: int(found[name]) for name in _NAMES if found.get(name)}


def _possible(parts: Mapping[str, int]) -> bool:
    month, day = parts.get("month", 1), parts.get("day", 1)
    if not 1 <= month <= _MONTHS or day < 1 or parts.get("year") == 0:
        return False
    if "month" not in parts:
        return day <= _LONGEST_MONTH
    year = parts.get("year", _LEAP_YEAR)
    return day <= month_length(year, month)
