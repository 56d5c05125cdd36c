"""Texts that no newspaper prints: time in proportion to length, and offsets that point at what they say."""

from __future__ import annotations

import gc
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.model.article import Metadata, plain_article
from tei_edition.tagging import check, tag, tag_text
from tei_edition.tagging.dates import dates
from tei_edition.tagging.dialogue import dialogue
from tei_edition.tagging.passages import passages
from tei_edition.tagging.quotations import quotations

UNITS = {
    "one sentence": "and the mayor Ann Lee of Leeds said so and ",
    "quotation marks": '"',
    "apostrophes": "'",
    "all marks": "“‘\"'«„`",
    "quotations": '"No," he said. ',
    "never closed": "“No, said Ann Lee. \n\n",
    "capitals": 'THE MAYOR SAID "NO" ON MAY 3, 1921. ',
    "no capitals": 'the mayor said "no" on may 3, 1921. ',
    "years": "1921-1922 ",
    "parts of centuries": "the first half of the ",
    "right to left": 'אמר "לא" ',
    "astral": "😀“no” ",
    "joiners": "👩\u200d👩\u200d👧 'no' ",
    "combining marks": 'é\u0301\u0301 "no" ',
    "dialogue": "— Non, dit-il. ",
    "one letter": "x",
}
PIECES = st.lists(
    st.sampled_from([*UNITS.values(), " ", "\n", "\n\n", "said Ann. ", "Mr. Lee", "\u200f", "\u0301", "e", "''", "»"]),
    max_size=12,
)


def seconds(text: str, language: str) -> float:
    article = plain_article("x", text, Metadata(language=language))
    running = passages(article)
    start = time.process_time()
    quotations(text, running, [], "x", language)
    list(dialogue(text, running, [], language, "x"))
    for passage in running:
        dates(text, passage.span, "x", "1951-05-14", language)
    return time.process_time() - start


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_takes_twice_the_time(unit: str, language: str) -> None:
    long = unicodedata.normalize("NFC", unit * (16_000 // len(unit)))
    short = long[: len(long) // 4]
    seconds(short[:200], language)
    gc.collect()
    gc.disable()
    try:
        first = min(seconds(short, language) for _ in range(2))
        assert seconds(long, language) < 8 * first + 0.05
    finally:
        gc.enable()


@given(PIECES, st.sampled_from([None, "en", "de", "fr", "es", "pl"]))
def test_offsets_point_at_what_they_say(pieces: list[str], language: str | None) -> None:
    text = unicodedata.normalize("NFC", "".join(pieces))
    article = plain_article("x", text, Metadata(language=language))
    for one in tag(article).annotations:
        words = one.span.of(text)
        assert words.strip() == words
        assert one.speaker is None or one.speaker.of(text).strip()
        if one.label == "date":
            assert any(character.isalnum() for character in words)
        if one.label == "quote":
            assert not words[0].isalnum()


@given(st.text(alphabet="e\u0301\u0327\u200d\u200e👩🏽א\"'“ ”.aA\n", max_size=60))
def test_texts_that_are_not_normalised_keep_their_own_offsets(text: str) -> None:
    for one in tag_text("x", text):
        assert 0 <= one.span.start < one.span.end <= len(text)


def test_every_mark_of_ten_thousand_is_used_or_told() -> None:
    text = '"' * 10_001
    article = plain_article("x", text)
    used = sum(2 for one in quotations(text, passages(article), [], "x"))
    assert 0 < len(check(article)) + used <= 2 * len(text)


@pytest.mark.slow
def test_a_sentence_of_a_megabyte() -> None:
    text = "and the mayor Ann Lee of Leeds said so and " * 25_000
    assert len(text) > 1_000_000
    assert {one.label for one in tag(plain_article("x", text)).annotations} <= {"persName", "placeName", "orgName"}
