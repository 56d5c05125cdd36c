"""Words that a book says by itself ("Contents", "Note 3"), by language: ``labels.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Labels:
    """The words of one language.

    Attributes:
        language: The language they are in: the one asked for, or English.
        words: By their keys in ``labels.toml``.
    """

    __slots__ = ("language", "words")

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        self.language = language
        self.words = words

    def __getitem__(self, key: str) -> str:
        return self.words[key]


@cache
def labels(language: str) -> Labels:
    """Return the words for a BCP 47 tag, in English where there are none in that language."""
    tables = tomllib.loads((files("tei_edition.exporters.xhtml") / "labels.toml").read_text("utf-8"))
    primary = language.lower().partition("-")[0]
    return Labels(language, tables[primary]) if primary in tables else Labels("en", tables["en"])
