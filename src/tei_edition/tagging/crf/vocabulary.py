"""What is known of a single word or of a few beside each other, whatever the article: lists, gazetteer, case."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import CITY, COUNTRY, DIVISION, REGION, places_named
from tei_edition.tagging.lexicon import given_names_written, lexicon, name_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

_MILLION, _LARGE, _MIDDLING = 1_000_000, 150_000, 30_000
_LISTS = (
    ("h", "honorifics"),
    ("q", "qualifiers"),
    ("x", "suffixes"),
    ("p", "particles"),
    ("o", "organisation_heads"),
    ("b", "organisation_openers"),
    ("l", "place_heads"),
    ("k", "place_openers"),
    ("i", "place_prepositions"),
    ("m", "months"),
    ("w", "weekdays"),
    ("d", "demonyms"),
    ("v", "speech_verbs"),
    ("f", "function_words"),
)
_SHORTEST = 4
_WIDE = {COUNTRY: "C", DIVISION: "A", REGION: "R"}
UNKNOWN = "?"
"""The case class of a word that was not seen often enough."""
_SMALL = frozenset("34")
"""Case classes of words that are mostly written small."""


@lru_cache(maxsize=65536)
def flags(word: str) -> str:
    """Return a letter for each list that has the word, whatever its case; a capital for its kind of place."""
    low = word.lower()
    bare = low.rstrip(".")
    lists = lexicon()
    found = [letter for letter, name in _LISTS if bare in getattr(lists, name) or low in getattr(lists, name)]
    if "d" not in found and low.endswith("s") and low[:-1] in lists.demonyms:
        found.append("d")
    if low in given_names_written():
        found.append("g")
    if low in name_lists().surnames:
        found.append("s")
    if word[0].isupper():
        found.append(place_class(word))
    elif (
        len(word) > _SHORTEST and word not in lists.function_words and place_class(word.capitalize()) in {"C", "A", "M"}
    ):
        found.append("z")
    return "".join(found)


@lru_cache(maxsize=65536)
def place_class(name: str) -> str:
    """Return a letter for the best known place of that name: its kind and size; empty for none."""
    found = places_named(name)
    usual = usual_case(name)
    if usual in lexicon().regions or usual in name_lists().places:
        return "R"
    if not found:
        return ""
    best = found[0]
    if best.kind in _WIDE:
        return _WIDE[best.kind]
    size = "M" if best.population >= _MILLION else "L" if best.population >= _LARGE else ""
    small = "S" if best.population >= _MIDDLING else "T"
    return (size or small) if best.kind == CITY else (size or small).lower().replace("l", "V").replace("m", "V")


def usual_case(name: str) -> str:
    """Return a name in capitals as a running text has it; short ones, that may be abbreviations, as they are."""
    return name.title() if name.isupper() and len(name) > _SHORTEST else name


def running_case(word: str, case: Mapping[str, str]) -> str:
    """Return a word of a text in capitals as a running text would have it, by how it is written elsewhere.

    Words that are mostly written small are small, known abbreviations and initials stay, others are capitalised.
    """
    low = word.lower()
    if not word.isupper() or len(word) == 1 or "." in word or word in name_lists().organisations:
        return word
    if case.get(low, UNKNOWN) in _SMALL:
        return low
    return word if len(word) <= _SHORTEST and (low not in case or place_class(word) == "C") else word.title()


@lru_cache(maxsize=65536)
def shape(word: str) -> str:
    """Return the form of a word in a few characters: "Xx" for Paris, "X.X." for U.S., "dd" for 1997."""
    if word.islower() and word.isalpha():
        return "x"
    found: list[str] = []
    for c in word[:12]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if len(found) < 2 or found[-1] != kind or found[-2] != kind:  # noqa: PLR2004 - runs of two at most
            found.append(kind)
    return "".join(found)


def case_classes(table: str) -> dict[str, str]:
    """Read how often each known word is written in lower case, a line for each class from 0 (never) to 4."""
    return {word: str(digit) for digit, line in enumerate(table.splitlines()) for word in line.split()}


def case_class(lower: int, upper: int) -> str:
    """Return the class of a word from how often it was seen in lower case and capitalised within sentences."""
    if lower + upper < 2:  # noqa: PLR2004 - once is no habit
        return UNKNOWN
    share = lower / (lower + upper)
    return "0" if share < 0.05 else "1" if share < 0.3 else "2" if share < 0.7 else "3" if share < 0.97 else "4"  # noqa: PLR2004
