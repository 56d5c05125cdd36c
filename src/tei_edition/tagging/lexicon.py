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
def surnames() -> frozenset[str]:
    """Return surnames in lower case."""
    return frozenset(_data("surnames_learnt.txt").split())


@cache
def common_words() -> frozenset[str]:
    """Return words that are no evidence of a name when a sentence begins with one."""
    return frozenset(_data("common_words.txt").split())


@cache
def phrases() -> dict[str, str]:
    """Return known names of places and organisations as they are written, each with its label; to be read only."""
    found = {}
    for line in _data("names_learnt.tsv").splitlines():
        name, label = line.split("\t")
        low = name.lower()
        if low not in lexicon().demonyms and low not in lexicon().honorifics and low not in common_words():
            found[name] = "placeName" if label == "LOC" else "orgName"
    found.update(dict.fromkeys(lexicon().regions, "placeName"))
    found.update(dict.fromkeys(lexicon().organisations, "orgName"))
    return found


@cache
def phrase_openers() -> dict[str, int]:
    """Return the first word of each known name, in its case, with the greatest number of words that follow from it."""
    longest: dict[str, int] = {}
    for name in phrases():
        pieces = name.split()
        longest[pieces[0]] = max(longest.get(pieces[0], 0), len(pieces))
    return longest


def _entries(value: str) -> frozenset[str]:
    if ";" in value:
        return frozenset(entry for entry in (" ".join(piece.split()) for piece in value.split(";")) if entry)
    return frozenset(value.split())


def _data(name: str) -> str:
    return files("tei_edition.tagging").joinpath("data", name).read_text(encoding="utf-8")
