"""Languages besides English: what the tagger knows of each, a file a language in ``data/languages``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

FOLDER: Traversable = files("tei_edition.tagging").joinpath("data", "languages")


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language says who speaks; words in lower case.

    Attributes:
        said: Finite forms of verbs of saying and writing.
        participles: Their participles.
        auxiliaries: What stands before a participle.
        he: Pronouns for a man, after the verb.
        she: Pronouns for a woman.
        according: What leads in a source ("selon").
        determiners: What may stand before a noun.
        male: Nouns for persons, by their grammatical gender.
        female: The same.
        so_called: Words before scare quotes ("sogenannt").
        dialogue: Whether dialogue is printed after dashes.
    """

    said: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    so_called: frozenset[str] = frozenset()
    dialogue: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Names of places as the language has them, and words that are no name though they begin sentences."""

    places: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Dates:
    """How a language writes dates; each string is a list of alternatives.

    Attributes:
        months: Names of the months, January first.
        weekdays: Names of the days, Monday first.
        day_suffix: What may follow the number of a day ("3.", "1er").
        of: What may stand between day, month and year ("de").
        cues: What may stand before a month without a year.
        early: Before a month, year, decade or century; as are middle, late, first_half and second_half.
        joins: Small words between such a part and what it is a part of.
        spring: As are summer, autumn and winter.
        from_: What may lead in a period; ``from`` in the file.
        to: Between its ends.
        between: Leads in a time between two; ``and_`` (``and`` in the file) stands between them.
        century: The noun, before or after its number.
        roman_suffix: What may follow a Roman number of a century.
        ordinals: The words for first, second and so on.
        decade_before: Before the number of a decade; ``decade_after`` follows it.
        decade_words: Decades in words, by their two digits.
        days: Words for days near the article's, by how many days later they are.
        last: Before or after a weekday or unit; as are next and this.
        day: Units; as are week, weekend, month and year.
        ago_before: Before a number of units; ``ago_after`` follows it.
        numbers: The words for one, two and so on.
    """

    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    day_suffix: str = ""
    of: str = ""
    cues: str = ""
    early: str = ""
    middle: str = ""
    late: str = ""
    first_half: str = ""
    second_half: str = ""
    joins: str = ""
    spring: str = ""
    summer: str = ""
    autumn: str = ""
    winter: str = ""
    from_: str = ""
    to: str = ""
    between: str = ""
    and_: str = ""
    century: str = ""
    roman_suffix: str = ""
    ordinals: tuple[str, ...] = ()
    decade_before: str = ""
    decade_after: str = ""
    decade_words: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    last: str = ""
    next: str = ""
    this: str = ""
    day: str = ""
    week: str = ""
    weekend: str = ""
    month: str = ""
    year: str = ""
    ago_before: str = ""
    ago_after: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """What the tagger knows of a language; None for a layer that it lacks there."""

    tag: str
    name: str
    speech: Speech | None = None
    names: Names | None = None
    dates: Dates | None = None


@cache
def languages() -> Mapping[str, Language]:
    """Return every language by its BCP 47 tag, sorted by it; to be read only.

    Raises:
        ValueError: if a file has a key or table that means nothing.
    """
    found = sorted((entry.name, entry) for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))
    return {
        name.removesuffix(".toml"): _language(name.removesuffix(".toml"), entry.read_text(encoding="utf-8"))
        for name, entry in found
    }


def language(tag: str | None) -> Language | None:
    """Return the language of a BCP 47 tag, whatever its region or script; None where there is no file for it."""
    return languages().get(tag.split("-", 1)[0].lower()) if tag else None


def phrases(value: str) -> tuple[str, ...]:
    """Return the alternatives of a list that semicolons set apart, the longest first."""
    pieces = (" ".join(piece.split()) for piece in value.split(";"))
    return tuple(sorted({piece for piece in pieces if piece}, key=lambda piece: (-len(piece), piece)))


def entries(value: str) -> tuple[str, ...]:
    """Return the alternatives of a list that white space sets apart where no semicolon does, the longest first."""
    return phrases(value if ";" in value else ";".join(value.split()))


@cache
def speech_of(tag: str | None) -> Speech:
    """Return how a language says who speaks: nothing for English and languages without a file, all at once for None."""
    if tag is not None:
        known = language(tag)
        return (known.speech if known else None) or Speech()
    every = [one.speech for one in languages().values() if one.speech]
    lists = (one.name for one in fields(Speech) if one.name not in {"dialogue", "according"})
    # Small words that lead in a source ("so", "pour") mean other things in other languages.
    merged: dict[str, Any] = {name: frozenset().union(*(getattr(one, name) for one in every)) for name in lists}
    return Speech(**merged)


def _language(tag: str, text: str) -> Language:
    data = tomllib.loads(text)
    made: dict[str, Any] = {"tag": tag, "name": data.pop("name", tag)}
    if "speech" in data:
        made["speech"] = Speech(**_sets(tag, data.pop("speech"), Speech))
    if "names" in data:
        made["names"] = Names(**_sets(tag, data.pop("names"), Names))
    if "dates" in data:
        made["dates"] = _dates(tag, data.pop("dates"))
    _known(tag, data, Language)
    return Language(**made)


def _dates(tag: str, table: dict[str, Any]) -> Dates:
    named = {f"{key}_" if key in {"from", "and"} else key: value for key, value in table.items()}
    _known(tag, named, Dates)
    frozen: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in named.items()}
    return Dates(**frozen)


def _sets(tag: str, table: dict[str, Any], kind: type[Speech | Names]) -> dict[str, Any]:
    _known(tag, table, kind)
    return {key: frozenset(entries(value)) if isinstance(value, str) else value for key, value in table.items()}


def _known(tag: str, keys: Iterable[str], kind: type[Speech | Names | Dates | Language]) -> None:
    unknown = sorted(set(keys) - {one.name for one in fields(kind)})
    if unknown:
        message = f"{tag}.toml: {', '.join(unknown)} means nothing in {kind.__name__.lower()}"
        raise ValueError(message)
