"""Words that a book says by itself ("Contents", "Note 3"), by language: ``labels.tsv``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


class Labels:
    """The words of one language.

    Attributes:
        language: The language they are in: the one asked for, or English.
        words: By their keys in ``labels.tsv``.
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
    return Labels(*words_in(__file__, "labels.tsv", language))


def words_in(module: str, table: str, language: str) -> tuple[str, dict[str, str]]:
    """Return the words for a BCP 47 tag from a table with a column a language, and the language that they are in."""
    (_, *languages), *lines = rows(module, table)
    primary = language.lower().partition("-")[0]
    shown = primary if primary in languages else "en"
    column = languages.index(shown) + 1
    return language if shown == primary else "en", {line[0]: line[column] for line in lines}
