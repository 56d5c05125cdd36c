"""The words by which a text says who speaks, read once from ``data/speech.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Word lists in lower case.

    Attributes:
        saying: Every form of the verbs of saying and writing.
        weak: Those of them that are weak evidence.
        writing: Those of them that tell of writing.
        gerunds: Those of them that end in -ing.
        bases: Those of them that may be a noun too, for they have no ending.
        between: What may stand between a subject and its verb.
        genders: Nouns for persons, each with M, F or an empty string.
        kin: Nouns for relatives.
        groups: Nouns for persons that mean several, or a body: no "he" or "she".
        governing: Prepositions that make a name no subject.
        subordinating: Conjunctions that open a clause before the main one.
    """

    saying: frozenset[str]
    weak: frozenset[str]
    writing: frozenset[str]
    gerunds: frozenset[str]
    bases: frozenset[str]
    between: frozenset[str]
    genders: dict[str, str]
    kin: frozenset[str]
    groups: frozenset[str]
    governing: frozenset[str]
    subordinating: frozenset[str]


@cache
def speech_words() -> SpeechWords:
    """Return the word lists; to be read only."""
    table = tomllib.loads(files("tei_edition.tagging").joinpath("data", "speech.toml").read_text(encoding="utf-8"))
    lists = {name: value.split() for name, value in table.items()}
    saying = {form for lemma in (*lists["say"], *lists["judge"]) for form in forms(lemma)} | {
        *lists["said"],
        *lists["write"],
    }
    genders = dict.fromkeys(lists["person"], "")
    genders.update({f"{noun}s": "" for noun in lists["person"] if not noun.endswith("s")})
    genders.update(dict.fromkeys(lists["male"], "M"))
    genders.update(dict.fromkeys(lists["female"], "F"))
    return SpeechWords(
        frozenset(saying),
        frozenset(form for lemma in lists["weak"] for form in (lemma, *forms(lemma))),
        frozenset(lists["write"]),
        frozenset(form for form in saying if form.endswith("ing")),
        frozenset((*lists["say"], *lists["judge"])),
        frozenset(word.replace("_", " ") for word in lists["between"]),
        genders,
        frozenset(lists["kin"]),
        frozenset(lists["groups"]),
        frozenset(lists["governing"]),
        frozenset(lists["subordinating"]),
    )


def forms(lemma: str) -> tuple[str, str, str, str]:
    """Return the regular forms of a verb: itself, and those in -s, -ed and -ing."""
    if lemma.endswith("e"):
        return lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    plural = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z", "go")) else f"{lemma}s"
    return lemma, plural, f"{stem}ed", f"{stem}ing"


_DOUBLING = frozenset(
    {"admit", "beg", "concur", "demur", "hum", "kid", "nag", "nod", "quip", "snap", "sob", "submit", "stir"}
)
