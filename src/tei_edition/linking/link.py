"""Linking of one article: layers become annotations that say whom they mean, and the entities that they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tei_edition.linking.combining import combined
from tei_edition.linking.named import Organisations, work_reference, works
from tei_edition.linking.persons import Persons
from tei_edition.linking.places import Places
from tei_edition.model.links import Linked
from tei_edition.model.registry import Entity, Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.span import Span
    from tei_edition.model.article import Article
    from tei_edition.model.layer import Annotation, Layer

_PLACES = frozenset({"placeName", "geogName"})
_SPOKEN = frozenset({"said", "q"})
_REGION = re.compile(r",\s+((?:[A-Z][\w.\-]*)(?:\s+[A-Z][\w.\-]*){0,2})")
_SOURCE_REACH = 240
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+[A-Z]")


def link(article: Article, layers: Sequence[Layer]) -> Linked:
    """Link the annotations of an article's layers to the entities that they mean.

    Editors' layers go before the reader's, these before taggers' in the order given. A name that may mean several
    persons gets no ``ref``. ``who`` of a quotation comes from where the text names its speaker, ``source``
    from the title of a
    work in the same sentence.

    Raises:
        ValueError: if a layer was made on another text.
    """
    annotations = combined(article, layers)
    linking = _Linking(article, annotations)
    named = tuple(linking.named(annotation) for annotation in annotations)
    references = {one.span: one.feature("ref") for one in named if one.feature("ref")}
    titles = [one for one in named if one.label == "title" and one.feature("ref")]
    starts = [title.span.start for title in titles]
    linked = tuple(_quoted(article.text, one, references, _last(titles, starts, one)) for one in named)
    used = {value for one in linked for name, value in one.features if name in {"ref", "who", "source"}}
    registry = Registry(linking.entities())
    return Linked(linked, tuple(entity for entity in registry.entities if entity.id in used))


class _Linking:
    """The entities of one article, and which of them each of its names means."""

    def __init__(self, article: Article, annotations: Sequence[Annotation]) -> None:
        self.text = article.text
        stated = {
            " ".join(author.span.of(article.text).split()): author.value
            for author in article.metadata.authors
            if author.span is not None
        }
        self.persons = Persons((self._person(one) for one in annotations if one.label == "persName"), stated)
        self.places = Places(self._place(one) for one in annotations if one.label in _PLACES)
        self.organisations = Organisations(self._words(one) for one in annotations if one.label == "orgName")
        self.titles = [(one.span.of(self.text), one.feature("level")) for one in annotations if one.label == "title"]

    def named(self, annotation: Annotation) -> Annotation:
        """Return a name with its ``ref``, anything else as it is; a ``ref`` given already stays."""
        if annotation.feature("ref") is not None:
            return annotation
        reference = self._reference(annotation)
        return annotation.with_features(ref=reference) if reference is not None else annotation

    def _reference(self, annotation: Annotation) -> str | None:
        if annotation.label == "persName":
            return self.persons.reference(*self._person(annotation))
        if annotation.label in _PLACES:
            return self.places.reference(*self._place(annotation))
        if annotation.label == "orgName":
            return self.organisations.reference(self._words(annotation))
        return work_reference(annotation.span.of(self.text)) if annotation.label == "title" else None

    def entities(self) -> tuple[Entity, ...]:
        """Return every entity of the article."""
        return (*self.persons.entities(), *self.places.entities(), *self.organisations.entities(), *works(self.titles))

    def _words(self, annotation: Annotation) -> str:
        return " ".join(annotation.span.of(self.text).split())

    def _person(self, annotation: Annotation) -> tuple[str, str]:
        return self._words(annotation), self.text[max(0, annotation.span.start - 24) : annotation.span.start]

    def _place(self, annotation: Annotation) -> tuple[str, str]:
        match = _REGION.match(self.text, annotation.span.end)
        return self._words(annotation), match[1] if match else ""


def _last(titles: Sequence[Annotation], starts: Sequence[int], one: Annotation) -> Annotation | None:
    """Return the last title that begins before an annotation."""
    index = bisect_left(starts, one.span.start)
    return titles[index - 1] if index else None


def _quoted(text: str, one: Annotation, references: dict[Span, str | None], title: Annotation | None) -> Annotation:
    """Return a quotation with ``who`` and ``source`` where the text names them."""
    if one.label == "quote":
        source = _source(text, one, title)
        return one.with_features(source=source) if source is not None and one.feature("source") is None else one
    who = references.get(one.speaker) if one.speaker is not None else None
    return (
        one.with_features(who=who) if who is not None and one.label in _SPOKEN and one.feature("who") is None else one
    )


def _source(text: str, quote: Annotation, title: Annotation | None) -> str | None:
    """Return the work named last before a quotation, where that is in its sentence."""
    if title is None or title.span.end > quote.span.start or title.span.start < quote.span.start - _SOURCE_REACH:
        return None
    return None if _SENTENCE_END.search(text, title.span.end, quote.span.start) else title.feature("ref")
