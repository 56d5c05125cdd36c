"""The table of weights that training writes: normal form changes no score, beside what all sequences share."""

from __future__ import annotations

import importlib.util
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.chain import LABELS, SCALE
from tei_edition.tagging.crf.weights import Weights, unpacked

pytest.importorskip("pycrfsuite", reason="needed for training only")
SCRIPT = Path(__file__).parents[2] / "training" / "weights_table.py"
ALLOWED = [(one, other) for one, other in product(LABELS, repeat=2) if other[0] != "I" or one[2:] == other[2:]]
WEIGHT = st.integers(-3000, 3000).map(lambda weight: weight / SCALE)
WORDS = ["c=0", "c=4"]


def loaded() -> Any:  # noqa: ANN401 - a script loaded by its path
    spec = importlib.util.spec_from_file_location("weights_table", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TABLE = loaded()


def total(states: dict[Any, float], transitions: dict[Any, float], labels: tuple[str, ...]) -> float:
    """The score of a sentence of two words with these labels."""
    features = [["-1w=|", WORDS[0]], [WORDS[1]]]
    state = sum(states.get((one, label), 0.0) for found, label in zip(features, labels, strict=True) for one in found)
    return state + sum(transitions.get(pair, 0.0) for pair in pairwise(labels))


@given(
    st.dictionaries(st.tuples(st.sampled_from([*WORDS, "-1w=|"]), st.sampled_from(LABELS)), WEIGHT),
    st.dictionaries(st.sampled_from(ALLOWED), WEIGHT),
)
def test_normal_form_moves_every_score_alike(states: dict[Any, float], transitions: dict[Any, float]) -> None:
    moved, between = TABLE.normal(states, transitions)
    ways = [labels for labels in product(LABELS, repeat=2) if labels in ALLOWED]
    apart = [total(states, transitions, labels) - total(moved, between, labels) for labels in ways]
    assert max(apart) - min(apart) < 1e-9
    assert all(between["O", label] == 0 for label in LABELS if label[0] != "I")


def test_what_only_documents_in_training_have_is_left_out_and_small_weights_too() -> None:
    states = {("w=paris", "B-LOC"): 1.5, ("kgumw=paris", "B-LOC"): 2.0, ("w=small", "O"): 0.001}
    written = TABLE.table([TABLE.normal(states, {}), TABLE.normal(states, {("B-LOC", "O"): -1.25})])
    assert "w=paris\t3:1500 10:1500" in written
    assert "kgum" not in written
    assert "w=small" not in written
    assert " B-LOC O\t1:-1250" in written.split("\n")
    assert written.split("\n")[:-1] == sorted(written.split("\n")[:-1], key=str.encode)


def test_the_package_reads_the_table() -> None:
    written = TABLE.table([TABLE.normal({("w=paris", "B-LOC"): 1.5}, {})] * 2)
    weights = Weights(written)
    first, second = unpacked(weights.tell(["w=paris"]))
    assert first[3] - first[0] == second[3] - second[0] == 1500
    assert weights.chains()[0].best([first]) == ["B-LOC"]


def test_more_organisations_are_found() -> None:
    leaned = TABLE.leaning({("c=0", "B-ORG"): 0.25})
    assert leaned["c=0", "B-ORG"] == 0.25 + TABLE.MORE_ORGANISATIONS
    assert leaned["c=4", "B-ORG"] == TABLE.MORE_ORGANISATIONS
