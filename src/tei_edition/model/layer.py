"""Standoff annotations: what one agent says about spans of one text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tei_edition.core.span import Span  # noqa: TC001 - dataclass fields are read at run time


@dataclass(frozen=True, slots=True)
class Annotation:
    """One statement about a stretch of an article's text.

    Attributes:
        span: The stretch; never empty.
        label: A TEI element name: persName, placeName, orgName, date, title, said, quote, q, soCalled, mentioned …
        agent: Who says so: a tagger's name such as ``default``, or an editor's id.
        certainty: From 0 to 1.
        features: (name, value) pairs: TEI attributes (``when``, ``from``, ``to``, ``level``, ``type`` …), ``ref`` and
            ``who`` for ids of entities once linked, ``agreed`` for the names of taggers that say the same, and
            ``chain`` with the same value on the pieces of one quotation.
        speaker: Where the text names the speaker of a quotation; None where it names none.
    """

    span: Span
    label: str
    agent: str
    certainty: float = 1.0
    features: tuple[tuple[str, str], ...] = ()
    speaker: Span | None = None

    def __post_init__(self) -> None:
        if not len(self.span):
            message = f"an annotation ({self.label}) of nothing at {self.span.start}"
            raise ValueError(message)
        if not 0.0 <= self.certainty <= 1.0:
            message = f"certainty {self.certainty} of {self.label} at {self.span.start} is not from 0 to 1"
            raise ValueError(message)

    def feature(self, name: str) -> str | None:
        """Return the value of a feature, None where there is none of that name."""
        return dict(self.features).get(name)

    @property
    def agents(self) -> tuple[str, ...]:
        """Who says so: the agent, and those other taggers that agree (feature ``agreed``)."""
        return (self.agent, *(self.feature("agreed") or "").split())

    def with_features(self, **features: str) -> Annotation:
        """Return a copy with these features added or replaced, sorted by name."""
        return replace(self, features=tuple(sorted({**dict(self.features), **features}.items())))


@dataclass(frozen=True, slots=True)
class Layer:
    """All that one agent says about one text.

    Attributes:
        text_digest: SHA-256 of the text spoken of (``Article.digest``).
        agent: Who speaks.
        annotations: Sorted by start, then the longer first, then label.
    """

    text_digest: str
    agent: str
    annotations: tuple[Annotation, ...]

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.annotations, key=reading_order))
        object.__setattr__(self, "annotations", ordered)

    def of(self, text_digest: str) -> tuple[Annotation, ...]:
        """Return the annotations, to be used on the text with that digest.

        Raises:
            ValueError: if they were made on another text.
        """
        if text_digest != self.text_digest:
            message = f"the layer of {self.agent} was made on another text"
            raise ValueError(message)
        return self.annotations


def reading_order(annotation: Annotation) -> tuple[int, int, str, str]:
    """Return a sort key: where an annotation begins, the longer first, then label and agent."""
    return annotation.span.start, -annotation.span.end, annotation.label, annotation.agent
