from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.chain import LABELS, SCALE, Chain
from tei_edition.tagging.crf.repetition import spans

ALLOWED = [(one, other) for one, other in product(LABELS, repeat=2) if other[0] != "I" or one[2:] == other[2:]]
FREE = {("O", label) for label in LABELS if label[0] != "I"}
TRANSITIONS = st.fixed_dictionaries(
    {pair: st.just(0) if pair in FREE else st.integers(-6 * SCALE, 0) for pair in ALLOWED}
)
SCORE = st.tuples(*[st.integers(-7 * SCALE, 7 * SCALE)] * len(LABELS))
USUAL = {("B-PER", "O"): -4000, ("I-PER", "O"): -4500, ("I-PER", "I-PER"): -1000, ("B-PER", "B-LOC"): -3000}


def total(transitions: dict[tuple[str, str], int], scores: list[tuple[int, ...]], labels: list[str]) -> int:
    if labels[:1] and labels[0][0] == "I":
        return -(10**9)
    state = sum(score[LABELS.index(label)] for score, label in zip(scores, labels, strict=True))
    between = pairwise(labels)
    return state + sum(transitions.get(pair, 0) if pair in ALLOWED else -(10**9) for pair in between)


def exhaustive(transitions: dict[tuple[str, str], int], scores: list[tuple[int, ...]]) -> int:
    """The best total by the plain recursion over all tokens."""
    best = {label: total(transitions, scores[:1], [label]) for label in LABELS}
    for score in scores[1:]:
        best = {
            other: max(
                best[one] + total(transitions, [score], ["O"]) - score[0] + total_between(transitions, one, other)
                for one in LABELS
            )
            + score[LABELS.index(other)]
            for other in LABELS
        }
    return max(best.values())


def total_between(transitions: dict[tuple[str, str], int], one: str, other: str) -> int:
    return transitions.get((one, other), 0) if (one, other) in ALLOWED else -(10**9)


@given(TRANSITIONS, st.lists(SCORE, min_size=1, max_size=12))
def test_no_labels_of_a_sentence_score_more(
    transitions: dict[tuple[str, str], int], scores: list[tuple[int, ...]]
) -> None:
    labels = Chain(transitions).best(scores)
    assert len(labels) == len(scores)
    assert total(transitions, scores, labels) == exhaustive(transitions, scores)


@given(TRANSITIONS, st.lists(SCORE, min_size=1, max_size=12))
def test_names_lie_in_runs_and_runs_in_the_sentence(
    transitions: dict[tuple[str, str], int], scores: list[tuple[int, ...]]
) -> None:
    chain = Chain(transitions)
    runs = list(chain.runs(scores))
    assert runs == sorted(runs)
    inside = {at for start, end in runs for at in range(start, end)}
    assert inside <= set(range(len(scores)))
    assert {at for start, end, _ in spans(chain.best(scores)) for at in range(start, end)} <= inside


@given(TRANSITIONS, st.lists(SCORE, min_size=1, max_size=4))
def test_probabilities_are_shares_of_all_ways(
    transitions: dict[tuple[str, str], int], scores: list[tuple[int, ...]]
) -> None:
    found = Chain(transitions).probabilities(scores, 0, len(scores))
    assert all(sum(shares) == pytest.approx(1) for shares in found)
    ways = {
        labels: 2.718281828459045 ** (total(transitions, scores, list(labels)) / SCALE - 30)
        for labels in product(LABELS, repeat=len(scores))
    }
    for at, shares in enumerate(found):
        for label, found_share in zip(LABELS, shares, strict=True):
            share = sum(weight for labels, weight in ways.items() if labels[at] == label) / sum(ways.values())
            assert found_share == pytest.approx(share, abs=1e-6)


def test_a_long_sentence_has_probabilities_too() -> None:
    found = Chain(USUAL).probabilities([(0, 5 * SCALE, 5 * SCALE, 0, 0, 0, 0)] * 3000, 0, 3000)
    assert all(sum(shares) == pytest.approx(1) for shares in found)


def test_where_nothing_speaks_for_a_name_there_is_no_run() -> None:
    assert list(Chain(USUAL).runs([(0, *[-3 * SCALE] * 6)] * 5)) == []
    assert list(Chain(USUAL).runs([])) == []
    assert Chain(USUAL).best([]) == []


def test_a_run_ends_where_leaving_costs_less() -> None:
    plain, name = (0, *[-9 * SCALE] * 6), (0, 9 * SCALE, *[-9 * SCALE] * 5)
    chain = Chain(USUAL)
    assert list(chain.runs([plain, plain, name, plain, plain])) == [(2, 3)]
    assert chain.best([plain, plain, name, plain, plain]) == ["O", "O", "B-PER", "O", "O"]


@pytest.mark.parametrize("wrong", [{("O", "O"): 1}, {("O", "B-PER"): -1}, {("B-PER", "I-PER"): 5}])
def test_transitions_are_in_normal_form(wrong: dict[tuple[str, str], int]) -> None:
    with pytest.raises(ValueError, match="normal form"):
        Chain(wrong)
