"""What is known of each quotation before its speaker is: clauses, addresses, and how it follows the one before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.tagging.marks import Family
from tei_edition.tagging.speech.addresses import addressed, mentioned
from tei_edition.tagging.speech.antecedents import antecedent, bearer_of_epithet, body_before
from tei_edition.tagging.speech.clauses import BEAT, VERB, Evidence, after, before, is_person, main_subject
from tei_edition.tagging.speech.turns import APART, FAR, LINE, NEXT, SAME, Turn, narrator_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.tagging.pairs import Piece
    from tei_edition.tagging.passages import Passage
    from tei_edition.tagging.speech.cast import Cast, Mention

MARKS = "\"“”„‟«»‹›'‘’‚`＂ \n"
_MEMORY = 3  # passages back, for whom a pronoun means
_LONG_NARRATION = 700
_PHRASE = 3
_INTERRUPTION = re.compile(r"^[^.!?]{2,160}[,;:—-]\s*$")
_COORDINATED = re.compile(r",?\s+(?:and|but|or|nor|yet)(?:\s+[a-z][a-z’'\-]*){0,4}\s+")
_COMMAS = frozenset(",—–-")
_TERMINAL = frozenset(".?!…,—–-")


@dataclass(frozen=True, slots=True)
class Reading:
    """One quotation that is in no other, with what stands around it.

    Attributes:
        piece: Its extent.
        before: The part of its sentence before it; empty where it begins the sentence.
        after: The part of its sentence after it.
        evidence: What the clauses around it say; None where they say nothing.
        free: Whether it stands by itself, as a turn of dialogue does.
        turn: What is known of its speaker.
    """

    piece: Piece
    before: Span
    after: Span
    evidence: Evidence | None
    free: bool
    turn: Turn


class Reader:
    """Reads the quotations of an article from first to last."""

    def __init__(self, cast: Cast, passages: Sequence[Passage], pieces: Sequence[Piece]) -> None:
        """Take the article's cast, its passages and those of its quotations that are in no other."""
        self.cast = cast
        self.passages = passages
        self.pieces = pieces

    def readings(self) -> list[Reading]:
        """Return a reading of each quotation, in order."""
        found: list[Reading] = []
        for index in range(len(self.pieces)):
            reading = self._reading(index)
            found.append(self._coordinated(reading, found[-1]) if found else reading)
        narrator = narrator_of([one.turn for one in found], frozenset(self.cast.keys))
        known = {narrator, *self.cast.keys, *(key for one in found if (key := one.turn.subject_key))}
        return [replace(one, turn=_narrowed(one.turn, known, narrator)) for one in found]

    def _coordinated(self, reading: Reading, previous: Reading) -> Reading:
        """Give the source of a quotation to the next in its sentence: "X said he was "…" and was "…"."."""
        gap = Span(previous.piece.span.end, reading.piece.span.start).of(self.cast.text)
        source = previous.evidence if previous.before.of(self.cast.text).strip() else None
        if source is None or not _is_plain(source) or not _COORDINATED.fullmatch(gap):
            return reading
        if reading.evidence is not None or reading.free:
            return reading
        turn = replace(reading.turn, subject=source.subject, strength=source.strength, referent=previous.turn.referent)
        return replace(reading, evidence=source._replace(certainty=0.7), turn=turn)

    def _reading(self, index: int) -> Reading:
        piece = self.pieces[index]
        lead, tail = self._around(index)
        text = self.cast.text
        quoted = piece.span.of(text).strip(MARKS)
        free = self._is_free(index)
        evidence = self._evidence(piece, lead, tail)
        subject, strength = (evidence.subject, evidence.strength) if evidence is not None else (None, 0)
        if evidence is None and free:
            subject, strength = self._beat(index)
        if subject is not None and (bearer := bearer_of_epithet(self.cast, subject, self._memory(piece))) is not None:
            subject = bearer
            evidence = evidence._replace(subject=bearer) if evidence is not None else None
        turn = Turn(
            step=self._step(index),
            subject=subject,
            strength=strength,
            referent=self._referent(piece, subject),
            addressed=addressed(self.cast, quoted) if free else frozenset(),
            mentioned=mentioned(self.cast, quoted),
            named=self._named(index),
            free=free,
            following=self._following(index, tail) if free and evidence is None else None,
            asks=free and evidence is None and self._asks(index),
        )
        return Reading(piece, lead, tail, evidence, free, turn)

    def _is_free(self, index: int) -> bool:
        """Tell whether a quotation begins a sentence and ends as one does."""
        piece = self.pieces[index]
        lead, _ = self._around(index)
        ended = piece.span.of(self.cast.text).strip(MARKS)[-1:] in _TERMINAL
        return not lead.of(self.cast.text).strip(" \n\t—–-([") and (ended or piece.chain is not None)

    def _is_one_sentence(self, index: int) -> bool:
        gap = self._gap(index)
        return self.cast.before(gap.start, gap.end).start <= gap.start

    def _evidence(self, piece: Piece, lead: Span, tail: Span) -> Evidence | None:
        """Weigh the clauses on both sides: the one that the punctuation points to goes first."""
        text = self.cast.text
        end = piece.span.of(text).rstrip(MARKS)[-1:]
        words = lead.of(text).rstrip()
        follows = after(self.cast, tail, comma=end in _COMMAS) if self._may_follow(end, tail) else None
        leads = before(self.cast, lead) if words else None
        if follows is not None and follows.strength == BEAT:
            follows = None
        within = piece.span.of(text).lstrip(MARKS)[:1].islower() and _is_plain(leads)
        led = words[-1:] == ":" or (words and end != ",") or within
        ordered = (leads, follows) if led else (follows, leads)
        known = [one for one in ordered if one is not None]
        named = [one for one in known if one.subject is not None]
        return next(iter(named or known), None)

    def _may_follow(self, end: str, tail: Span) -> bool:
        """Tell whether what follows a quotation can belong to its sentence."""
        words = tail.of(self.cast.text)
        if end in {".", "…"}:
            return words.lstrip()[:1].islower()
        return "\n\n" not in words[:3]

    def _around(self, index: int) -> tuple[Span, Span]:
        """Return the parts of its sentence before and after a piece, without other quotations at their outer ends."""
        piece = self.pieces[index]
        passage = self.passages[piece.passage].span
        floor, ceiling = passage.start, passage.end
        if index and self.pieces[index - 1].passage == piece.passage and self._is_long(self.pieces[index - 1]):
            floor = max(floor, self.pieces[index - 1].span.end)
        if index + 1 < len(self.pieces) and self.pieces[index + 1].passage == piece.passage:
            ceiling = self.pieces[index + 1].span.start
        lead = self.cast.before(floor, piece.span.start)
        return lead, self.cast.after(piece.span.end, max(ceiling, piece.span.end))

    def _is_long(self, piece: Piece) -> bool:
        words = piece.span.of(self.cast.text)
        return words.count(" ") >= _PHRASE or words.strip(MARKS)[-1:] in _TERMINAL

    def _gap(self, index: int) -> Span:
        start = self.pieces[index - 1].span.end if index else max(0, self.pieces[index].span.start - _LONG_NARRATION)
        return Span(min(start, self.pieces[index].span.start), self.pieces[index].span.start)

    def _step(self, index: int) -> str:
        if not index:
            return FAR
        previous, piece = self.pieces[index - 1], self.pieces[index]
        gap = self._gap(index).of(self.cast.text)
        if not gap.strip():
            return SAME if piece.chain is not None and piece.chain == previous.chain else NEXT
        if len(gap) > _LONG_NARRATION or previous.passage != piece.passage:
            return FAR if len(gap) > _LONG_NARRATION else APART
        if gap.endswith("\n"):
            return LINE if "\n" not in gap.strip() else APART
        if self._is_one_sentence(index):
            return SAME
        return SAME if self._is_free(index) and not self._is_narrated(index) else APART

    def _is_narrated(self, index: int) -> bool:
        """Tell whether a whole sentence stands between a quotation and the clause of the one before it."""
        gap = self._gap(index)
        first = bisect_right(self.cast.sentences, gap.start)
        return first < len(self.cast.sentences) and self.cast.sentences[first] < gap.end

    def interrupted(self, index: int) -> bool:
        """Tell whether narration stands between a quotation and the one before it: "Yes," he said, "no."."""
        if not index:
            return False
        previous, piece = self.pieces[index - 1], self.pieces[index]
        if previous.passage != piece.passage or previous.chain is not None or piece.chain is not None:
            return False
        ended = previous.span.of(self.cast.text).rstrip("\"”’'»“ ")[-1:]
        gap = self._gap(index).of(self.cast.text)
        led_on = ended in {",", "—", "-", ";"} or (piece.family is Family.ANGLE and gap.lstrip()[:1] == ",")
        return led_on and _INTERRUPTION.match(gap) is not None

    def _beat(self, index: int) -> tuple[Mention | None, int]:
        """Return who acts in the sentence before a quotation that stands alone."""
        gap = self._gap(index)
        words = gap.of(self.cast.text)
        end = gap.start + len(words.rstrip())
        if not words.strip():
            return None, 0
        sentence = self.cast.before(gap.start, end)
        if index and sentence.start <= gap.start and words.count(".") < 2 and words[:1] not in {"\n", " "}:  # noqa: PLR2004
            return None, 0
        if index and sentence.start <= gap.start and self._is_clause(index - 1):
            return None, 0
        subject = main_subject(self.cast, sentence)
        return (subject, BEAT) if subject is not None and is_person(subject) else (None, 0)

    def _is_clause(self, index: int) -> bool:
        """Tell whether what follows a quotation is its reporting clause."""
        _, tail = self._around(index)
        end = self.pieces[index].span.of(self.cast.text).rstrip(MARKS)[-1:]
        found = after(self.cast, tail, comma=end in _COMMAS) if self._may_follow(end, tail) else None
        return found is not None and found.strength >= VERB

    def _following(self, index: int, tail: Span) -> Mention | None:
        """Return who acts in the sentence after a quotation, where it is in the same passage."""
        words = tail.of(self.cast.text)
        if not words.strip() or self.pieces[index].chain is not None:
            return None
        subject = main_subject(self.cast, tail)
        return subject if subject is not None and is_person(subject) else None

    def _referent(self, piece: Piece, subject: Mention | None) -> Mention | None:
        if subject is None or subject.kind != "pronoun":
            return None
        if subject.key == "it":
            return body_before(self.cast, subject.span.start, self.passages[max(0, piece.passage - 1)].span.start)
        if not subject.gender:
            return None
        floor = max(self._memory(piece), subject.span.start - 3000)
        return antecedent(self.cast, subject.gender, subject.span.start, floor)

    def _memory(self, piece: Piece) -> int:
        return self.passages[max(0, piece.passage - _MEMORY)].span.start

    def _asks(self, index: int) -> bool:
        """Tell a question that is a paragraph of its own, and that another such paragraph follows."""
        if index + 1 >= len(self.pieces) or self.pieces[index].span.of(self.cast.text).rstrip(MARKS)[-1:] != "?":
            return False
        return self._step(index + 1) == NEXT and self._gap(index).of(self.cast.text).endswith("\n")

    def _named(self, index: int) -> tuple[Mention, ...]:
        gap = self._gap(index)
        start = max(gap.start, gap.end - _LONG_NARRATION)
        found = [self.cast.mention(at) for at in self.cast.within(Span(start, gap.end))]
        return tuple({mention.key: mention for mention in found if mention.key.startswith("p:")}.values())[-4:]


def _is_plain(clue: Evidence | None) -> bool:
    """Tell a clause with a verb of saying and its subject."""
    return clue is not None and clue.subject is not None and clue.strength >= VERB


def _narrowed(turn: Turn, known: set[str], narrator: str) -> Turn:
    """Keep of those whom a turn addresses the persons of the article; give its narrator the name that others use."""
    subject = turn.subject
    if subject is not None and subject.key == "I" and narrator:
        subject = subject._replace(key=narrator)
    return replace(turn, addressed=turn.addressed & known, subject=subject)
