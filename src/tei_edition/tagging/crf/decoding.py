"""The two stages of the sequence model, run over an article: names with the certainty that the model gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tagging.crf.calibration import IDENTITY, calibrated, curves
from tei_edition.tagging.crf.chain import LABELS
from tei_edition.tagging.crf.repetition import Opinions, spans
from tei_edition.tagging.crf.usage import Usage
from tei_edition.tagging.crf.vocabulary import case_classes
from tei_edition.tagging.crf.weights import Weights, unpacked
from tei_edition.tagging.crf.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from tei_edition.tagging.crf.calibration import Curve
    from tei_edition.tagging.crf.chain import Chain, Scores

_REACH = 2
"""How many tokens beside a name are asked whether they belong to it."""
KINDS = {"PER": "persName", "LOC": "placeName", "ORG": "orgName"}


class Found(NamedTuple):
    """A name in a sentence: indices of its first token and of the one after its last, label and certainty."""

    start: int
    end: int
    label: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Model:
    """Both stages and the numbers that go with them.

    Attributes:
        windows: Tells the weights of what a sentence shows.
        first: The decoder of the first stage.
        second: The decoder of the second.
        curves: For each kind of name, how often names of a probability are right.
    """

    windows: Windows[int]
    first: Chain
    second: Chain
    curves: Mapping[str, Curve]


def opened(folder: Traversable) -> Model:
    """Open the model in a folder; where it has no curves, probabilities stay as they are."""
    weights = Weights(folder.joinpath("weights.tsv").read_text(encoding="utf-8"))
    cases = case_classes(folder.joinpath("case.txt").read_text(encoding="utf-8"))
    table = folder.joinpath("calibration.tsv")
    measured = curves(table.read_text(encoding="utf-8")) if table.is_file() else {}
    return Model(Windows(weights.tell, cases), *weights.chains(), measured)


@cache
def model() -> Model:
    """Return the model that the package carries, opened once in a process."""
    return opened(files(__package__).joinpath("model"))


def names_in(article: Sequence[Sequence[str]], stages: Model) -> Iterator[list[Found]]:
    """Yield the names of each sentence of an article, given as its words."""
    usage = Usage(article)
    told = [stages.windows.of(words, usage) for words in article]
    said = [stages.first.best([unpacked(packed)[0] for packed in sentence]) for sentence in told]
    opinions = Opinions(article, said, stages.windows.tell)
    for words, sentence, labels in zip(article, told, said, strict=True):
        if may_hold_names(words, labels):
            more = opinions.of(words, labels)
            yield list(_found(stages, [unpacked(packed)[1] for packed in map(add, sentence, more)]))
        else:
            yield []


def may_hold_names(words: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether the second stage is worth asking: where the first found a name or a capital stands within."""
    return any(word[0].isupper() and len(word) > 1 for word in words[1:]) or any(label != "O" for label in labels)


def _found(stages: Model, scores: Sequence[Scores]) -> Iterator[Found]:
    labels = stages.second.best(scores)
    names = list(spans(labels))
    for first, last in _groups(names):
        low, high = max(0, names[first][0] - _REACH), min(len(scores), names[last][1] + _REACH)
        shares = stages.second.probabilities(scores, low, high)
        for start, end, kind in names[first : last + 1]:
            probability = _probability(shares, labels[low:high], start - low, end - low)
            yield Found(start, end, KINDS[kind], calibrated(probability, stages.curves.get(kind, IDENTITY)))


def _groups(names: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of the names that stand so near each other that one's doubt may be the other's."""
    first = 0
    for at, (_, end, _) in enumerate(names):
        if at + 1 == len(names) or names[at + 1][0] > end + _REACH:
            yield first, at
            first = at + 1


def _probability(shares: Sequence[Sequence[float]], labels: Sequence[str], start: int, end: int) -> float:
    """Return how probable the model finds a name: the least of its tokens' probabilities and of its ending there."""
    ending = 1.0 - shares[end][LABELS.index("I-" + labels[start][2:])] if end < len(shares) else 1.0
    return min(ending, *(shares[at][LABELS.index(labels[at])] for at in range(start, end)))
