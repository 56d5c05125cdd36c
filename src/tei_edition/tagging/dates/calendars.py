"""The words for dates of one language, as alternatives of regular expressions and by what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.tagging.languages import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.tagging.languages import Dates

NOTHING = r"(?!)"
"""A pattern that matches nowhere."""

PARTS = {"early": "early", "middle": "mid", "late": "late", "first_half": "first half", "second_half": "second half"}
SEASONS = ("spring", "summer", "autumn", "winter")
UNITS = ("day", "week", "weekend", "month", "year")
_SPACE = r"[\s\u00a0]+"


def any_of(words: str | Iterable[str]) -> str:
    """Return a group that matches any of the words, the longest first; one that matches nothing where there is none."""
    found = phrases(words) if isinstance(words, str) else sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word).replace(re.escape(' '), _SPACE) for word in found)})" if found else NOTHING


def low(words: str) -> str:
    """Return words in lower case, with single spaces."""
    return " ".join(words.lower().split())


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of a language, each with what it means.

    Attributes:
        words: As the language's file has them.
        months: Number of the month by its name.
        weekdays: Number of the day of the week, Monday being 0.
        numbers: Values of numbers in words.
        ordinals: Values of ordinals in words.
        days: How many days after the article's, by word; as the file writes them.
        decades: First year of a decade of the twentieth century, by its words.
        parts: Part of a year or longer by word, in the terms of ``values``.
        units: Unit by word.
        steps: -1, 0 or 1 by "last", "this" or "next".
    """

    words: Dates
    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    days: dict[str, int]
    decades: dict[str, int]
    parts: dict[str, str]
    units: dict[str, str]
    steps: dict[str, int]


def calendar_of(words: Dates) -> Calendar:
    """Return the calendar of a language's words."""
    return Calendar(
        words,
        months=_counted(words.months, 1),
        weekdays=_counted(words.weekdays, 0),
        numbers=_counted(words.numbers, 1),
        ordinals=_counted(words.ordinals, 1),
        days={word: int(step) for step, names in words.days.items() for word in phrases(names)},
        decades={word: 1900 + int(tens) for tens, names in words.decade_words.items() for word in phrases(names)},
        parts={word: part for name, part in PARTS.items() for word in phrases(getattr(words, name))}
        | {word: season for season in SEASONS for word in phrases(getattr(words, season))},
        units={word: unit for unit in UNITS for word in phrases(getattr(words, unit))},
        steps={word: step for name, step in _STEPS.items() for word in phrases(getattr(words, name))},
    )


_STEPS = {"last": -1, "this": 0, "next": 1}


def _counted(names: Iterable[str], first: int) -> dict[str, int]:
    return {word: number for number, alike in enumerate(names, first) for word in phrases(alike)}
