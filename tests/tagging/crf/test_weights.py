from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.chain import LABELS
from tei_edition.tagging.crf.decoding import model
from tei_edition.tagging.crf.weights import Weights, unpacked

FIELDS = 2 * len(LABELS)
ROW = st.dictionaries(st.integers(0, FIELDS - 1), st.integers(-20_000, 20_000), max_size=FIELDS)


def table(rows: dict[str, dict[int, int]]) -> str:
    lines = (f"{key}\t{' '.join(f'{field}:{weight}' for field, weight in row.items())}" for key, row in rows.items())
    return "\n".join(lines) + "\n"


@given(st.dictionaries(st.sampled_from("abcdefgh"), ROW), st.lists(st.sampled_from("abcdefghij"), max_size=60))
def test_sums_of_packed_weights_are_sums_of_weights(rows: dict[str, dict[int, int]], features: list[str]) -> None:
    weights = Weights(table(rows))
    first, second = unpacked(weights.tell(features))
    sums = [sum(rows.get(feature, {}).get(field, 0) for feature in features) for field in range(FIELDS)]
    assert [score - first[0] for score in first] == [one - sums[0] for one in sums[: len(LABELS)]]
    assert [score - second[0] for score in second] == [one - sums[len(LABELS)] for one in sums[len(LABELS) :]]


def test_a_model_without_weights_finds_nothing() -> None:
    first, second = Weights("").chains()
    assert first.best([unpacked(0)[0]] * 3) == ["O", "O", "O"]
    assert second.best([unpacked(0)[1]] * 3) == ["O", "O", "O"]


def test_transitions_are_read_by_stage() -> None:
    first, second = Weights(" B-PER B-PER\t0:-900 1:-5000\n").chains()
    scores = [(0, 2000, 0, 0, 0, 0, 0), (0, 2000, 0, 0, 0, 0, 0)]
    assert first.best(scores) == ["B-PER", "B-PER"]
    assert second.best(scores) in (["B-PER", "O"], ["O", "B-PER"], ["B-PER", "I-PER"])


def test_the_model_of_the_package_opens() -> None:
    assert model().windows.tell(["w=paris"]) != 0
    assert set(model().curves) == {"PER", "LOC", "ORG"}
