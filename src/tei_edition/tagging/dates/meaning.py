"""What the matches of a language's date rules mean: W3C forms, by the language's calendar.

Source: TEI P5 Guidelines, att.datable.w3c.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.tagging.dates import relative
from tei_edition.tagging.dates.calendars import low
from tei_edition.tagging.dates.values import (
    Features,
    day_value,
    month_value,
    part_of_month,
    part_of_span,
    part_of_year,
    roman,
)

if TYPE_CHECKING:
    from datetime import date

    from tei_edition.tagging.dates.calendars import Calendar

_LAST_CENTURY = 21
_CALLED = re.compile(r"(?:\b(?:n[o°º]|nr|nº|p|s|pp|vol|art|§)\.?|[#$£€&])\s*$", re.IGNORECASE)
_MODERN = 1500


@dataclass(frozen=True, slots=True)
class Meaning:
    """Reads matches of ``grammar``'s patterns; None where a match is no date after all."""

    calendar: Calendar

    def full(self, match: re.Match[str], _: date | None) -> Features | None:
        """Day, month and year; one that no calendar has is a date without a value."""
        value = day_value(int(match["year"]), self._month(match["month"]), int(match["day"]))
        return {"when": value} if value else {}

    def month_day(self, match: re.Match[str], _: date | None) -> Features | None:
        """A day of a month without its year."""
        value = day_value(None, self._month(match["month"]), int(match["day"]))
        return {"when": value} if value else None

    def days(self, match: re.Match[str], _: date | None) -> Features | None:
        """From one day to another."""
        first, last = self._ends(match)
        return {"from": first, "to": last} if first and last and first < last else None

    def between_days(self, match: re.Match[str], _: date | None) -> Features | None:
        """Some time between two days."""
        first, last = self._ends(match)
        return {"notBefore": first, "notAfter": last} if first and last and first < last else None

    def _ends(self, match: re.Match[str]) -> tuple[str | None, str | None]:
        groups = match.groupdict()
        year = int(groups["year"]) if groups["year"] else None
        year1 = int(groups["year1"]) if groups.get("year1") else year
        month = self._month(match["month"])
        month1 = self._month(groups["month1"]) if groups.get("month1") else month
        return day_value(year1, month1, int(match["day1"])), day_value(year, month, int(match["day"]))

    def iso(self, match: re.Match[str], _: date | None) -> Features | None:
        """A date in W3C form."""
        year, month, day = (int(part) for part in match["iso"].split("-"))
        value = day_value(year, month, day)
        return {"when": value} if value else None

    def numeric(self, match: re.Match[str], _: date | None) -> Features | None:
        """Day, month and year in numbers: outside English the day is first."""
        value = day_value(int(match["year"]), int(match["number"]), int(match["day"]))
        return {"when": value} if value else None

    def months(self, match: re.Match[str], _: date | None) -> Features | None:
        """From one month to another."""
        year = int(match["year"])
        first = month_value(int(match["year1"] or year), self._month(match["month1"]))
        last = month_value(year, self._month(match["month"]))
        return {"from": first, "to": last} if first < last else None

    def month_year(self, match: re.Match[str], _: date | None) -> Features | None:
        """A month of a year."""
        return {"when": month_value(int(match["year"]), self._month(match["month"]))}

    def part_of_month(self, match: re.Match[str], _: date | None) -> Features | None:
        """The beginning, middle or end of a month."""
        month = self._month(match["month"])
        if match["year"] is None:
            return {"when": f"--{month:02}"}
        return part_of_month(self._part(match), int(match["year"]), month)

    def part_of_year(self, match: re.Match[str], _: date | None) -> Features | None:
        """A season, or the beginning, middle or end of a year."""
        return part_of_year(self._part(match), int(match["year"]))

    def years(self, match: re.Match[str], _: date | None) -> Features | None:
        """From one year to another; the second may leave out its century."""
        first, last = match["year"], match["last"]
        last = first[: 4 - len(last)] + last
        return {"from": first, "to": last} if int(first) < int(last) else None

    def between_years(self, match: re.Match[str], _: date | None) -> Features | None:
        """Some time between two years."""
        first, last = match["year"], match["last"]
        return {"notBefore": first, "notAfter": last} if int(first) < int(last) else None

    def month(self, match: re.Match[str], _: date | None) -> Features | None:
        """A month without its year."""
        return {"when": f"--{self._month(match['month']):02}"}

    def year(self, match: re.Match[str], _: date | None) -> Features | None:
        """A year by itself, where it is no number of a page or an amount."""
        before = match.string[max(0, match.start() - 8) : match.start()]
        return {"when": match["year"]} if int(match["year"]) >= _MODERN and not _CALLED.search(before) else None

    def century(self, match: re.Match[str], _: date | None) -> Features | None:
        """A century or a part of it."""
        number = self._ordinal(match["number"])
        return part_of_span(self._part(match), number * 100 - 99, 100) if 1 <= number <= _LAST_CENTURY else None

    def decade(self, match: re.Match[str], _: date | None) -> Features | None:
        """A decade or a part of it; without a century it is of the twentieth."""
        groups = match.groupdict()
        if groups.get("word"):
            first = self.calendar.decades[low(groups["word"])]
        else:
            digits = groups["tens"].strip("'’")
            first = int(digits) + (1900 if int(digits) < 100 else 0)  # noqa: PLR2004 - two digits
        return part_of_span(self._part(match), first, 10)

    def near_day(self, match: re.Match[str], reference: date | None) -> Features | None:
        """Yesterday, today and the like."""
        step = self.calendar.days[" ".join(match["near"].split())]
        return relative.day_after(reference, step) if reference else {}

    def weekday(self, match: re.Match[str], reference: date | None) -> Features | None:
        """A day of the week, the nearest before the article unless it says otherwise."""
        if reference is None:
            return {}
        return relative.nearest_weekday(reference, self.calendar.weekdays[low(match["weekday"])], self._step(match))

    def unit(self, match: re.Match[str], reference: date | None) -> Features | None:
        """The last, this or the next week, month or year."""
        unit = self.calendar.units[low(match["unit"])]
        if unit == "day":
            return None
        return relative.unit_near(reference, unit, self._step(match) or 0) if reference else {}

    def ago(self, match: re.Match[str], reference: date | None) -> Features | None:
        """Some days, weeks, months or years before the article."""
        count = match["count"]
        number = int(count) if count.isdigit() else self.calendar.numbers[low(count)]
        return relative.before(reference, number, self.calendar.units[low(match["unit"])]) if reference else {}

    def _month(self, name: str) -> int:
        return self.calendar.months[low(name)]

    def _part(self, match: re.Match[str]) -> str:
        return self.calendar.parts[low(match["part"])] if match["part"] else ""

    def _step(self, match: re.Match[str]) -> int | None:
        groups = match.groupdict()
        word = groups.get("which") or groups.get("after")
        return self.calendar.steps[low(word)] if word else None

    def _ordinal(self, words: str) -> int:
        if (known := self.calendar.ordinals.get(low(words))) is not None:
            return known
        if digits := re.match(r"\d+", words):
            return int(digits[0])
        return roman(words)
