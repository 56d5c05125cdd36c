"""The word lists of ``data/lexicon.toml`` and of the tables beside it, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists; words in lower case, phrases as they are written."""

    honorifics: frozenset[str]
    qualifiers: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_openers: frozenset[str]
    organisations: frozenset[str]
    periodicals: frozenset[str]
    regions: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    place_prepositions: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    demonyms: frozenset[str]
    speech_verbs: frozenset[str]
    writing_verbs: frozenset[str]
    written_sources: frozenset[str]
    work_nouns: frozenset[str]
    newspaper_nouns: frozenset[str]
    mention_nouns: frozenset[str]
    pronouns_male: frozenset[str]
    pronouns_female: frozenset[str]
    abbreviations: frozenset[str]
    function_words: frozenset[str]
    determiners: frozenset[str]
    gerunds: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the word lists of the tagger."""
    tables = tomllib.loads(_data("lexicon.toml"))
    lists = {name: _entries(value) for name, value in tables.items()}
    return Lexicon(**lists)


@cache
def given_names() -> dict[str, str]:
    """Return the given names in lower case, each with M, F or an empty string; to be read only."""
    found = dict.fromkeys(_data("given_learnt.txt").split(), "")
    for line in _data("given_names.txt").splitlines():
        gender, _, names = line.partition(" ")
        for name in names.split():
            found[name] = gender if not found.get(name) else ""
    return found


@cache
def given_names_written() -> frozenset[str]:
    """Return the given names that were not learnt from annotated texts, in lower case."""
    written = (name for line in _data("given_names.txt").splitlines() for name in line.partition(" ")[2].split())
    return name_lists().given_names.union(written)


@dataclass(frozen=True, slots=True)
class NameLists:
    """Names from general knowledge: of persons in lower case; organisations and places as they are written."""

    given_names: frozenset[str]
    surnames: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]


@cache
def name_lists() -> NameLists:
    """Return the names that were written down from general knowledge."""
    return NameLists(
        given_names=frozenset(_data("given_names_of_the_world.txt").split()),
        surnames=frozenset(_data("surnames.txt").split()),
        organisations=frozenset(_data("organisations.txt").splitlines()),
        places=frozenset(_data("places.txt").splitlines()),
    )


def _entries(value: str) -> frozenset[str]:
    if ";" in value:
        return frozenset(entry for entry in (" ".join(piece.split()) for piece in value.split(";")) if entry)
    return frozenset(value.split())


def _data(name: str) -> str:
    return files("tei_edition.tagging").joinpath("data", name).read_text(encoding="utf-8")
