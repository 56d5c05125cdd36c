"""Quotations: their extent, kind and speaker."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Locus, locate
from tei_edition.model.layer import Annotation
from tei_edition.tagging.context import context
from tei_edition.tagging.kinds import kind_of
from tei_edition.tagging.pairs import Piece, paired
from tei_edition.tagging.passages import passages
from tei_edition.tagging.speakers import Clue, clue, deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.core.span import Span
    from tei_edition.model.article import Article
    from tei_edition.tagging.context import Context
    from tei_edition.tagging.passages import Passage

_MEMORY = 3  # passages back, for whom a pronoun means
_INTERRUPTION = re.compile(r"^[^.!?]{2,120}[,;—-]\s*$")


def quotations(
    text: str, passages: Sequence[Passage], names: Sequence[Annotation], agent: str
) -> tuple[Annotation, ...]:
    """Return the quotations of an article: said, quote, q, soCalled, title or mentioned; none crosses another.

    The pieces of one quotation share the feature ``chain``. ``speaker`` is where the text names who speaks.
    """
    pieces, _ = paired(text, passages)
    outer = _outermost(pieces)
    known = context(text, names, [piece.span for index, piece in enumerate(pieces) if index in outer])
    reading = _Reading(known, passages, pieces, agent)
    return tuple(reading.annotations())


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


class _Reading:
    """One reading of an article's quotations from first to last."""

    def __init__(self, known: Context, passages: Sequence[Passage], pieces: Sequence[Piece], agent: str) -> None:
        self.known = known
        self.passages = passages
        self.pieces = pieces
        self.agent = agent
        self.outer = _outermost(pieces)
        self.chains = 1 + max((piece.chain for piece in pieces if piece.chain is not None), default=-1)

    def annotations(self) -> list[Annotation]:
        """Return every piece as an annotation, in reading order."""
        found: list[Annotation] = []
        previous: tuple[Piece, Annotation] | None = None
        before_previous: Annotation | None = None
        last = 0
        for index, piece in enumerate(self.pieces):
            if index not in self.outer:
                found.append(Annotation(piece.span, "q", self.agent, min(0.8, piece.certainty)))
                continue
            here = self._outer(index, piece, previous)
            if (
                previous is not None
                and self._interrupted(previous[0], piece)
                and "said" in {here.label, previous[1].label}
            ):
                here, found[last] = self._joined(previous[1], here)
            elif previous is not None and self._answers(previous[0], piece, here):
                here = self._in_turn(here, previous[1], before_previous)
            if previous is None or here.speaker != previous[1].speaker:
                before_previous = previous[1] if previous is not None else None
            previous, last = (piece, here), len(found)
            found.append(here)
        return found

    def _outer(self, index: int, piece: Piece, previous: tuple[Piece, Annotation] | None) -> Annotation:
        passage = self.passages[piece.passage].span
        before, after = self._around(index, piece, passage)
        floor = self.passages[max(0, piece.passage - _MEMORY)].span.start
        said = clue(self.known, before, piece.span, after, floor)
        if said is None and not before.of(self.known.text).strip() and _is_long(piece, self.known.text):
            said = self._of_sentence_before(piece, passage, previous, floor)
        same = previous is not None and piece.chain is not None and previous[0].chain == piece.chain
        if previous is not None and (same or self._continues(previous, piece, said, before)):
            label = previous[1].label
            certainty = min(piece.certainty, previous[1].certainty) * (1 if same else 0.9)
            return Annotation(piece.span, label, self.agent, certainty, _chain(piece), previous[1].speaker)
        label, certainty, features = kind_of(piece.span.of(self.known.text), before.of(self.known.text), said)
        speaker = said.speaker if said is not None and label in {"said", "quote", "q"} else None
        return Annotation(
            piece.span,
            label,
            self.agent,
            min(certainty, piece.certainty),
            tuple(sorted((*features, *_chain(piece)))),
            speaker,
        )

    def _of_sentence_before(
        self, piece: Piece, passage: Span, previous: tuple[Piece, Annotation] | None, floor: int
    ) -> Clue | None:
        """Return who acts or speaks in the sentence before a quotation that stands alone."""
        lead = self.known.text[passage.start : piece.span.start]
        end = piece.span.start - (len(lead) - len(lead.rstrip()))
        sentence = self.known.before(passage.start, max(passage.start, end - 1))
        if not len(sentence) or (previous is not None and previous[0].span.end > sentence.start):
            return None
        return deed(self.known, sentence, floor)

    def _around(self, index: int, piece: Piece, passage: Span) -> tuple[Span, Span]:
        """Return the parts of its sentence before and after a piece, without other quotations at their outer ends."""
        earlier = self._neighbour(index, -1)
        later = self._neighbour(index, 1)
        floor = passage.start
        if earlier is not None and earlier.passage == piece.passage and _is_long(earlier, self.known.text):
            floor = max(floor, earlier.span.end)
        ceiling = later.span.start if later is not None and later.passage == piece.passage else passage.end
        return self.known.before(floor, piece.span.start), self.known.after(
            piece.span.end, max(ceiling, piece.span.end)
        )

    def _neighbour(self, index: int, step: int) -> Piece | None:
        index += step
        while 0 <= index < len(self.pieces):
            if index in self.outer:
                return self.pieces[index]
            index += step
        return None

    def _continues(self, previous: tuple[Piece, Annotation], piece: Piece, said: Clue | None, before: Span) -> bool:
        """Tell whether a quotation without a verb of its own goes on with the speech before it in its passage."""
        gap = self.known.text[previous[0].span.end : piece.span.start]
        quiet = said is None and not before.of(self.known.text).strip() and bool(gap.strip() or "\n" not in gap)
        long = _is_long(piece, self.known.text)
        return quiet and long and previous[0].passage == piece.passage and previous[1].label in {"said", "quote"}

    def _interrupted(self, previous: Piece, piece: Piece) -> bool:
        """Tell whether narration stands between two pieces of one quotation: "Yes," he said, "no."."""
        if previous.passage != piece.passage or previous.chain is not None or piece.chain is not None:
            return False
        between = self.known.text[previous.span.end : piece.span.start]
        ended = self.known.text[previous.span.start : previous.span.end].rstrip("\"”’'»“")[-1:]
        return ended in {",", "—", "-", ";"} and _INTERRUPTION.match(between) is not None

    def _answers(self, previous: Piece, piece: Piece, here: Annotation) -> bool:
        """Tell whether a quotation without a verb follows another directly, on a line of its own: dialogue."""
        between = self.known.text[previous.span.end : piece.span.start]
        return here.speaker is None and here.feature("chain") is None and "\n" in between and not between.strip()

    def _in_turn(self, here: Annotation, previous: Annotation, before: Annotation | None) -> Annotation:
        """Give a bare answer in a dialogue to whoever spoke before the speaker that it answers."""
        speaker = before.speaker if before is not None and before.speaker != previous.speaker else None
        label = "said" if previous.label == "said" else here.label
        return replace(here, label=label, speaker=speaker, certainty=0.5)

    def _joined(self, earlier: Annotation, later: Annotation) -> tuple[Annotation, Annotation]:
        chain = earlier.feature("chain") or f"c{self.chains}"
        self.chains += 1
        speaker = earlier.speaker or later.speaker
        second = replace(later, label=earlier.label, speaker=speaker, certainty=min(earlier.certainty, later.certainty))
        return second.with_features(chain=chain), replace(earlier, speaker=speaker).with_features(chain=chain)


def _chain(piece: Piece) -> tuple[tuple[str, str], ...]:
    return (("chain", f"c{piece.chain}"),) if piece.chain is not None else ()


def _is_long(piece: Piece, text: str) -> bool:
    return piece.span.of(text).count(" ") >= 3  # noqa: PLR2004 - shorter ones are phrases within a sentence


def _outermost(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the indices of the pieces that are in no other."""
    found, end = set(), 0
    for index, piece in enumerate(pieces):
        if piece.span.start >= end:
            found.add(index)
            end = piece.span.end
    return frozenset(found)
