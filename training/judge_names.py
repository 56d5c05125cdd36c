"""Judge a model on documents it was not trained on; print the table, write the curves of its certainty.

Usage: python judge_names.py FOLDER_OF_JSONL MODEL [--every N] [--without CORPORA] [--curves TSV] [--wrong TSV]

--every and --without name the documents as train_names.py left them out; without either all documents are judged.
--wrong writes the wrong and the missed names, a line each: corpus, what, label, words.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from names_corpus import Document, documents
from train_names import left_out

from tei_edition.tagging.crf.calibration import fitted
from tei_edition.tagging.crf.decoding import KINDS, Model, names_in, opened
from tei_edition.tagging.crf.repetition import spans

SHORT = {label: kind for kind, label in KINDS.items()}


HIGH = 0.9
"""The certainty from which on the encoder writes ``cert="high"``."""
SURE = 0.974
"""The share of right tags among held-out documents that goes with it: in other sources more tags are wrong."""
HONEST = 0.85


def cautious(share: float) -> float:
    """Return a certainty for a share of right tags: the same up to ``HONEST``; ``HIGH`` only from ``SURE`` on."""
    points = [(0.0, 0.0), (HONEST, HONEST), (SURE, HIGH), (1.0, 1.0)]
    for (left, low), (right, high) in pairwise(points):
        if share <= right:
            return round(low + (high - low) * (share - left) / (right - left), 4)
    return 1.0


class Judged:
    """What was found in held-out documents, against what is there."""

    def __init__(self) -> None:
        self.observed: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        self.counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self.wrong: list[str] = []

    def add(self, document: Document, stages: Model) -> None:
        """Judge one document."""
        found_in = names_in(document.sentences, stages)
        for words, labels, found in zip(document.sentences, document.labels, found_in, strict=True):
            true = set(spans(labels))
            said = {(name.start, name.end, SHORT[name.label]): name.certainty for name in found}
            for span, sure in said.items():
                self.observed[span[2]].append((sure, span in true))
            for what, chosen in (("true", true), ("said", set(said)), ("hit", true & set(said))):
                self.counts[document.corpus].update((what, kind) for _, _, kind in chosen)
            for what, chosen in (("false", set(said) - true), ("missed", true - set(said))):
                for start, end, kind in sorted(chosen):
                    self.wrong.append(f"{document.corpus}\t{what}\t{kind}\t{' '.join(words[start:end])}")


def main() -> None:
    """Judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--every", type=int, default=0)
    parser.add_argument("--without", nargs="*", default=())
    parser.add_argument("--curves", type=Path)
    parser.add_argument("--wrong", type=Path)
    options = parser.parse_args()
    stages = opened(options.model)
    judged = Judged()
    everything = not options.every and not options.without
    for number, one in enumerate(documents(options.folder, flat=True)):
        if everything or left_out(number, one, options.every, options.without):
            judged.add(one, stages)
    for corpus, count in sorted(judged.counts.items()):
        print(f"{corpus:24}", *(_rates(count, kind) for kind in ("PER", "LOC", "ORG")))
    if options.curves:
        lines = [
            f"{kind}\t{p}\t{cautious(share)}"
            for kind in sorted(judged.observed)
            for p, share in fitted(judged.observed[kind])
        ]
        options.curves.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.wrong:
        options.wrong.write_text("\n".join(judged.wrong) + "\n", encoding="utf-8")


def _rates(count: Counter[tuple[str, str]], kind: str) -> str:
    hits, said, true = count["hit", kind], count["said", kind], count["true", kind]
    precision, recall = 100 * hits / max(1, said), 100 * hits / max(1, true)
    return f"{kind} P {precision:5.1f} R {recall:5.1f} F1 {200 * hits / max(1, said + true):5.1f}  "


if __name__ == "__main__":
    main()
