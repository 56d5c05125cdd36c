"""What an article says of its persons beyond the sentence: titles that call for names, full names that support them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tagging.crf.decoding import Found
from tei_edition.tagging.crf.vocabulary import flags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PERSON = "persName"
_TITLES = frozenset("mr mr. mrs mrs. ms ms. messrs. mme mme. mlle mlle. dr dr.".split())
_AFTER_TITLE = 0.8
_BORNE_OUT = 0.9
_SHIPS = frozenset("ss uss hms rms mv hmas hmcs sms steamship steamer battleship destroyer frigate schooner".split())
_SHORT_NAMES = frozenset(
    "andw. benj. chas. danl. eben. edw. edwd. eliz. fredk. geo. jas. jno. jos. nathl. patk. richd. robt. saml. theoph. "
    "thos. wm.".split()
)
_MARKS = frozenset('<>[]{}()|=*"“”«»„;:')


def full_names(article: Sequence[Sequence[str]], found: Sequence[Sequence[Found]]) -> dict[str, float]:
    """Return the surnames of persons that an article names in full, each with its greatest certainty there."""
    known: dict[str, float] = {}
    for words, names in zip(article, found, strict=True):
        for name in names:
            last = words[name.end - 1]
            if name.label == PERSON and name.end - name.start > 1 and last[0].isupper() and last[-1] != ".":
                known[last] = max(known.get(last, 0.0), name.certainty)
    return known


def borne_out(words: Sequence[str], found: Sequence[Found], known: Mapping[str, float]) -> Iterator[Found]:
    """Yield the names of a sentence; a surname is as certain as the full name of its bearer, where that is certain."""
    for name in found:
        certainty = known.get(words[name.start], 0.0) if name.end - name.start == 1 and name.label == PERSON else 0.0
        yield name._replace(certainty=max(name.certainty, certainty)) if certainty >= _BORNE_OUT else name


def without_ships(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return the names of a sentence without those of ships: "S.S. Theodore Roosevelt" is no person."""
    return [name for name in found if not _is_ship(words, name)]


def _is_ship(words: Sequence[str], name: Found) -> bool:
    before = [word.lower().replace(".", "") for word in words[max(0, name.start - 1) : name.start + 1]]
    return name.label in {PERSON, "placeName"} and not _SHIPS.isdisjoint(before)


def cut_at_marks(words: Sequence[str], found: Sequence[Found]) -> Iterator[Found]:
    """Yield the names of a sentence, cut where a bracket or the like stands in one: "John <Smith" is two."""
    for name in found:
        start = name.start
        for at in range(name.start, name.end + 1):
            if at == name.end or words[at][0] in _MARKS:
                if at > start:
                    yield name._replace(start=start, end=at)
                start = at + 1


def with_initials(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return the names of a sentence; initials and the name that follows them are one name, however they were found."""
    joined: list[Found] = []
    for name in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.end == name.start
            and last.label == name.label == PERSON
            and all(word[-1] == "." and len(word) % 2 == 0 for word in words[last.start : last.end])
        ):
            joined[-1] = Found(last.start, name.end, PERSON, max(last.certainty, name.certainty))
        else:
            joined.append(name)
    return joined


def with_short_names(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return the names of a sentence, those of persons with the shortened given name before them ("Wm. Dodd")."""
    taken = {at for name in found for at in range(name.start, name.end)}
    return [
        name._replace(start=name.start - 1)
        if name.label == PERSON
        and name.start
        and name.start - 1 not in taken
        and words[name.start - 1].lower() in _SHORT_NAMES
        else name
        for name in found
    ]


def after_titles(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return the names of a sentence with those added that stand after "Mr." and the like and were not found."""
    taken = {at for name in found for at in range(name.start, name.end)}
    added = [
        Found(at, at + 1, PERSON, _AFTER_TITLE)
        for at in range(1, len(words))
        if at not in taken and words[at - 1].lower() in _TITLES and words[at - 1][0].isupper() and _may_name(words[at])
    ]
    return sorted([*found, *added])


def _may_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[-1] != "." and not set(flags(word)) & set("hfmw")
