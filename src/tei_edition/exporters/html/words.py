"""Words that a site says by itself, by language, and how that language writes dates: ``words.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEAR, _MONTH, _DAY = 4, 7, 10


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        language: The language they are in: the one asked for, or English.
        words: By their keys in ``words.toml``.
        months: Names of the months in order.
    """

    language: str
    words: Mapping[str, str]
    months: tuple[str, ...]

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def filled(self, key: str, value: object) -> str:
        """Return the words of a key with ``value`` in their gap."""
        return self.words[key].replace("{}", str(value))

    def counted(self, key: str, number: int) -> str:
        """Return ``1 article`` or ``3 articles`` for the key ``article``."""
        return self.words[f"{key}_one"] if number == 1 else self.filled(f"{key}_many", number)

    def date(self, value: str) -> str:
        """Return a W3C date as it is written; as it stands where it is none."""
        if len(value) not in {_MONTH, _DAY} or not value.replace("-", "").isdecimal():
            return value
        number = int(value[5:7])
        if not 1 <= number <= len(self.months):
            return value
        pattern = self.words["date" if len(value) == _DAY else "month_date"]
        day = str(int(value[8:])) if len(value) == _DAY else ""
        return pattern.format(day=day, month=self.months[number - 1], year=value[:_YEAR])


@cache
def words(language: str) -> Words:
    """Return the words for a BCP 47 tag, in English where there are none in that language."""
    tables = tomllib.loads((files("tei_edition.exporters.html") / "words.toml").read_text("utf-8"))
    primary = language.lower().partition("-")[0]
    table = tables.get(primary, tables["en"])
    own = {key: value for key, value in table.items() if isinstance(value, str)}
    return Words(language if primary in tables else "en", own, tuple(table["months"]))
