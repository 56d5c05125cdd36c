"""Print how well the embedded tagger finds names in a gold file, how sure it rightly is, and how fast it is.

Usage: python benchmarks/names.py GOLD ...

GOLD is a file of JSON lines or of columns, as ``gold_files.py`` says; persons, places and organisations are scored,
on exact spans. "norm" leaves honorifics, a leading "the" and possessives aside, on both
sides. Intervals hold 95 of 100 values when documents are drawn anew (1,000 draws, seeded).
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gold_files import documents

from tei_edition.core.normalised_text import normalised
from tei_edition.model.article import plain_article
from tei_edition.tagging import on_original
from tei_edition.tagging.lexicon import lexicon
from tei_edition.tagging.names import names
from tei_edition.tagging.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPES = {"persName": "PER", "placeName": "LOC", "orgName": "ORG"}
DRAWS = 1000
BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))
HIGH = 0.9
_POSSESSIVE = re.compile(r"['’`]s$")


class Name(NamedTuple):
    """A name: its offsets and type."""

    start: int
    end: int
    type: str


class Scored(NamedTuple):
    """A document: its true names, those found and how sure the tagger was of each."""

    true: set[Name]
    found: set[Name]
    certainties: dict[Name, float]


def found_in(text: str) -> dict[Name, float]:
    """The names that the tagger finds in a text, with their certainty."""
    known = normalised(text)
    article = plain_article("gold", known.text)
    annotations = on_original(known, names(article.text, passages(article), "default"))
    return {Name(one.span.start, one.span.end, TYPES[one.label]): one.certainty for one in annotations}


def neutral(text: str, name: Name) -> Name:
    """A name without what conventions differ in: titles, the article, the possessive, marks at its edges."""
    start, end = _trimmed(text, name.start, name.end)
    if match := _POSSESSIVE.search(text[start:end]):
        end = start + match.start()
    while (gap := text.find(" ", start, end)) > 0:
        low = text[start:gap].rstrip(".").lower()
        if not (low in lexicon().honorifics if name.type == "PER" else low == "the"):
            break
        start = gap + 1
    return Name(*_trimmed(text, start, end), name.type)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def scored(document: dict[str, Any], found: dict[Name, float], *, norm: bool) -> Scored:
    """One document, compared."""
    true = {Name(s["start"], s["end"], s["type"]) for s in document["spans"] if s["type"] in TYPES.values()}
    if norm:
        text = document["text"]
        neutrals = {neutral(text, one): sure for one, sure in found.items()}
        return Scored({neutral(text, one) for one in true}, set(neutrals), neutrals)
    return Scored(true, set(found), found)


def rates(documents: Iterable[Scored], kind: str) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent; of all types where ``kind`` is empty."""
    hits = said = true = 0
    for one in documents:
        hits += sum(not kind or name.type == kind for name in one.true & one.found)
        said += sum(not kind or name.type == kind for name in one.found)
        true += sum(not kind or name.type == kind for name in one.true)
    return 100 * hits / max(1, said), 100 * hits / max(1, true), 200 * hits / max(1, said + true)


def table(documents: list[Scored], title: str) -> None:
    """Print precision, recall and F1 with its interval."""
    drawing = random.Random(0)  # noqa: S311 - documents are drawn, no secrets
    samples = [drawing.choices(documents, k=len(documents)) for _ in range(DRAWS)]
    print(f"{title:8} {'P':>6} {'R':>6} {'F1':>6}   interval of F1")
    for kind in ("PER", "LOC", "ORG", ""):
        drawn = sorted(rates(sample, kind)[2] for sample in samples)
        low, high = drawn[DRAWS // 40], drawn[-DRAWS // 40]
        print(
            "{:8} {:6.1f} {:6.1f} {:6.1f}   {:.1f} to {:.1f}".format(kind or "all", *rates(documents, kind), low, high)
        )


def calibration(documents: list[Scored]) -> None:
    """Print how many of the names of each certainty are right."""
    print(f"{'certainty':12} {'names':>6} {'right':>6}")
    for low, high in (*BINS, (HIGH, 1.01)):
        judged = [name in one.true for one in documents for name, sure in one.certainties.items() if low <= sure < high]
        share = f"{100 * sum(judged) / len(judged):6.1f}" if judged else "     -"
        print(f"{f'{low:.2f}-{min(high, 1.0):.2f}':12} {len(judged):6} {share}")


def main() -> None:
    """Tag, time, score."""
    for path in map(Path, sys.argv[1:]):
        gold = documents(path)
        found_in("Warm up in Paris.")
        start = time.process_time()
        found = [found_in(document["text"]) for document in gold]
        seconds = time.process_time() - start
        words = sum(len(document["text"].split()) for document in gold)
        counts = Counter(span["type"] for document in gold for span in document["spans"])
        print(f"{path.name}: {len(gold)} documents, {words} words, {dict(sorted(counts.items()))}")
        print(f"{words / seconds:.0f} words a second of processor time, names only")
        for norm in (False, True):
            compared = [scored(one, names_, norm=norm) for one, names_ in zip(gold, found, strict=True)]
            table(compared, "norm" if norm else "strict")
            calibration(compared)
        print()


if __name__ == "__main__":
    main()
