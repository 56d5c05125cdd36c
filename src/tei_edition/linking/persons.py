"""Persons: which mentions of an article mean one person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import folded
from tei_edition.core.identifiers import slug
from tei_edition.model.registry import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|Esq|JR|SR|ESQ|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XXIII)\.?$")
_PARTICLES = frozenset(
    "de da di do dos das del della der den des du la le van von zu zum ter ten bin ibn al el ul ben".split()
)
_BY_SURNAME, _REPEATED, _BY_FORENAME = 0.95, 0.9, 0.75
_FEMALE = frozenset({"mrs", "miss", "ms", "mme", "lady", "queen", "madame"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts; a name of one word is all surname.

    Attributes:
        forenames: Given names and initials, in order.
        link: Particles between, such as "von".
        surname: The family name; of a monarch the last given name.
        suffix: "Jr.", "II" …
    """

    forenames: tuple[str, ...]
    link: str
    surname: str
    suffix: str

    @property
    def full(self) -> str:
        """The whole name."""
        pieces = [*self.forenames, self.link, self.surname, self.suffix]
        return " ".join(piece for piece in pieces if piece)

    @property
    def key(self) -> str:
        """The family name without case and marks, particles left out."""
        return folded(self.surname)


def parsed(name: str) -> PersonName:
    """Take a name apart; words in capitals get their usual case."""
    words = " ".join(name.split())
    suffix = _SUFFIX.search(words)
    pieces = [_usual_case(word) for word in (words[: suffix.start()] if suffix else words).split()]
    at = len(pieces) - 1
    while at > 1 and pieces[at - 1].lower() in _PARTICLES:
        at -= 1
    first_link = min(len(pieces) - 1, at)
    return PersonName(
        tuple(pieces[:first_link]),
        " ".join(pieces[first_link:-1]),
        pieces[-1] if pieces else "",
        _usual_suffix(suffix[0].strip(", ")) if suffix else "",
    )


def _usual_case(word: str) -> str:
    if len(word) < 2 or not word.isupper() or "." in word:  # noqa: PLR2004 - a single capital is an initial
        return word
    if word.lower() in _PARTICLES:
        return word.lower()
    cased = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
    return re.sub(r"\bMc([^\W\d_])", lambda match: f"Mc{match[1].upper()}", re.sub(r"(?<=\w)(['’])S$", r"\1s", cased))


def _usual_suffix(suffix: str) -> str:
    return suffix.capitalize() if suffix.rstrip(".") in {"JR", "SR", "ESQ"} else suffix


