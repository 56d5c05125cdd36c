"""Learn word lists from the annotated texts of names/train: given names, surnames, words that are hardly ever names.

Usage: python derive_words.py FOLDER_OF_TRAIN_JSONL OUTPUT_FOLDER
What is written are single words with at least two documents as evidence: facts, no text.
The README beside them names the corpora.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

LEAST_DOCUMENTS = 2
LEAST_LOWER = 2
EXCLUDED = ("GUM_speech", "GUM_textbook", "GUM_conversation", "GUM_vlog")  # genres without a licence in the list


def documents(folder: Path) -> list[dict[str, object]]:
    """Every document of the folder, in the order of the files' names."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if not str(document["id"]).startswith(EXCLUDED):
                found.append(document)
    return found


def mentions(tokens: list[str], tags: list[str]) -> list[tuple[str, list[str]]]:
    """The names of a sentence: label and tokens."""
    found: list[tuple[str, list[str]]] = []
    for token, tag in zip(tokens, tags, strict=True):
        if tag.startswith("B-"):
            found.append((tag[2:], [token]))
        elif tag.startswith("I-") and found:
            found[-1][1].append(token)
    return found


def main() -> None:
    """Write given_learnt.txt, surnames_learnt.txt, common_words.txt, names_learnt.tsv."""
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    seen: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    lower: Counter[str] = Counter()
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for number, document in enumerate(documents(folder)):
        for sentence in document["sents"]:  # type: ignore[attr-defined]
            tokens, tags = sentence["t"], sentence["y"]
            for index, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
                if token.isalpha() and token.islower():
                    lower[token] += 1
                if index and token.isalpha() and token[0].isupper():
                    named[token.lower()][tag[2:] or "O"] += 1
            for label, words in mentions(tokens, tags):
                _learn(seen, number, label, words)
    _write(
        output / "given_learnt.txt",
        [w for w, d in seen["given"].items() if len(d) >= LEAST_DOCUMENTS and _mostly(named[w], "PER")],
    )
    _write(
        output / "surnames_learnt.txt",
        [w for w, d in seen["surname"].items() if len(d) >= LEAST_DOCUMENTS and _mostly(named[w], "PER")],
    )
    _write(
        output / "common_words.txt",
        [w for w, n in lower.items() if n >= LEAST_LOWER and len(w) > 1 and n > 1.0 * sum(named[w].values())],
    )
    phrases = [
        f"{phrase}\t{label}"
        for label in ("LOC", "ORG")
        for phrase, found in seen[label].items()
        if len(found) >= LEAST_DOCUMENTS
        and 2 * len(found) > sum(len(seen[other][phrase]) for other in ("LOC", "ORG", "PER"))
    ]
    (output / "names_learnt.tsv").write_text("\n".join(sorted(phrases)) + "\n", encoding="utf-8")


def _learn(seen: dict[str, dict[str, set[int]]], number: int, label: str, words: list[str]) -> None:
    if label == "PER" and len(words) > 1:
        if words[0].isalpha() and words[0][0].isupper():
            seen["given"][words[0].lower()].add(number)
        if words[-1].isalpha() and words[-1][0].isupper():
            seen["surname"][words[-1].lower()].add(number)
    phrase = " ".join(words)
    if (phrase[:1].isupper() and not phrase.isupper()) or len(phrase) > 1:
        seen[label][phrase].add(number)


def _mostly(counts: Counter[str], label: str) -> bool:
    return 2 * counts[label] >= sum(counts.values())


def _write(path: Path, words: list[str]) -> None:
    path.write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
