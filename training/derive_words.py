"""Learn given names from the annotated texts of names/train: the first words of persons' names in several documents.

Usage: python derive_words.py FOLDER_OF_TRAIN_JSONL OUTPUT_FOLDER
What is written are single words with at least two documents as evidence: facts, no text.
The README beside them names the corpora.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from names_corpus import documents

from tei_edition.tagging.crf.repetition import spans

LEAST_DOCUMENTS = 2


def main() -> None:
    """Write given_learnt.txt."""
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    first: dict[str, set[int]] = defaultdict(set)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for number, document in enumerate(documents(folder)):
        for words, tags in zip(document.sentences, document.labels, strict=True):
            for word, tag in list(zip(words, tags, strict=True))[1:]:
                if word.isalpha() and word[0].isupper():
                    labels[word.lower()][tag[2:]] += 1
            for start, end, kind in spans(tags):
                if kind == "PER" and end - start > 1 and words[start].isalpha() and words[start][0].isupper():
                    first[words[start].lower()].add(number)
    found = [
        word
        for word, seen in first.items()
        if len(seen) >= LEAST_DOCUMENTS and 2 * labels[word]["PER"] >= sum(labels[word].values())
    ]
    (output / "given_learnt.txt").write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
