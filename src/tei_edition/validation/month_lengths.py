"""The lengths of months. Python's ``calendar`` knows no years before 1, and takes long to load."""

from __future__ import annotations

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


def month_length(year: int, month: int) -> int:
    """Return how many days a month has in the Gregorian calendar, extended to all years; the year 0 is a leap year.

    Args:
        year: Any whole number.
        month: From 1.
    """
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (leap and month == _FEBRUARY)
