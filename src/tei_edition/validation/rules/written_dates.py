"""Dates whose words say another year or month than their attribute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.text import text_of
from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_YEARS = r"(?<![\d./-])(?:1[5-9]|20)\d\d(?![\d/-])"
_WORDS = r"[^\W\d_]+"
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NEIGHBOURS = frozenset({0, 1, 11})
"""How far the months of two calendars are apart."""


def check(document: Context) -> Iterator[Issue]:
    """Yield dates of which the text names one year and @when another; or another month, but for Julian dates."""
    for element, attribute, value in document.carrying("when"):
        words = text_of(element)
        if words and not element.get("calendar") and _contradicts(date_parts(value), words):
            shown = " ".join(words.split())[:40]
            yield Issue("R438", f'@when is {value}, the text says "{shown}"', element, attribute)


def _contradicts(parts: tuple[int, ...], words: str) -> bool:
    if not parts:
        return False
    years = {int(year) for year in re.findall(_YEARS, words)}
    if len(years) == 1 and parts[0] not in years:
        return True
    months = _months(words) if len(parts) > 1 and not _says(words, parts[1]) else set()
    if len(months) != 1 or parts[1] in months:
        return False
    # The months of two calendars are neighbours; then the days differ.
    same_day = len(parts) > 2 and str(parts[2]) in re.findall(r"\d+", words)  # noqa: PLR2004 - year, month, day
    return same_day or abs(parts[1] - min(months)) not in _NEIGHBOURS


def _says(words: str, month: int) -> bool:
    """Tell whether words name a month in English; of months in other languages the table has to be read."""
    name = _ENGLISH[month - 1 : month]
    said = words.lower().replace(".", " ").replace(",", " ").split()
    return bool(name) and (name[0] in said or name[0][:3] in said)


def _months(words: str) -> set[int]:
    found = [word.lower() for word in re.findall(_WORDS, words)]
    if not found:
        return set()
    from tei_edition.core.dates import MONTHS  # noqa: PLC0415 - few documents need it

    return {MONTHS[word] for word in found if word in MONTHS}
