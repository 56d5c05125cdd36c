"""Readings of quotations: what stands around each, which clause it belongs to, how it follows the one before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.article import plain_article
from tei_edition.model.layer import Annotation
from tei_edition.tagging.pairs import paired
from tei_edition.tagging.passages import passages
from tei_edition.tagging.speech.cast import cast
from tei_edition.tagging.speech.reading import Reader, Reading
from tei_edition.tagging.speech.turns import APART, FAR, NEXT, SAME

NAMES = ("Nora Vale", "Emil Brandt", "Vale", "Brandt")


def reader_of(text: str) -> Reader:
    running = passages(plain_article("x", text))
    pieces, end = [], 0
    for piece in paired(text, running)[0]:
        if piece.span.start >= end:
            pieces.append(piece)
            end = piece.span.end
    named: list[Annotation] = []
    for name in NAMES:
        at = text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            if not any(one.span.contains(span) for one in named):
                named.append(Annotation(span, "persName", "x"))
            at = text.find(name, at + 1)
    named.sort(key=lambda one: one.span.start)
    return Reader(cast(text, named, [piece.span for piece in pieces]), running, pieces)


def readings(text: str) -> list[Reading]:
    return reader_of(text).readings()


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ('"The bridge is closed," Nora Vale said.', "Nora Vale"),
        ('"The bridge is closed," said Nora Vale.', "Nora Vale"),
        ('"The bridge is closed," said the engineer, Nora Vale.', "the engineer, Nora Vale"),
        ('"The bridge is closed," Nora Vale, an engineer, told the council.', "Nora Vale"),
        ('"The bridge is closed," Nora Vale quietly added.', "Nora Vale"),
        ('"Is the bridge closed?" asked Nora Vale.', "Nora Vale"),
        ('"The bridge is closed!" Nora Vale shouted.', "Nora Vale"),
        ('Nora Vale said: "The bridge is closed."', "Nora Vale"),
        ('Nora Vale told Emil Brandt, "The bridge is closed."', "Nora Vale"),
        ('According to Nora Vale, "the bridge is closed."', "Nora Vale"),
        ('When Emil Brandt came, Nora Vale said, "The bridge is closed."', "Nora Vale"),
        ('"The bridge is closed," she said.', "she"),
        ('"The bridge is closed," a spokesman said.', "a spokesman"),
        ('"The bridge is closed," said officials.', "officials"),
        ('"The bridge is closed." Nora Vale left the town.', None),
        ('The bridge, once "closed," was open again.', None),
        ('It was the "bridge of sighs" of the town.', None),
    ],
)
def test_whom_the_clause_of_a_quotation_names(text: str, subject: str | None) -> None:
    (found,) = readings(text)
    named = found.evidence.subject if found.evidence is not None else None
    words = named.span.of(text) if named is not None else None
    assert words == subject or (subject is not None and words is not None and subject.endswith(words))


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ('"The bridge is closed," Nora Vale said.', [True]),
        ('Nora Vale said, "The bridge is closed."', [False]),
        ('They met. "The bridge is closed."', [True]),
        ('They met. "The bridge" is closed.', [False]),
        ('The "bridge" is closed.', [False]),
        ('"Yes," she said. "No."', [True, True]),
    ],
)
def test_what_can_be_a_turn_by_itself(text: str, free: list[bool]) -> None:
    assert [one.free for one in readings(text)] == free


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ('"The bridge is closed," she said. "We wait."', [FAR, SAME]),
        ('"The bridge is closed," she said, "and we wait."', [FAR, SAME]),
        ('"The bridge is closed."\n\n"We wait."', [FAR, NEXT]),
        ('"The bridge is closed."\n\nIt rained.\n\n"We wait."', [FAR, APART]),
        (f'"The bridge is closed."\n\n{"It rained. " * 80}\n\n"We wait."', [FAR, FAR]),
    ],
)
def test_how_quotations_follow_each_other(text: str, steps: list[str]) -> None:
    assert [one.turn.step for one in readings(text)] == steps


@pytest.mark.parametrize(
    ("text", "interrupted"),
    [
        ('"The bridge," she said, "is closed."', True),
        ('"The bridge is closed," she said. "We wait."', False),
        ('"The bridge is closed." She left, "happy."', False),
        ("« Le pont », dit-elle, « est clos. »", True),
        ("« Le pont » est clos, « dit-on ».", False),
        ('"The bridge,"\n\nshe said, "is closed."', False),
    ],
)
def test_a_clause_that_interrupts(text: str, interrupted: bool) -> None:  # noqa: FBT001 - a case
    reader = reader_of(text)
    assert not reader.interrupted(0)
    assert reader.interrupted(1) is interrupted


def test_a_pronoun_means_who_was_named_before() -> None:
    text = 'Nora Vale opened the window. "It is cold," she said. Emil Brandt laughed. "It is not," he said.'
    first, second = readings(text)
    assert first.turn.referent is not None
    assert first.turn.referent.span.of(text) == "Nora Vale"
    assert second.turn.referent is not None
    assert second.turn.referent.span.of(text) == "Emil Brandt"


def test_whom_a_turn_addresses_is_of_the_cast() -> None:
    text = 'Nora Vale met Emil Brandt. "Well, Brandt, we wait." "Well, Stranger, we wait."'
    first, second = readings(text)
    assert first.turn.addressed
    assert not second.turn.addressed


PIECES = st.sampled_from(
    ["Nora Vale ", "Emil Brandt ", "said", "asked ", '"', "“", "”", "'", "« ", " »", ", ", ". ", "? ", "\n\n", "he ",
     "she said ", "the mayor ", "Bridge ", "closed", " - ", ": ", "dit-il", "according to "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_quotation_is_read_within_its_passage(text: str) -> None:
    reader = reader_of(text)
    found = reader.readings()
    assert [one.piece for one in found] == list(reader.pieces)
    for one in found:
        passage = reader.passages[one.piece.passage].span
        assert passage.start <= one.before.start <= one.before.end == one.piece.span.start
        assert one.piece.span.end == one.after.start <= one.after.end <= max(passage.end, one.piece.span.end)
        assert one.turn.free == one.free
        assert one.evidence is None or 0.5 <= one.evidence.certainty <= 1


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(1, 3))
def test_reading_is_a_function_of_the_text(text: str, times: int) -> None:
    reader = reader_of(text)
    assert all(reader.readings() == readings(text) for _ in range(times))
