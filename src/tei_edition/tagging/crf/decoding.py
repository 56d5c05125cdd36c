"""The two stages of the sequence model, run over an article: names with the certainty that the model gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import pycrfsuite

from tei_edition.tagging.crf.calibration import IDENTITY, calibrated, curves
from tei_edition.tagging.crf.features import Usage, features
from tei_edition.tagging.crf.repetition import Opinions, spans
from tei_edition.tagging.crf.vocabulary import case_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from tei_edition.tagging.crf.calibration import Curve

LABELS = {"PER": "persName", "LOC": "placeName", "ORG": "orgName"}


class Found(NamedTuple):
    """A name in a sentence: indices of its first token and of the one after its last, label and certainty."""

    start: int
    end: int
    label: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Model:
    """Both stages and the numbers that go with them; a tagger keeps the sequence it was last given.

    Attributes:
        first: The tagger of the first stage.
        second: The tagger of the second.
        memory: The bytes that they read without copying them, which therefore must live as long.
        cases: The case class of words.
        curves: For each kind of name, how often names of a probability are right.
    """

    first: pycrfsuite.Tagger
    second: pycrfsuite.Tagger
    memory: tuple[bytes, bytes]
    cases: Mapping[str, str]
    curves: Mapping[str, Curve]


def opened(folder: Traversable) -> Model:
    """Open the model in a folder; where it has no curves, probabilities stay as they are."""
    memory = (folder.joinpath("first.crfsuite").read_bytes(), folder.joinpath("second.crfsuite").read_bytes())
    first, second = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    first.open_inmemory(memory[0])
    second.open_inmemory(memory[1])
    cases = case_classes(folder.joinpath("case.txt").read_text(encoding="utf-8"))
    table = folder.joinpath("calibration.tsv")
    return Model(first, second, memory, cases, curves(table.read_text(encoding="utf-8")) if table.is_file() else {})


@cache
def model() -> Model:
    """Return the model that the package carries, opened once in a process."""
    return opened(files(__package__).joinpath("model"))


def names_in(article: Sequence[Sequence[str]], stages: Model) -> Iterator[list[Found]]:
    """Yield the names of each sentence of an article, given as its words."""
    usage = Usage(article)
    given = [features(words, usage, stages.cases) for words in article]
    said = [stages.first.tag(one) for one in given]
    opinions = Opinions(article, said)
    for words, one, labels in zip(article, given, said, strict=True):
        if not may_hold_names(words, labels):
            yield []
            continue
        more = opinions.features(words, labels)
        yield list(_found(stages, [[*own, *added] for own, added in zip(one, more, strict=True)]))


def may_hold_names(words: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether the second stage is worth asking: where the first found a name or a capital stands within."""
    return any(word[0].isupper() and len(word) > 1 for word in words[1:]) or any(label != "O" for label in labels)


def _found(stages: Model, given: list[list[str]]) -> Iterator[Found]:
    labels = stages.second.tag(given)
    for start, end, kind in spans(labels):
        probability = span_probability(stages.second, labels, start, end)
        yield Found(start, end, LABELS[kind], calibrated(probability, stages.curves.get(kind, IDENTITY)))


def span_probability(tagger: pycrfsuite.Tagger, labels: Sequence[str], start: int, end: int) -> float:
    """Return how probable the model finds a name: the least of its tokens' marginal probabilities."""
    least = min(tagger.marginal(labels[at], at) for at in range(start, end))
    if end < len(labels):
        kind = "I-" + labels[start][2:]
        least = min(least, 1.0 - tagger.marginal(kind, end))
    return max(0.0, min(1.0, float(least)))
