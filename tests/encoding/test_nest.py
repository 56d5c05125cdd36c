from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from strategies import annotations_of
from tei_edition.core.span import Span
from tei_edition.encoding.nest import DEPTH, nested
from tei_edition.model.article import Repair
from tei_edition.model.layer import Annotation

TEXT = "x" * 30
LEAF = Span(5, 25)


def at(start: int, end: int, label: str = "persName", **features: str) -> Annotation:
    return Annotation(Span(start, end), label, "default", features=tuple(features.items()))


def placed(*annotations: Annotation, repairs: tuple[Repair, ...] = ()) -> list[tuple[str, int, int]]:
    fragments, _ = nested(annotations, LEAF, repairs)
    return [(fragment.annotation.label, fragment.span.start, fragment.span.end) for fragment in fragments]


@given(annotations_of(TEXT))
def test_fragments_nest_and_cover_what_the_annotations_cover(annotations: tuple[Annotation, ...]) -> None:
    fragments, dropped = nested(annotations, LEAF, ())
    for one in fragments:
        assert LEAF.contains(one.span)
        assert not any(one.span.crosses(other.span) for other in fragments)
    for annotation in annotations:
        if annotation in dropped or not annotation.span.overlaps(LEAF):
            continue
        covered = {i for f in fragments if f.annotation == annotation for i in range(f.span.start, f.span.end)}
        assert covered == set(range(max(annotation.span.start, 5), min(annotation.span.end, 25)))


def test_what_nests_is_left_whole() -> None:
    assert placed(at(8, 10), at(6, 20, "said")) == [("said", 6, 20), ("persName", 8, 10)]


def test_the_wider_element_is_outside_where_both_cover_the_same() -> None:
    assert placed(at(6, 9), at(6, 9, "said"), at(6, 9, "title")) == [
        ("said", 6, 9),
        ("title", 6, 9),
        ("persName", 6, 9),
    ]


def test_what_crosses_is_cut_and_chained() -> None:
    fragments, _ = nested((at(6, 12, "said"), at(10, 15)), LEAF, ())
    assert [(f.annotation.label, f.span.start, f.span.end) for f in fragments] == [
        ("said", 6, 12),
        ("persName", 10, 12),
        ("persName", 12, 15),
    ]
    assert fragments[0].chain is None
    assert fragments[1].chain == fragments[2].chain is not None


def test_what_leaves_the_block_is_cut_off_and_chained() -> None:
    fragments, _ = nested((at(0, 8),), LEAF, ())
    assert [(f.span.start, f.span.end) for f in fragments] == [(5, 8)]
    assert fragments[0].chain


def test_a_given_chain_is_kept() -> None:
    fragments, _ = nested((at(6, 8, "said", chain="q1"),), LEAF, ())
    assert fragments[0].chain == "q1"


def test_no_edge_cuts_a_repair() -> None:
    repair = Repair(Span(10, 14), "x", "sic", "A611")
    assert placed(at(8, 12), repairs=(repair,)) == [("persName", 8, 14)]
    assert placed(at(12, 16), repairs=(repair,)) == [("persName", 10, 16)]
    assert placed(at(11, 13), repairs=(repair,)) == [("persName", 10, 14)]
    assert placed(at(10, 14), repairs=(repair,)) == [("persName", 10, 14)]


def test_doubles_are_left_out_once() -> None:
    fragments, dropped = nested((at(6, 8), at(6, 8)), LEAF, ())
    assert len(fragments) == len(dropped) == 1


def test_depth_is_bounded() -> None:
    many = [Annotation(Span(0, 1000 - n), "q", "default") for n in range(100)]
    fragments, dropped = nested(many, Span(0, 1000), ())
    assert len(fragments) == DEPTH
    assert len(dropped) == 100 - DEPTH


@given(st.integers(1, 400))
def test_a_staircase_of_crossings_is_done_in_good_time(count: int) -> None:
    stairs = [Annotation(Span(n, n + count), "q", "default") for n in range(count)]
    fragments, _ = nested(stairs, Span(0, 2 * count), ())
    assert len(fragments) <= 60 * count
