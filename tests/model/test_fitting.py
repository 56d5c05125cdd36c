from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.fitting import HOLDERS, compatible, fits
from tei_edition.model.layer import Annotation, reading_order

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
ANNOTATIONS = st.builds(
    Annotation,
    span=SPANS,
    label=st.sampled_from(["persName", "date", "title", "said", "q", "quote"]),
    agent=st.sampled_from(["default", "ed"]),
)


@given(st.lists(ANNOTATIONS, max_size=12))
def test_what_is_kept_fits_together_and_is_in_reading_order(ranked: list[Annotation]) -> None:
    kept = compatible(ranked)
    assert [reading_order(one) for one in kept] == sorted(reading_order(one) for one in kept)
    for index, one in enumerate(kept):
        assert one in ranked
        assert all(fits(one, other) for other in kept[index + 1 :])


@given(st.lists(ANNOTATIONS, min_size=1, max_size=12))
def test_the_best_is_always_kept(ranked: list[Annotation]) -> None:
    assert ranked[0] in compatible(ranked)


@given(st.lists(ANNOTATIONS, max_size=12))
def test_what_fits_together_already_stays(ranked: list[Annotation]) -> None:
    kept = compatible(ranked)
    assert compatible(kept) == kept


@given(ANNOTATIONS, ANNOTATIONS)
def test_fitting_is_symmetric(one: Annotation, other: Annotation) -> None:
    assert fits(one, other) == fits(other, one)


def test_only_quotations_hold_others() -> None:
    outer = {label: Annotation(Span(0, 9), label, "x") for label in ("said", "persName")}
    inner = Annotation(Span(2, 4), "date", "x")
    assert "said" in HOLDERS
    assert fits(outer["said"], inner)
    assert not fits(outer["persName"], inner)
    assert not fits(Annotation(Span(0, 3), "said", "x"), inner)
    assert fits(Annotation(Span(0, 2), "persName", "x"), inner)