def forms_in_usual_case(preferred: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Return forms of a name, sorted, none twice but for case: words in capitals get their usual case.

    Of forms that differ only in case the preferred one stands, else the first that is written in both cases.
    """
    kept = {preferred.casefold(): preferred}
    for form in sorted(forms, key=lambda form: (form.isupper(), form)):
        kept.setdefault(form.casefold(), parsed(form).full if form.isupper() else form)
    return tuple(sorted(kept.values()))


@dataclass(slots=True)
class _Person:
    name: PersonName
    forms: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


class Persons:
    """The persons of one article: learns every mention first, then says whom each means."""

    def __init__(self, mentions: Iterable[tuple[str, str]], stated: Mapping[str, str]) -> None:
        """Learn mentions as (name, what stands before it) pairs.

        ``stated`` gives the preferred forms of names as the text has them.
        """
        self.people: list[_Person] = []
        self.bearers: dict[str, list[_Person]] = {}
        self.stated = stated
        by_length = sorted(dict.fromkeys(mentions), key=_most_telling)
        for name, before in by_length:
            self._learn(parsed(stated.get(name, name)), name, before)

    def _learn(self, name: PersonName, form: str, before: str) -> None:
        person = self._bearer(name, before)
        if person is None:
            if self._is_ambiguous(name, before):
                return
            person = _Person(name)
            self.people.append(person)
            for key in dict.fromkeys((name.key, *(folded(forename) for forename in name.forenames[:1]))):
                self.bearers.setdefault(key, []).append(person)
        elif len(name.full) > len(person.name.full):
            person.name = name
        person.forms.add(" ".join(form.split()))
        title = _title(before)
        if title:
            person.titles.add(title.rstrip(".").lower())

    def _bearer(self, name: PersonName, before: str) -> _Person | None:
        fitting = [person for person in self._fitting(name) if _title_fits(person, name, before)]
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, name: PersonName) -> list[_Person]:
        return [person for person in self.bearers.get(name.key, ()) if _fits(name, person.name)]

    def _is_ambiguous(self, name: PersonName, before: str) -> bool:
        fitting = self._fitting(name)
        return len(fitting) > 1 or (len(fitting) == 1 and not _title_fits(fitting[0], name, before))

    def reference(self, form: str, before: str) -> str | None:
        """Return the id of the person whom a mention means; None where several can be meant."""
        person = self._bearer(parsed(self.stated.get(form, form)), before)
        return _identifier(person.name) if person is not None else None

    def certainty(self, form: str, before: str) -> float:
        """Return how sure it is, from 0 to 1, that a mention is a person, by what else the article calls that person.

        A surname whose full name stands in the article is as sure as the article can make it.
        """
        name = parsed(self.stated.get(form, form))
        person = self._bearer(name, before)
        if person is None or not person.name.forenames:
            return 0.0
        if name.forenames:
            return _REPEATED if len(person.forms) > 1 else 0.0
        return _BY_SURNAME if name.key == person.name.key else _BY_FORENAME

    def entities(self) -> tuple[Entity, ...]:
        """Return the persons as entities with ``forename`` and ``surname``."""
        return tuple(_entity(person) for person in self.people)


def _most_telling(mention: tuple[str, str]) -> tuple[int, bool, tuple[str, str]]:
    """Sort long names first, and of these the ones in capitals last: those do not say what their usual case is."""
    return -len(mention[0].split()), mention[0].isupper(), mention


def _fits(name: PersonName, known: PersonName) -> bool:
    """Tell whether a name can mean the bearer of another one that is as long or longer."""
    if not name.forenames:
        single = name.key
        return single == known.key or (len(known.forenames) > 0 and single == folded(known.forenames[0]))
    if not known.forenames:
        return name.key == known.key
    if name.key != known.key or (name.suffix and known.suffix and name.suffix != known.suffix):
        return False
    return _forenames_fit(_split(name.forenames), _split(known.forenames))


def _split(forenames: tuple[str, ...]) -> list[str]:
    return [folded(piece) for forename in forenames for piece in re.split(r"\.-?|-", forename) if piece]


def _forenames_fit(one: list[str], other: list[str]) -> bool:
    """Tell whether given names and initials agree from the first on: "V.I." with "Vladimir Ilyich"."""
    short, long = sorted((one, other), key=len)
    agree = all(_agrees(first, second) for first, second in zip(short, long, strict=False))
    return agree and (len(short[0]) > 1 or len(one) == len(other) or len(long[0]) == 1)


def _agrees(first: str, second: str) -> bool:
    return first == second or (1 in {len(first), len(second)} and first[0] == second[0])


def _title_fits(person: _Person, name: PersonName, before: str) -> bool:
    """Tell whether a title allows a one-word name to mean a person: "Mrs. Jones" is not the Jones who was never one."""
    title = _title(before).rstrip(".").lower()
    if name.forenames or title not in _FEMALE or not person.name.forenames:
        return True
    return bool(person.titles & _FEMALE)


def _title(before: str) -> str:
    words = before.split()
    return words[-1] if words and words[-1][:1].isupper() else ""


def _identifier(name: PersonName) -> str:
    forenames = "-".join(forename.replace(".", "") for forename in name.forenames)
    return "pers-" + (slug(f"{name.link} {name.surname} {forenames} {name.suffix}") or "unknown")


def _entity(person: _Person) -> Entity:
    name = person.name
    features = [("surname", f"{name.link} {name.surname}".strip())] if name.forenames else []
    if name.forenames:
        features.append(("forename", " ".join(name.forenames)))
    return Entity(
        _identifier(name), "person", name.full, forms_in_usual_case(name.full, person.forms), features=tuple(features)
    )
