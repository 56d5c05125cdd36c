"""Dates on a gold file: how many spans are exact, how many overlap, how many values are right.

Usage: python benchmarks/dates.py [GOLD.tsv] [--wrong]

GOLD has four columns: language, the article's day, a text with its dates in [ ], and their attributes, as
``gold/dates.tsv`` shows.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tei_edition.core.span import Span
from tei_edition.tagging.dates import dates

GOLD = Path(__file__).with_name("gold") / "dates.tsv"


class Case(NamedTuple):
    """A text and the dates in it: spans and attributes."""

    language: str
    published: str
    text: str
    dates: tuple[tuple[Span, dict[str, str]], ...]


class Score(NamedTuple):
    """F1 of exact and of overlapping spans, and the share of right values among exact spans; all in per cent."""

    exact: float
    fuzzy: float
    values: float


def cases(path: Path = GOLD) -> list[Case]:
    """Read a gold file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(*line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]


def _case(language: str, published: str, marked: str, values: str) -> Case:
    pieces = marked.replace("[", "]").split("]")
    text, spans = "", []
    for number, piece in enumerate(pieces):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    features = [
        dict(pair.split("=") for pair in value.split()) if value != "-" else {} for value in values.split("|") if value
    ]
    return Case(language, published, text, tuple(zip(spans, features, strict=True)))


def found(case: Case) -> list[tuple[Span, dict[str, str]]]:
    """What the tagger says."""
    tagged = dates(case.text, Span(0, len(case.text)), "gold", case.published, case.language)
    return [(one.span, dict(one.features)) for one in tagged]


def score(gold: list[Case]) -> Score:
    """Score the tagger on a gold file."""
    counts = Counter[str]()
    for case in gold:
        told = found(case)
        counts["told"] += len(told)
        counts["gold"] += len(case.dates)
        for span, features in case.dates:
            counts["fuzzy"] += any(span.overlaps(other) for other, _ in told)
            counts["exact"] += any(span == other for other, _ in told)
            counts["value"] += (span, features) in told
    whole = max(1, counts["told"] + counts["gold"])
    return Score(
        200 * counts["exact"] / whole, 200 * counts["fuzzy"] / whole, 100 * counts["value"] / max(1, counts["exact"])
    )


def main() -> None:
    """Print a row a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--wrong", action="store_true", help="print what was not found, or otherwise")
    options = parser.parse_args()
    gold = cases(options.gold)
    print(f"{'':4} {'dates':>6} {'exact':>6} {'fuzzy':>6} {'value':>6}")
    for name in ("all", *dict.fromkeys(case.language for case in gold)):
        chosen = [case for case in gold if name in {"all", case.language}]
        print(f"{name:4} {sum(len(case.dates) for case in chosen):6}", *(f"{value:6.1f}" for value in score(chosen)))
    for case in gold if options.wrong else ():
        if found(case) != list(case.dates):
            print(case.text, "\n   told", [(span.of(case.text), value) for span, value in found(case)])


if __name__ == "__main__":
    main()
