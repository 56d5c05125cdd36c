"""Train the two stages of the sequence model for names: same data, same bytes.

Usage: python train_names.py FOLDER_OF_TRAIN_JSONL OUTPUT_FOLDER [--every N] [--without CORPORA]

--every leaves every N-th document out, --without those corpora whose name begins so: to be judged on by judge_names.py.
"""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite
from names_corpus import Document, documents
from weights_table import leaning, mean, normal, table

from tei_edition.tagging.crf.decoding import may_hold_names
from tei_edition.tagging.crf.repetition import Opinions
from tei_edition.tagging.crf.usage import Usage, is_shouting
from tei_edition.tagging.crf.vocabulary import UNKNOWN, case_class
from tei_edition.tagging.crf.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PARAMETERS = {"c1": 0.1, "c2": 4.0, "max_iterations": 90, "feature.minfreq": 2, "feature.possible_transitions": True}
Features = list[list[str]]
HOUSE = "uner"
"""The corpora whose convention is that of this project."""
TWEETS = "wnut"


class CaseCounts:
    """How often words are written in lower case and capitalised within sentences."""

    def __init__(self, found: Iterable[Document]) -> None:
        self.lower: Counter[str] = Counter()
        self.upper: Counter[str] = Counter()
        for document in found:
            lower, upper = self.of(document)
            self.lower.update(lower)
            self.upper.update(upper)

    @staticmethod
    def of(document: Document) -> tuple[Counter[str], Counter[str]]:
        """Count the words of one document; those of tweets have habits of their own and do not count."""
        lower, upper = Counter[str](), Counter[str]()
        if document.corpus.startswith(TWEETS):
            return lower, upper
        for words in document.sentences:
            if is_shouting(words):
                continue
            for at, word in enumerate(words):
                if word[0].islower():
                    lower[word.lower()] += 1
                elif at and word[0].isupper():
                    upper[word.lower()] += 1
        return lower, upper

    def without(self, document: Document) -> dict[str, str]:
        """Return the case classes of a document's words as the other documents show them."""
        lower, upper = self.of(document)
        words = {word.lower() for sentence in document.sentences for word in sentence}
        found = {word: case_class(self.lower[word] - lower[word], self.upper[word] - upper[word]) for word in words}
        return {word: kind for word, kind in found.items() if kind != UNKNOWN}

    def table(self) -> str:
        """Return the words of each class, a line a class."""
        lines: dict[str, list[str]] = {digit: [] for digit in "01234"}
        for word in sorted({*self.lower, *self.upper}):
            kind = case_class(self.lower[word], self.upper[word])
            if kind != UNKNOWN and word[0].isalpha() and not any(c.isspace() for c in word):
                lines[kind].append(word)
        return "".join(" ".join(words) + "\n" for words in lines.values())


def first(document: Document, cases: dict[str, str]) -> list[Features]:
    """Return the features of the first stage."""
    usage, windows = Usage(document.sentences), Windows[list[str]](list, cases)
    return [windows.of(words, usage) for words in document.sentences]


def with_convention(document: Document, found: list[Features]) -> list[Features]:
    """Return features with some that only this corpus has: what is its own convention alone is learnt as theirs."""
    group = document.corpus.partition("_")[0]
    if group == HOUSE:
        return found
    return [[[*own, f"k={group}", *(f"k{group}{one}" for one in own[:3])] for own in given] for given in found]


def second(document: Document, found: list[Features], said: Sequence[Sequence[str]]) -> list[Features]:
    """Return the features of the second stage: those of the first, and what it said."""
    opinions = Opinions[list[str]](document.sentences, said, list)
    return [
        [own + more for own, more in zip(given, opinions.of(words, labels), strict=True)]
        for given, words, labels in zip(found, document.sentences, said, strict=True)
    ]


def train(sequences: Iterable[tuple[Document, list[Features]]], model: Path) -> None:
    """Train one stage on features and labels; write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for document, found in sequences:
        for number, (given, words, labels) in enumerate(zip(found, document.sentences, document.labels, strict=True)):
            if tells(words, labels, number):
                trainer.append(pycrfsuite.ItemSequence(given), labels)
    trainer.train(str(model))


def stages(read: list[Document], flat: list[Document], output: Path) -> None:
    """Train both stages: the second sees what a model that has not seen a document says of it.

    Such models are trained on half of the documents each; the mean of their weights is the package's first stage.
    """
    output.mkdir(parents=True, exist_ok=True)
    (output / "case.txt").write_text(CaseCounts(read).table(), encoding="utf-8")
    models = [output / "first.crfsuite", output / "other.crfsuite"]
    with ProcessPoolExecutor(len(models)) as pool:
        list(pool.map(_half, [read] * 2, [flat] * 2, models, range(2)))
    last = output / "second.crfsuite"
    train(_second_stage(read, flat, models), last)
    states, transitions = normal(*mean([last]))
    weights = table([normal(*mean(models)), (leaning(states), transitions)])
    (output / "weights.tsv").write_text(weights, encoding="utf-8")
    for model in (*models, last):
        model.unlink()


def _half(read: list[Document], flat: list[Document], model: Path, half: int) -> None:
    """Train the first stage on the documents whose number, divided by two, does not leave ``half``."""
    train(((document, found) for number, document, found in _versions(read, flat) if number % 2 != half), model)


def _versions(read: list[Document], flat: list[Document]) -> Iterator[tuple[int, Document, list[Features]]]:
    """Yield the number of each document that is learnt from, the document and its features of the first stage."""
    counts = CaseCounts(read)
    for version in (read, flat):
        for number, document in enumerate(version):
            if wanted(document, number, is_flat=version is flat):
                yield number, document, with_convention(document, first(document, counts.without(document)))


def _second_stage(
    read: list[Document], flat: list[Document], models: list[Path]
) -> Iterator[tuple[Document, list[Features]]]:
    taggers = []
    for model in models:
        taggers.append(pycrfsuite.Tagger())
        taggers[-1].open(str(model))
    for number, document, found in _versions(read, flat):
        said = [taggers[number % 2].tag(given) for given in found]
        yield document, second(document, found, said)


def wanted(document: Document, number: int, *, is_flat: bool) -> bool:
    """Tell which documents the second stage learns from, with their line breaks or without.

    Of the corpora of the house's convention both; of GUM the flat ones; of the novels every other.
    """
    if document.corpus.startswith(HOUSE):
        return True
    if document.corpus.startswith("gum"):
        return is_flat
    return not is_flat and (document.corpus != "litbank" or number % 4 < 2)


def tells(words: Sequence[str], labels: Sequence[str], number: int) -> bool:
    """Tell whether a sentence is learnt from: of those without any name or capital within them, one in four."""
    return may_hold_names(words, labels) or number % 4 == 0


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--every", type=int, default=0)
    parser.add_argument("--without", nargs="*", default=())
    options = parser.parse_args()
    read, flat = list(documents(options.folder)), list(documents(options.folder, flat=True))
    kept = [not left_out(number, one, options.every, options.without) for number, one in enumerate(read)]
    stages(list(compress(read, kept)), list(compress(flat, kept)), options.output)


def left_out(number: int, document: Document, every: int, without: Iterable[str]) -> bool:
    """Tell whether a document is kept for judging."""
    return (every > 0 and number % every == 0) or document.corpus.startswith(tuple(without))


if __name__ == "__main__":
    main()
