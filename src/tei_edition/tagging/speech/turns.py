"""Turns of dialogue: who speaks where no clause says so, by a beam search over the quotations of an article.

Each quotation is one of a sequence; what is known of it gives each candidate a score, and so does the step from the
speaker before it. Adjacent quotations are spoken by different persons, an address ("Well, Tommy, …") is not spoken by
the one addressed, a pronoun agrees in sex.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.tagging.speech.cast import Mention

SAME, LINE, NEXT, APART, FAR = "same", "line", "next", "apart", "far"
_BEAM = 12
_CANDIDATES = 7
_WINDOW = 6
NOBODY = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is known of one quotation.

    Attributes:
        step: How it follows the one before: ``SAME`` goes on in one sentence or paragraph, ``LINE`` begins a line
            after a reporting clause, ``NEXT`` follows directly as a paragraph of its own, ``APART`` after narration,
            ``FAR`` begins anew.
        subject: Who speaks by a clause; a pronoun where that is all.
        strength: How strong that clause is (see ``clauses``); 0 without.
        referent: Whom the pronoun most likely means.
        addressed: Keys of those it addresses.
        named: Keys of those that narration names since the quotation before, and in the sentences just before.
        mentioned: Keys of those that it names without an address.
        following: Who acts in the sentence after it.
        asks: Whether it is a question in a paragraph of its own, which a turn of dialogue answers.
        free: Whether it can be a turn of dialogue by itself; one that is part of a sentence cannot.
    """

    step: str
    subject: Mention | None = None
    strength: int = 0
    referent: Mention | None = None
    addressed: frozenset[str] = frozenset()
    named: tuple[Mention, ...] = ()
    mentioned: frozenset[str] = frozenset()
    free: bool = True
    following: Mention | None = None
    asks: bool = False

    @property
    def subject_key(self) -> str:
        """The key of who speaks by a clause; empty without one, and for a pronoun."""
        return self.subject.key if self.subject is not None and self.subject.kind != "pronoun" else ""


class _State(NamedTuple):
    score: float
    speaker: str
    before: str
    last: tuple[object, ...]


@dataclass(slots=True)
class _Search:
    turns: Sequence[Turn]
    genders: dict[str, str] = field(default_factory=dict)

    def best(self) -> list[str]:
        """Return the key of each turn's speaker; empty for nobody."""
        beam = [_State(0.0, NOBODY, NOBODY, ())]
        for index, turn in enumerate(self.turns):
            options = [(key, self._own(turn, key)) for key in self._candidates(index)]
            states: dict[tuple[str, str], _State] = {}
            for state in beam:
                for key, own in options:
                    score = state.score + own + _step(turn, state, key, self.turns[index - 1] if index else None)
                    before = state.before if key and key == state.speaker else state.speaker or state.before
                    speaker = key or (state.speaker if turn.step == SAME and turn.free else NOBODY)
                    known = states.get((key, before))
                    if known is None or score > known.score:
                        states[key, before] = _State(score, speaker, before, (key, state.last))
            beam = sorted(states.values(), key=lambda state: (-state.score, state.speaker, state.before))[:_BEAM]
        found: list[str] = []
        path = beam[0].last
        while path:
            found.append(str(path[0]))
            path = path[1]  # type: ignore[assignment]
        return found[::-1]

    def _candidates(self, index: int) -> list[str]:
        turn = self.turns[index]
        if turn.subject is not None and turn.subject.kind != "pronoun" and turn.strength >= 2:  # noqa: PLR2004 - a verb
            return [turn.subject.key]
        found = dict.fromkeys(
            mention.key
            for mention in (turn.subject, turn.referent, turn.following)
            if mention is not None and mention.kind != "pronoun"
        )
        if turn.free or turn.step == SAME or (turn.subject is not None and turn.strength):
            for near in self._near(index):
                found.update(dict.fromkeys(near))
        return [*list(found)[:_CANDIDATES], NOBODY]

    def _near(self, index: int) -> list[list[str]]:
        """Return the keys of those who speak or are named around a turn, the nearest first."""
        found = []
        reach = 0
        for distance in range(_WINDOW + 1):
            for at in dict.fromkeys((index - distance, index + distance)):
                if not 0 <= at < len(self.turns) or (at > index and reach == -1):
                    continue
                other = self.turns[at]
                if at > index and other.step == FAR:
                    reach = -1
                    continue
                near = (other.subject, other.referent)
                keys = [mention.key for mention in near if mention is not None and mention.kind != "pronoun"]
                keys += [mention.key for mention in reversed(other.named)] if at <= index else []
                keys += sorted(other.addressed)
                found.append(keys)
        return found

    def _own(self, turn: Turn, key: str) -> float:  # noqa: C901 - one line a kind of evidence
        if not key:
            return -0.2 if turn.free else 0.0
        score = 0.0
        subject = turn.subject
        gender = self.genders.get(key, "")
        if subject is not None and subject.kind == "pronoun":
            score += {True: 1.5, False: -8.0}[gender == subject.gender] if gender and subject.gender else -0.5
            score += 2.0 if turn.referent is not None and turn.referent.key == key else 0.0
            score -= 4.0 if key in {"I", "we"} else 0.0
        elif subject is not None:
            score += (
                (10.0 if turn.strength > 1 else 2.5) if subject.key == key else (-10.0 if turn.strength > 1 else -0.5)
            )
        elif not turn.free:
            score -= 1.0 if turn.step == SAME else 3.0
        if turn.following is not None and turn.following.key == key:
            score += 1.0
        if key in turn.addressed:
            score -= 6.0
        if key in turn.mentioned:
            score -= 1.5
        if any(mention.key == key for mention in turn.named):
            score += 0.5
        if key.startswith("o:") and subject is None:
            score -= 2.0
        return score


def _step(turn: Turn, state: _State, key: str, previous: Turn | None) -> float:
    """Score the step from one speaker to the next."""
    if previous is None or not key:
        return 0.0
    if not state.speaker:
        return 0.3 if key == state.before else 0.0
    same = key == state.speaker
    told = turn.subject is not None and turn.subject.kind == "pronoun" and turn.referent is None
    if same and told:
        return 1.0
    score = _STEPS[turn.step][0 if same else 1] - (1.5 if same and turn.asks else 0.0)
    if turn.step in {NEXT, LINE, APART} and not same:
        score += 1.0 if key == state.before else 0.0
        score += 2.0 if key in previous.addressed else 0.0
    return score


_STEPS = {SAME: (3.0, -6.0), LINE: (0.8, 0.0), NEXT: (-3.0, 0.5), APART: (0.3, 0.0), FAR: (-0.3, -0.8)}


def speakers(turns: Sequence[Turn], genders: dict[str, str]) -> list[str]:
    """Return the key of each turn's speaker, empty where nothing says who it is; in time linear in the turns."""
    return _Search(turns, genders).best() if turns else []


def narrator_of(turns: Sequence[Turn], named: frozenset[str]) -> str:
    """Return the key of the name by which others address who says "I" in the narration; empty where none is clear.

    ``named`` are the keys of those whom the narration names: it does not name who tells it.
    """
    votes: Counter[str] = Counter()
    for first, second in pairwise(turns):
        for one, other in ((first, second), (second, first)):
            if one.subject is not None and one.subject.key == "I" and one.step != FAR:
                votes.update(key for key in other.addressed if key.startswith("p:") and key not in named)
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    clear = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if clear else NOBODY
