from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.tagging.crf.tokens import LONGEST, sentences


def cut(text: str) -> list[list[str]]:
    return [sentence.words for sentence in sentences(text, Span(0, len(text)))]


@given(st.text(max_size=120))
def test_tokens_point_at_what_they_say_and_leave_out_white_space_alone(text: str) -> None:
    end = 0
    for sentence in sentences(text, Span(0, len(text))):
        assert sentence.words
        for word, start, stop in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            assert text[start:stop] == word
            assert not text[end:start].strip()
            assert start >= end
            end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("V.I. Lenin's car", ["V.I.", "Lenin", "'s", "car"]),
        ("Mr. Smith-Jones said", ["Mr.", "Smith", "-", "Jones", "said"]),
        ("the U.S. economy", ["the", "U.S.", "economy"]),
        ("O'Brien didn’t", ["O'Brien", "didn’t"]),
        ("AT&T and R&D", ["AT&T", "and", "R&D"]),
        ("see www.example.org/x now", ["see", "www.example.org/x", "now"]),
        ("`one country''", ["`", "one", "country", "''"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert cut(text) == [expected]


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("It rained. She left. He stayed.", ["It", "She", "He"]),
        ("Mr. Smith met Gen. Grant. They spoke.", ["Mr.", "They"]),
        ("He works for Acme Corp. The firm is old.", ["He", "The"]),
        ("J. R. Ewing came.", ["J."]),
        ('"Go!" he said. "Now!"', ['"', '"']),
        ("WAR ENDS\nThe armies went home.", ["WAR", "The"]),
    ],
)
def test_sentences(text: str, openings: list[str]) -> None:
    assert [words[0] for words in cut(text)] == openings


def test_a_wrapped_line_goes_on() -> None:
    text = "This line of running text is long enough to be a wrapped one in which\nParis is named."
    assert len(cut(text)) == 1


def test_an_endless_sentence_is_cut() -> None:
    assert max(map(len, cut("word " * 3 * LONGEST))) == LONGEST
