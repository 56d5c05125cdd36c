"""Write the weights of trained models as the table that the tagger reads: integers, in the normal form of transitions.

A feature's weight for a label may be moved to the transitions into that label and back without any sequence scoring
otherwise than before. In normal form the transition into each label that costs least costs nothing; what it weighed is
added to the case classes, of which each word has one, and taken from the mark of a sentence's first word.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pycrfsuite

from tei_edition.tagging.crf.chain import LABELS, SCALE
from tei_edition.tagging.crf.features import BEFORE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

States = dict[tuple[str, str], float]
"""The weight of each feature for each label."""
Transitions = dict[tuple[str, str], float]
LEAST = 0.02
"""Smaller weights are left out: half of all, and no name is lost by it."""
MORE_ORGANISATIONS = 0.5
CASES = tuple(f"c={kind}" for kind in "?-01234")
CONVENTION = "k"
"""What the features begin with that only documents in training have."""


def mean(models: Sequence[Path]) -> tuple[States, Transitions]:
    """Return the mean weights of trained models; a model that does not have a weight counts as 0."""
    states: States = defaultdict(float)
    transitions: Transitions = defaultdict(float)
    for model in models:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        info = tagger.info()
        for key, weight in info.state_features.items():
            states[key] += weight / len(models)
        for key, weight in info.transitions.items():
            transitions[key] += weight / len(models)
    return states, transitions


def normal(states: States, transitions: Transitions) -> tuple[States, Transitions]:
    """Return the weights in normal form, without what only documents in training have."""
    allowed = [(one, other) for one in LABELS for other in LABELS if other[0] != "I" or one[2:] == other[2:]]
    known = {key: transitions.get(key, 0.0) for key in allowed}
    shifts = {label: max(weight for (_, other), weight in known.items() if other == label) for label in LABELS}
    shifts |= {label: known["O", label] for label in LABELS if label[0] != "I"}
    outside = shifts["O"]
    kept = defaultdict(float, {key: weight for key, weight in states.items() if key[0][0] != CONVENTION})
    for label in LABELS:
        for case in CASES:
            kept[case, label] += shifts[label] - outside
        kept[BEFORE[0], label] -= shifts[label] - outside
    return kept, {(one, other): weight - shifts[other] for (one, other), weight in known.items()}


def leaning(states: States) -> States:
    """Return weights that find more organisations: half were missed where four fifths of the found were right."""
    return {**states, **{(case, "B-ORG"): states.get((case, "B-ORG"), 0.0) + MORE_ORGANISATIONS for case in CASES}}


def table(stages: Sequence[tuple[States, Transitions]]) -> str:
    """Return the lines of the table: a feature or transition, a tab, "field:weight" pairs; sorted by their bytes."""
    rows: dict[str, list[str]] = defaultdict(list)
    for stage, (states, transitions) in enumerate(stages):
        for (feature, label), weight in sorted(states.items(), key=lambda item: (item[0][0], LABELS.index(item[0][1]))):
            if abs(weight) >= LEAST:
                _add(rows[feature], stage * len(LABELS) + LABELS.index(label), weight)
        for (one, other), weight in transitions.items():
            _add(rows[f" {one} {other}"], stage, min(0.0, weight))
    found = sorted((feature.encode(), " ".join(pairs)) for feature, pairs in rows.items() if pairs)
    return "".join(f"{feature.decode()}\t{pairs}\n" for feature, pairs in found)


def _add(row: list[str], field: int, weight: float) -> None:
    if round(weight * SCALE):
        row.append(f"{field}:{round(weight * SCALE)}")
