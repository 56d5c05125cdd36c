"""Words that a site says by itself, by language: ``words.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.exporters.reading.dates import written_date

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        language: The language they are in: the one asked for, or English.
        words: By their keys in ``words.toml``.
    """

    language: str
    words: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def filled(self, key: str, value: object) -> str:
        """Return the words of a key with ``value`` in their gap."""
        return self.words[key].replace("{}", str(value))

    def counted(self, key: str, number: int) -> str:
        """Return ``1 article`` or ``3 articles`` for the key ``article``."""
        return self.words[f"{key}_one"] if number == 1 else self.filled(f"{key}_many", number)

    def date(self, value: str) -> str:
        """Return a W3C date as the language writes it; as it stands where it is none."""
        return written_date(value, self.language)


@cache
def words(language: str) -> Words:
    """Return the words for a BCP 47 tag, in English where there are none in that language."""
    tables = tomllib.loads((files("tei_edition.exporters.html") / "words.toml").read_text("utf-8"))
    primary = language.lower().partition("-")[0]
    return Words(language if primary in tables else "en", tables.get(primary, tables["en"]))
