from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.core.normalised_text import normalised
from tei_edition.core.span import Span
from tei_edition.linking import link
from tei_edition.model.article import plain_article
from tei_edition.tagging import on_original, tag, tag_text

PIECES = st.sampled_from(
    ['"', "“", "”", "''", "``", "`", "'", "’", "«", "»", "„", " ", "\n", "\n\n", "\r\n", "\r", ".", ",",
    "he said", "said", "Stalin", "Mr. ", "J. ", "in ",
     "Paris", "Acme Company", "April 28, 1997", "1918-20", "his book The Art of War", "e\u0301", "\u0301",
     "\x07", "\ud800", "𝒳", "שלום", "ÉTÉ"]
)  # fmt: skip
TEXTS = st.one_of(st.text(st.characters(), max_size=80), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_spans_within_bounds_sorted_and_never_crossing(text: str) -> None:
    found = tag_text("any", text)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    enclosing: list[Span] = []
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.speaker is None or 0 <= one.speaker.start < one.speaker.end <= len(text)
        enclosing = [other for other in enclosing if other.end > one.span.start]
        assert not any(other.crosses(one.span) for other in enclosing)
        enclosing.append(one.span)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_linked_and_every_reference_has_its_entity(text: str) -> None:
    known = normalised(text)
    article = plain_article("any", known.text)
    linked = link(article, [tag(article)])
    ids = {entity.id for entity in linked.entities}
    for one in on_original(known, linked.annotations):
        assert {value for name, value in one.features if name in {"ref", "who", "source"}} <= ids


@given(TEXTS)
def test_the_normalised_text_is_what_an_article_takes_and_offsets_never_decrease(text: str) -> None:
    known = normalised(text)
    plain_article("any", known.text)
    assert len(known.original(Span(0, len(known.text)))) == len(text)
    if known.offsets is not None:
        assert len(known.offsets) == len(known.text) + 1
        assert list(known.offsets) == sorted(known.offsets)


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = '\r\nIn Cafe\u0301 de Paris, Jose\u0301 Garcia said:\x07 "Yes, I shall go there."'
    found = {text[one.span.start : one.span.end]: one.label for one in tag_text("x", text)}
    assert found["Jose\u0301 Garcia"] == "persName"
    assert found['"Yes, I shall go there."'] == "said"


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "”",
        "`",
        "''",
        '"a" ',
        "“a ‘b ",
        '"A\n',
        "JOHN SMITH WENT TO PARIS. ",
        "1923 ",
        "e\u0301",
        "שלום ",
        "Bank of the ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        article = plain_article("x", normalised(piece * times).text)
        link(article, [tag(article)])
        return time.perf_counter() - start

    seconds(100)
    assert seconds(8000) < 30 * seconds(1000) + 0.5
