"""Names of persons, places and organisations: a sequence model, and what bylines, titles and full names add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation
from tei_edition.tagging.bylines import authors
from tei_edition.tagging.crf.decoding import Found, model, names_in
from tei_edition.tagging.crf.tokens import sentences
from tei_edition.tagging.organisations import with_places
from tei_edition.tagging.persons import (
    PERSON,
    after_titles,
    borne_out,
    cut_at_marks,
    full_names,
    with_initials,
    with_short_names,
    without_ships,
)
from tei_edition.tagging.places import with_divisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.tagging.crf.tokens import Sentence
    from tei_edition.tagging.passages import Passage

_OF_AUTHORS = frozenset({"byline", "signed", "docAuthor"})
_SURE = 0.95


def names(text: str, passages: Sequence[Passage], agent: str) -> tuple[Annotation, ...]:
    """Return the names of persons, places and organisations in the passages of an article; none overlaps another."""
    read = [(passage.kind, sentence) for passage in passages for sentence in sentences(text, passage.span)]
    article = [sentence.words for _, sentence in read]
    found = [
        _with_authors(kind, sentence.words, _corrected(sentence.words, names_there))
        for (kind, sentence), names_there in zip(read, names_in(article, model()), strict=True)
    ]
    known = full_names(article, found)
    return tuple(
        annotation
        for (_, sentence), names_there in zip(read, found, strict=True)
        for annotation in _annotations(sentence, borne_out(sentence.words, names_there, known), agent)
    )


def _corrected(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    alone = with_divisions(words, without_ships(words, list(cut_at_marks(words, found))))
    return with_places(words, with_short_names(words, with_initials(words, after_titles(words, alone))))


def _with_authors(kind: str, words: Sequence[str], found: Sequence[Found]) -> Sequence[Found]:
    """Return the names of a sentence; in a byline its authors stand before what the model says."""
    if kind not in _OF_AUTHORS:
        return found
    organisations = [name for name in found if name.label == "orgName"]
    taken = {at for name in organisations for at in range(name.start, name.end)}
    written = [Found(start, end, PERSON, _SURE) for start, end in authors(words) if taken.isdisjoint(range(start, end))]
    taken = {at for name in written for at in range(name.start, name.end)}
    return [*written, *(name for name in found if taken.isdisjoint(range(name.start, name.end)))]


def _annotations(sentence: Sentence, found: Iterator[Found], agent: str) -> Iterator[Annotation]:
    for name in found:
        span = Span(sentence.starts[name.start], sentence.ends[name.end - 1])
        yield Annotation(span, name.label, agent, name.certainty)
