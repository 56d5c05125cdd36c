"""Linking of one article: layers become annotations that say whom they mean, and the entities that they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.linking.acronyms import expansions, reconciled
from tei_edition.linking.combining import combined, is_of_an_editor
from tei_edition.linking.honorifics import is_honorific
from tei_edition.linking.named import Organisations, Work, event_reference, events, work_reference, works
from tei_edition.linking.persons import Persons
from tei_edition.linking.places import Places
from tei_edition.linking.speakers import Speakers
from tei_edition.linking.toponyms import region_after
from tei_edition.model.links import Linked
from tei_edition.model.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.article import Article
    from tei_edition.model.layer import Annotation, Layer
    from tei_edition.model.registry import Entity

_PLACES = frozenset({"placeName", "geogName"})
_SPOKEN = frozenset({"said", "q"})
_SOURCE_REACH = 240
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+[A-Z]")


def link(article: Article, layers: Sequence[Layer]) -> Linked:
    """Link the annotations of an article's layers to the entities that they mean.

    Editors' layers go before the reader's, these before taggers' in the order given. A name that may mean several
    persons gets no ``ref``; words of address alone ("Sir") are no name. ``who`` of a quotation comes from where the
    text names its speaker, ``source`` from the title of a work in the same sentence. The certainty of a linked name
    is that of the evidence: higher for a surname whose full name stands in the article, lower for a place that
    several of its name could be.

    Raises:
        ValueError: if a layer was made on another text.
    """
    annotations = _without_honorifics(article.text, reconciled(article.text, combined(article, layers)))
    linking = _Linking(article, annotations)
    named = tuple(linking.named(annotation) for annotation in annotations)
    speakers = Speakers(article.text, named)
    titles = [one for one in named if one.label == "title" and one.feature("ref")]
    starts = [title.span.start for title in titles]
    linked = tuple(_quoted(article.text, one, speakers, _last(titles, starts, one)) for one in named)
    entities = Registry((*linking.entities(), *linking.works(titles, speakers))).entities
    used = {value for one in linked for name, value in one.features if name in {"ref", "who", "source"}}
    used |= {reference for entity in entities if entity.id in used and (reference := entity.feature("authorRef"))}
    return Linked(linked, tuple(entity for entity in entities if entity.id in used))


def _without_honorifics(text: str, annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """Leave out persons that are called by words of address alone; what an editor says stays."""
    return tuple(
        one
        for one in annotations
        if one.label != "persName" or is_of_an_editor(one) or not is_honorific(one.span.of(text))
    )


class _Linking:
    """The entities of one article, and which of them each of its names means."""

    def __init__(self, article: Article, annotations: Sequence[Annotation]) -> None:
        self.text = article.text
        stated = {
            " ".join(author.span.of(article.text).split()): author.value
            for author in article.metadata.authors
            if author.span is not None
        }
        explained = {acronym: " ".join(span.of(self.text).split()) for acronym, span in expansions(self.text).items()}
        self.persons = Persons((self._person(one) for one in annotations if one.label == "persName"), stated)
        self.places = Places(self._place(one) for one in annotations if one.label in _PLACES)
        self.organisations = Organisations(
            (self._words(one) for one in annotations if one.label == "orgName"), explained
        )
        self.events = events(self._words(one) for one in annotations if one.label == "eventName")

    def named(self, annotation: Annotation) -> Annotation:
        """Return a name with its ``ref``, anything else as it is; a ``ref`` given already stays."""
        if annotation.feature("ref") is not None:
            return annotation
        reference, certainty = self._reference(annotation)
        if reference is None:
            return annotation
        return replace(annotation, certainty=certainty).with_features(ref=reference)

    def _reference(self, annotation: Annotation) -> tuple[str | None, float]:
        """Return the id of what a name means, and how sure it is that it is that name and means that."""
        certainty = annotation.certainty
        if annotation.label == "persName":
            person = self._person(annotation)
            return self.persons.reference(*person), max(certainty, self.persons.certainty(*person))
        if annotation.label in _PLACES:
            place = self._place(annotation)
            return self.places.reference(*place), min(certainty, self.places.certainty(*place))
        if annotation.label == "orgName":
            return self.organisations.reference(self._words(annotation)), certainty
        if annotation.label == "eventName":
            return event_reference(self._words(annotation)), certainty
        return (work_reference(annotation.span.of(self.text)) if annotation.label == "title" else None), certainty

    def entities(self) -> tuple[Entity, ...]:
        """Return the persons, places, organisations and events of the article."""
        return (*self.persons.entities(), *self.places.entities(), *self.organisations.entities(), *self.events)

    def works(self, titles: Sequence[Annotation], speakers: Speakers) -> tuple[Entity, ...]:
        """Return the works of the article, with their authors where the text says these."""
        names = {entity.id: entity.preferred for entity in self.entities()}
        found = []
        for title in titles:
            author = speakers.reference(title)
            words = title.span.of(self.text)
            found.append(Work(words, title.feature("level"), names.get(author) if author else None, author))
        return works(found)

    def _words(self, annotation: Annotation) -> str:
        return " ".join(annotation.span.of(self.text).split())

    def _person(self, annotation: Annotation) -> tuple[str, str]:
        return self._words(annotation), self.text[max(0, annotation.span.start - 24) : annotation.span.start]

    def _place(self, annotation: Annotation) -> tuple[str, str]:
        return self._words(annotation), region_after(self.text, annotation.span.end)


def _last(titles: Sequence[Annotation], starts: Sequence[int], one: Annotation) -> Annotation | None:
    """Return the last title that begins before an annotation."""
    index = bisect_left(starts, one.span.start)
    return titles[index - 1] if index else None


def _quoted(text: str, one: Annotation, speakers: Speakers, title: Annotation | None) -> Annotation:
    """Return a quotation with ``who`` and ``source`` where the text names them."""
    if one.label == "quote":
        source = _source(text, one, title)
        return one.with_features(source=source) if source is not None and one.feature("source") is None else one
    who = speakers.reference(one) if one.label in _SPOKEN and one.feature("who") is None else None
    return one.with_features(who=who) if who is not None else one


def _source(text: str, quote: Annotation, title: Annotation | None) -> str | None:
    """Return the work named last before a quotation, where that is in its sentence."""
    if title is None or title.span.end > quote.span.start or title.span.start < quote.span.start - _SOURCE_REACH:
        return None
    return None if _SENTENCE_END.search(text, title.span.end, quote.span.start) else title.feature("ref")
