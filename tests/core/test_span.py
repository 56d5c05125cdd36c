from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span

spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(min(pair), max(pair)))


@given(spans, spans)
def test_overlap_is_symmetric_and_means_a_shared_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(spans, spans)
def test_two_spans_cross_or_nest_or_are_apart(one: Span, other: Span) -> None:
    assert one.crosses(other) == other.crosses(one)
    if one.crosses(other):
        assert not one.contains(other)
        assert not other.contains(one)


@given(spans, spans)
def test_clipping_gives_the_shared_stretch(one: Span, other: Span) -> None:
    clipped = one.clipped(other)
    if clipped is None:
        assert not one.overlaps(other)
    else:
        assert one.contains(clipped)
        assert other.contains(clipped)
        assert clipped == other.clipped(one)


@given(spans, st.integers(0, 5))
def test_shifting_forth_and_back_changes_nothing(span: Span, by: int) -> None:
    assert span.shifted(by).shifted(-by) == span
    assert len(span.shifted(by)) == len(span)


def test_a_span_reads_its_text() -> None:
    assert Span(4, 7).of("Leo Tolstoy") == "Tol"


def test_an_empty_span_is_still_a_span() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_what_is_no_stretch_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)
