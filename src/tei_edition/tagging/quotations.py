"""Quotations: their extent, kind and speaker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Locus, locate
from tei_edition.model.layer import Annotation
from tei_edition.tagging.kinds import kind_of
from tei_edition.tagging.pairs import UNCLOSED, paired
from tei_edition.tagging.passages import passages
from tei_edition.tagging.speech.cast import cast
from tei_edition.tagging.speech.clauses import VERB
from tei_edition.tagging.speech.reading import Reader
from tei_edition.tagging.speech.turns import NEXT, SAME, speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.core.span import Span
    from tei_edition.model.article import Article
    from tei_edition.tagging.pairs import Piece
    from tei_edition.tagging.passages import Passage
    from tei_edition.tagging.speech.cast import Cast
    from tei_edition.tagging.speech.reading import Reading

_SPOKEN = frozenset({"said", "quote", "q"})
_NARRATORS = frozenset({"I", "we"})


def quotations(
    text: str, passages: Sequence[Passage], names: Sequence[Annotation], agent: str, language: str | None = None
) -> tuple[Annotation, ...]:
    """Return the quotations of an article: said, quote, q, soCalled, title or mentioned; none crosses another.

    The pieces of one quotation share the feature ``chain``. ``speaker`` is where the text names who speaks, in a name
    or, where no name says it, in a noun phrase ("a spokesman").
    """
    pieces, _ = paired(text, passages)
    outer = _outermost(pieces)
    first = [piece for index, piece in enumerate(pieces) if index in outer]
    known = cast(text, names, [piece.span for piece in first], language)
    reader = Reader(known, passages, first)
    quoted_names = [name for name in names if name.label == "persName"]
    found = _Quotations(known, reader, reader.readings(), quoted_names, agent).annotations()
    inner = [
        Annotation(piece.span, "q", agent, min(0.8, piece.certainty))
        for index, piece in enumerate(pieces)
        if index not in outer
    ]
    return tuple(sorted((*found, *inner), key=lambda one: (one.span.start, -one.span.end)))


def check(article: Article) -> tuple[Finding, ...]:
    """Return a finding for each quotation mark of an article that has no partner, in the order of the text."""
    _, unbalanced = paired(article.text, passages(article))
    found = []
    for offset, opens in unbalanced:
        line, column = locate(article.text, offset)
        around = " ".join(article.text[max(0, offset - 12) : offset + 24].split())
        what = "opens and is not closed" if opens else "closes and was not opened"
        found.append(finding("T701", f"a quotation mark {what}: …{around}…", Locus(line=line, column=column)))
    return tuple(found)


class _Quotations:
    """Kinds first, then speakers of what is spoken, then chains."""

    def __init__(
        self, known: Cast, reader: Reader, readings: Sequence[Reading], persons: Sequence[Annotation], agent: str
    ) -> None:
        self.cast = known
        self.reader = reader
        self.readings = readings
        self.persons = persons
        self.agent = agent
        self.chains = 1 + max((one.piece.chain for one in readings if one.piece.chain is not None), default=-1)

    def annotations(self) -> list[Annotation]:
        found = [self._kind(reading) for reading in self.readings]
        spoken = [index for index, one in enumerate(found) if one.label in _SPOKEN]
        keys = speakers([self.readings[index].turn for index in spoken], self._genders(spoken))
        spans = self._spans(spoken)
        last: int | None = None
        for index, key in zip(spoken, keys, strict=True):
            found[index] = self._spoken(found[index], index, key, spans, found[last] if last is not None else None)
            last = index
        for index in range(1, len(found)):
            if self.reader.interrupted(index) and {found[index - 1].label, found[index].label} & {"said"}:
                found[index - 1], found[index] = self._joined(found[index - 1], found[index])
        return found

    def _kind(self, reading: Reading) -> Annotation:
        piece = reading.piece
        text = self.cast.text
        label, certainty, features = kind_of(
            piece.span.of(text), reading.before.of(text), reading.evidence, free=reading.free
        )
        return Annotation(
            piece.span, label, self.agent, min(certainty, piece.certainty), tuple(sorted((*features, *_chain(piece))))
        )

    def _genders(self, spoken: Sequence[int]) -> dict[str, str]:
        """Return M or F by key, of noun phrases too."""
        genders = dict(self.cast.genders)
        for index in spoken:
            turn = self.readings[index].turn
            for subject in (turn.subject, turn.referent):
                if subject is not None and subject.kind == "nominal" and subject.gender:
                    genders.setdefault(subject.key, subject.gender)
        return genders

    def _spans(self, spoken: Sequence[int]) -> dict[str, list[Span]]:
        """Return where each speaker is named, by key, in the order of the text."""
        spans: dict[str, list[Span]] = {}
        for name, key in zip(self.cast.names, self.cast.keys, strict=True):
            spans.setdefault(key, []).append(name.span)
        for index in spoken:
            turn = self.readings[index].turn
            for subject in (turn.subject, turn.referent, turn.following):
                if subject is not None and subject.kind in {"name", "nominal"}:
                    spans.setdefault(subject.key, []).append(subject.span)
        for name in self.persons:
            words = name.span.of(self.cast.text).lower().split()
            if (key := f"p:{words[-1]}:") not in spans:
                spans[key] = [name.span]
        return {key: sorted(set(found)) for key, found in spans.items()}

    def _spoken(
        self, one: Annotation, index: int, key: str, spans: dict[str, list[Span]], previous: Annotation | None
    ) -> Annotation:
        """Give a quotation its speaker, and make a turn of dialogue speech."""
        reading = self.readings[index]
        turn = reading.turn
        if _is_unclosed(reading.piece) and (reading.evidence is None or not reading.before.of(self.cast.text).strip()):
            return replace(one, label="q")
        label, certainty = one.label, one.certainty
        chained = previous is not None and one.feature("chain") and one.feature("chain") == previous.feature("chain")
        goes_on = previous is not None and reading.evidence is None and turn.step in {SAME, NEXT} and reading.free
        asks = turn.asks and _is_spoken(previous)
        goes_on = goes_on and label == "q" and not (key and previous is not None and previous.label == "q")
        if previous is not None and (chained or asks or goes_on):
            label = previous.label
            certainty = min(certainty, previous.certainty) if chained else min(0.6, previous.certainty)
        elif label == "q" and key and (reading.free or (turn.step == SAME and _is_spoken(previous))):
            label, certainty = "said", 0.55
        if not key or key in _NARRATORS:
            return replace(one, label=label, certainty=certainty)
        subject = turn.subject
        if subject is not None and subject.key == key and subject.kind in {"name", "nominal"}:
            return replace(one, label=label, certainty=certainty, speaker=subject.span)
        sure = certainty if turn.strength >= VERB else min(certainty, 0.6)
        return replace(one, label=label, certainty=sure, speaker=_nearest(spans.get(key, []), one.span))

    def _joined(self, earlier: Annotation, later: Annotation) -> tuple[Annotation, Annotation]:
        chain = earlier.feature("chain") or f"c{self.chains}"
        self.chains += 1
        speaker = earlier.speaker or later.speaker
        second = replace(later, label=earlier.label, speaker=speaker, certainty=min(earlier.certainty, later.certainty))
        return replace(earlier, speaker=speaker).with_features(chain=chain), second.with_features(chain=chain)


def _nearest(spans: Sequence[Span], at: Span) -> Span | None:
    """Return the last span before a place, or the first after it."""
    earlier = [span for span in spans if span.end <= at.start]
    return earlier[-1] if earlier else (spans[0] if spans else None)


def _is_spoken(one: Annotation | None) -> bool:
    return one is not None and one.label == "said" and one.speaker is not None


def _is_unclosed(piece: Piece) -> bool:
    """Tell a quotation whose end nothing shows: only a clause before it can say who speaks."""
    return piece.certainty <= UNCLOSED


def _chain(piece: Piece) -> tuple[tuple[str, str], ...]:
    return (("chain", f"c{piece.chain}"),) if piece.chain is not None else ()


def _outermost(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the indices of the pieces that are in no other."""
    found, end = set(), 0
    for index, piece in enumerate(pieces):
        if piece.span.start >= end:
            found.add(index)
            end = piece.span.end
    return frozenset(found)
