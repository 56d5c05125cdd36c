"""Names of persons, places and organisations: rules for each passage, then evidence of the whole article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.gazetteer import COUNTRY, DIVISION, VARIANT, places_named
from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation
from tei_edition.tagging.evidence import Evidence, evidence
from tei_edition.tagging.lexicon import lexicon, phrases
from tei_edition.tagging.organisations import organisation
from tei_edition.tagging.persons import full_name, name_end, titled_name, unknown_name
from tei_edition.tagging.places import feature_name
from tei_edition.tagging.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.tagging.passages import Passage

PERSON, PLACE, ORGANISATION = "persName", "placeName", "orgName"
_GREAT_CITY = 300_000
_SURE, _LIKELY, _WEAK = 0.9, 0.7, 0.4


class Name(NamedTuple):
    """A name in a passage: indices of its first word and of the one after its last, label and certainty."""

    start: int
    end: int
    label: str
    certainty: float


def names(text: str, passages: Sequence[Passage], agent: str) -> tuple[Annotation, ...]:
    """Return the names of persons, places and organisations in the passages of an article; none overlaps another."""
    read = [evidence(text, words(text, passage.span)) for passage in passages]
    first = [
        tuple(_in_byline(known)) if passage.kind in {"byline", "signed"} else tuple(_in_passage(known))
        for known, passage in zip(read, passages, strict=True)
    ]
    document = _Document(read, first)
    found: list[Annotation] = []
    for known, names_there in zip(read, first, strict=True):
        found.extend(_annotation(known, name, agent) for name in document.completed(known, names_there))
    return tuple(found)


def _annotation(known: Evidence, name: Name, agent: str) -> Annotation:
    span = Span(known.words[name.start].start, known.words[name.end - 1].end)
    if name.label == PERSON and known.words[name.end - 1].text == "." and known.low(name.end - 2) not in {"jr", "sr"}:
        span = Span(span.start, known.words[name.end - 2].end)
    return Annotation(span, name.label, agent, name.certainty)


def _in_byline(known: Evidence) -> Iterator[Name]:
    """Yield the author of a byline: the words in capitals after "By" or a dash."""
    at = 0
    while at < len(known.words):
        end = (
            name_end(Evidence(known.text, known.words, shouting=True, title_case=False), at)
            if known.low(at) not in _NO_AUTHOR
            else at
        )
        if end - at > 1:
            yield Name(at, end, PERSON, _SURE)
        at = max(end, at + 1)


_NO_AUTHOR = frozenset("by from the special staff our and in to of correspondent reporter editor".split())


def _in_passage(known: Evidence) -> Iterator[Name]:
    at = 0
    while at < len(known.words):
        name = _name_at(known, at) if known.capital(at) or known.honorific(at) else _low_place(known, at)
        if name is not None:
            yield name
            at = name.end
        else:
            at += 1


def _low_place(known: Evidence, at: int) -> Name | None:
    """Return a country, state or large city that is written without a capital, after a word of place: "in malaysia"."""
    if known.low(at - 1) not in {"in", "from"} or known.common(at) or len(known.low(at)) <= 4:  # noqa: PLR2004
        return None
    for end in (at + 2, at + 1):
        found = places_named(known.joined(at, end)) if end <= len(known.words) else ()
        if found and (found[0].kind in {COUNTRY, DIVISION} or found[0].population >= _GREAT_CITY):
            return Name(at, end, PLACE, _WEAK + 0.1)
    return None


def _name_at(known: Evidence, at: int) -> Name | None:  # noqa: PLR0911 - one line a kind of name
    """Return the name that begins at a word, or after the titles that begin there."""
    start, end = titled_name(known, at)
    if end > start:
        return Name(start, end, PERSON, _SURE)
    if not known.capital(at) or (known.words[at].opens_sentence and known.low(at) in lexicon().function_words):
        return None
    phrase_end, label = known.phrase(at)
    person_end = full_name(known, at)
    organisation_end = organisation(known, at)
    place_end = max(known.place(at), feature_name(known, at))
    best = max(phrase_end, person_end, organisation_end, place_end)
    if best == at:
        return _unknown(known, at)
    if phrase_end == best:
        return Name(at, best, label, _SURE) if _phrase_fits(known, at, best) else None
    if organisation_end == best:
        return Name(at, best, ORGANISATION, _LIKELY)
    if person_end == best and not (place_end == best and best - at > 1):
        return Name(at, best, PERSON, _SURE)
    return _place(known, at, place_end)


def _phrase_fits(known: Evidence, at: int, end: int) -> bool:
    return end - at > 1 or not known.common(at) or not known.words[at].opens_sentence


def _place(known: Evidence, at: int, end: int) -> Name | None:
    if known.demonym(at) and end - at == 1:
        return None
    if end - at == 1 and not known.located(at) and (known.given(at) or known.surname(at)):
        return _unknown(known, at)
    return Name(at, end, PLACE, _SURE if known.located(at) or end - at > 1 else _LIKELY)


def _unknown(known: Evidence, at: int) -> Name | None:
    """Judge a word or words that no list knows."""
    end = unknown_name(known, at)
    if end > at:
        return Name(at, end, PERSON, _LIKELY if known.surname(end - 1) else _WEAK + 0.1)
    if (
        (known.common(at) and not known.given(at))
        or known.demonym(at)
        or known.calendar(at)
        or known.title_case
        or known.shouting
    ):
        return None
    return _single(known, at)


def _single(known: Evidence, at: int) -> Name | None:
    word = known.words[at]
    if len(word.text) < 3 or not word.text.replace("-", "").replace("’", "").replace("'", "").isalpha():  # noqa: PLR2004
        return None
    if word.text.isupper():
        return Name(at, at + 1, ORGANISATION, _WEAK) if _is_acronym(known, at) else None
    if known.given(at) and not (known.common(at) and word.opens_sentence):
        return Name(at, at + 1, PERSON, _LIKELY)
    if known.surname(at) or _speaks(known, at):
        return Name(at, at + 1, PERSON, _WEAK + 0.1)
    if known.low(at - 1) in {"in", "near", "outside", "via"} and not word.opens_sentence and not known.capital(at + 1):
        return Name(at, at + 1, PLACE, _WEAK)
    return None


def _is_acronym(known: Evidence, at: int) -> bool:
    return known.low(at - 1) in {"the", "by", "of"} and not known.capital(at + 1) and len(known.words[at].text) <= 5  # noqa: PLR2004


def _speaks(known: Evidence, at: int) -> bool:
    return known.low(at + 1) in lexicon().speech_verbs or (
        known.low(at - 1) in {"said", "says", "asked", "replied", "cried", "added", "told"}
    )


def _is_great(word: str) -> bool:
    """Tell whether a place is so well known that a person of that name in the article does not hide it."""
    if word in phrases():
        return True
    found = places_named(word)
    great = bool(found) and found[0].population >= _GREAT_CITY and found[0].kind != VARIANT
    return great or (bool(found) and found[0].kind in {COUNTRY, DIVISION})


class _Document:
    """What a whole article says of the words of its names."""

    def __init__(self, read: Iterable[Evidence], first: Iterable[Sequence[Name]]) -> None:
        self.surnames: set[str] = set()
        self.perhaps: set[str] = set()
        self.labels: dict[str, Counter[str]] = {}
        for known, found in zip(read, first, strict=True):
            for name in found:
                self._learn(known, name)

    def _learn(self, known: Evidence, name: Name) -> None:
        pieces = [known.words[i].text for i in range(name.start, name.end) if known.words[i].text[0].isalpha()]
        while len(pieces) > 1 and pieces[-1].lower().rstrip(".") in lexicon().suffixes:
            pieces.pop()
        if name.label == PERSON:
            last = pieces[-1]
            ordinary = known.common(name.end - 1) and not known.surname(name.end - 1) and len(pieces) > 1
            if name.certainty > _WEAK and len(last) > 2 and not ordinary:  # noqa: PLR2004 - initials are no surnames
                known_well = self.surnames if name.certainty >= _LIKELY else self.perhaps
                known_well.add(last.capitalize() if last.isupper() else last)
        if len(pieces) == 1 and name.certainty > _WEAK - 0.1:
            self.labels.setdefault(pieces[0], Counter())[name.label] += 1

    def completed(self, known: Evidence, found: Sequence[Name]) -> Iterator[Name]:
        """Yield the names of a passage, with those added and corrected that other passages explain."""
        at = 0
        for name in (*found, Name(len(known.words), len(known.words), "", 0.0)):
            for index in range(at, name.start):
                label = self._label(known, index)
                if label:
                    yield Name(index, index + 1, label, 0.6)
            if name.end > name.start:
                yield self._corrected(known, name)
            at = max(at, name.end)

    def _label(self, known: Evidence, index: int) -> str:
        word = known.words[index]
        text = word.text.capitalize() if known.shouting else word.text
        if not word.text[0].isupper() or (
            known.common(index) and (word.opens_sentence or known.title_case or known.shouting)
        ):
            return ""
        if known.demonym(index) or known.calendar(index):
            return ""
        if text in self.surnames:
            return PERSON
        counts = self.labels.get(text)
        if counts and not known.common(index):
            return counts.most_common(1)[0][0]
        return PERSON if text in self.perhaps and not known.located(index) and not known.common(index) else ""

    def _corrected(self, known: Evidence, name: Name) -> Name:
        word = known.words[name.start].text
        single = name.end - name.start == 1 and name.label != PERSON
        if single and word in self.surnames and not (known.located(name.start) and _is_great(word)):
            return name._replace(label=PERSON, certainty=0.6)
        return name
