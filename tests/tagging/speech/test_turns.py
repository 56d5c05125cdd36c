"""Turns of dialogue, from what is known of each."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.tagging.speech.cast import Mention
from tei_edition.tagging.speech.clauses import BEAT, VERB
from tei_edition.tagging.speech.turns import APART, FAR, LINE, NEXT, SAME, Turn, narrator_of, speakers

ANN = Mention(Span(0, 3), "name", "F", "p:ann:")
BOB = Mention(Span(4, 7), "name", "M", "p:bob:")
TOM = Mention(Span(8, 11), "name", "M", "p:tom:")
HE = Mention(Span(12, 14), "pronoun", "M", "he")
SHE = Mention(Span(15, 18), "pronoun", "F", "she")
I = Mention(Span(19, 20), "narrator", "", "I")  # noqa: E741 - the word itself
GENDERS = {"p:ann:": "F", "p:bob:": "M", "p:tom:": "M"}


def by(subject: Mention, step: str = APART, **more: object) -> Turn:
    return Turn(step, subject, VERB, **more)  # type: ignore[arg-type]


def test_a_bare_answer_is_the_other_speakers() -> None:
    turns = [by(ANN, FAR), by(BOB, NEXT), Turn(NEXT), Turn(NEXT), Turn(NEXT)]
    assert speakers(turns, GENDERS) == ["p:ann:", "p:bob:", "p:ann:", "p:bob:", "p:ann:"]


def test_a_question_between_two_statements_of_one_person_is_nobodys_who_is_named() -> None:
    turns = [by(ANN, FAR), Turn(APART, asks=True), Turn(NEXT)]
    assert speakers(turns, GENDERS) == ["p:ann:", "", "p:ann:"]
    assert speakers([by(ANN, FAR), Turn(APART, asks=True, subject=BOB, strength=VERB), Turn(NEXT)], GENDERS) == [
        "p:ann:",
        "p:bob:",
        "p:ann:",
    ]


def test_the_speakers_may_be_named_after_the_fact() -> None:
    turns = [Turn(FAR), Turn(NEXT), by(ANN, NEXT), by(BOB, NEXT)]
    assert speakers(turns, GENDERS) == ["p:ann:", "p:bob:", "p:ann:", "p:bob:"]


def test_one_sentence_has_one_speaker() -> None:
    assert speakers([by(ANN, FAR), Turn(SAME)], GENDERS) == ["p:ann:", "p:ann:"]
    assert speakers([by(ANN, FAR), by(BOB, NEXT), Turn(SAME, free=False)], GENDERS)[2] == "p:bob:"


def test_a_pronoun_agrees_in_sex() -> None:
    turns = [by(ANN, FAR), by(BOB), by(SHE, referent=ANN), by(HE, referent=BOB)]
    assert speakers(turns, GENDERS) == ["p:ann:", "p:bob:", "p:ann:", "p:bob:"]
    assert speakers([by(ANN, FAR), by(BOB), by(SHE)], GENDERS)[2] == "p:ann:"


def test_who_is_addressed_does_not_speak_and_answers() -> None:
    addressed = Turn(NEXT, addressed=frozenset({"p:bob:"}))
    turns = [by(ANN, FAR), by(TOM), by(BOB), addressed, Turn(NEXT)]
    found = speakers(turns, GENDERS)
    assert found[3] != "p:bob:"
    assert found[4] == "p:bob:"


def test_a_beat_is_weaker_than_a_verb() -> None:
    assert speakers([by(ANN, FAR), Turn(LINE, BOB, BEAT)], GENDERS) == ["p:ann:", "p:bob:"]


def test_nobody_speaks_where_nothing_says_who() -> None:
    assert speakers([], {}) == []
    assert speakers([Turn(FAR), Turn(NEXT)], {}) == ["", ""]
    assert speakers([by(ANN, FAR), Turn(FAR, free=False)], GENDERS) == ["p:ann:", ""]


def test_who_tells_the_story_is_whom_others_address() -> None:
    turns = [by(ANN, FAR, addressed=frozenset({"p:max:"})), by(I, NEXT), by(ANN, NEXT, addressed=frozenset({"p:max:"}))]
    assert narrator_of(turns, frozenset({"p:ann:"})) == "p:max:"
    assert narrator_of(turns, frozenset({"p:max:"})) == ""
    assert narrator_of(turns[:1], frozenset()) == ""


MENTIONS = st.sampled_from([None, ANN, BOB, TOM, HE, SHE, I])
TURNS = st.lists(
    st.builds(
        Turn,
        step=st.sampled_from([SAME, LINE, NEXT, APART, FAR]),
        subject=MENTIONS,
        strength=st.integers(0, 3),
        referent=st.sampled_from([None, ANN, BOB]),
        addressed=st.frozensets(st.sampled_from(["p:ann:", "p:bob:"])),
        named=st.lists(st.sampled_from([ANN, BOB, TOM]), max_size=2).map(tuple),
        free=st.booleans(),
    ),
    max_size=12,
)


@given(TURNS)
def test_every_turn_has_one_speaker_of_those_that_are_known(turns: list[Turn]) -> None:
    found = speakers(turns, GENDERS)
    assert len(found) == len(turns)
    assert set(found) <= {"", "p:ann:", "p:bob:", "p:tom:", "I"}
    assert found == speakers(turns, GENDERS)


@given(TURNS)
def test_a_clause_with_a_verb_and_a_name_always_holds(turns: list[Turn]) -> None:
    for turn, key in zip(turns, speakers(turns, GENDERS), strict=True):
        if turn.subject is not None and turn.subject.kind != "pronoun" and turn.strength >= 2:
            assert key == turn.subject.key


@pytest.mark.parametrize("step", [NEXT, SAME, APART])
def test_time_is_linear(step: str) -> None:
    def seconds(times: int) -> float:
        turns = [by(ANN, FAR), by(BOB, NEXT), *[Turn(step) for _ in range(times)]]
        start = time.perf_counter()
        speakers(turns, GENDERS)
        return time.perf_counter() - start

    seconds(50)
    assert seconds(4000) < 25 * seconds(500) + 0.5
