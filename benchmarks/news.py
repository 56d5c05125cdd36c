"""Quotations in news on a gold file: spans, kinds and speakers.

Usage: python benchmarks/news.py [GOLD.txt] [--wrong]

GOLD marks quotations in its passages as ``gold/quotations.txt`` does. Speakers are counted where the gold names one by
a name; a speaker is right if it is that name or another name of the same person in the passage.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tei_edition.linking import link
from tei_edition.model.article import Metadata, plain_article
from tei_edition.tagging import tag

GOLD = Path(__file__).with_name("gold") / "quotations.txt"
KINDS = frozenset({"said", "quote", "q", "soCalled", "title", "mentioned"})
_SHORT = 4
_MARK = re.compile(r"⟦(?P<kind>\w+)\|(?P<speaker>[^|]*)\||⟧")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "the", "a"})


class Quotation(NamedTuple):
    """A quotation: offsets, kind, and who speaks; a noun phrase has * before it, empty: nobody is named."""

    start: int
    end: int
    kind: str
    speaker: str


class Passage(NamedTuple):
    """A text and its quotations in reading order."""

    name: str
    text: str
    quotations: tuple[Quotation, ...]


class Score(NamedTuple):
    """F1 of exact spans; shares of right kinds, and of right speakers where named: of all and of direct speech."""

    spans: float
    kinds: float
    speakers: float
    direct: float


def passages(path: Path = GOLD) -> list[Passage]:
    """Read a gold file."""
    pieces = re.split(r"^=== (.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_passage(name, body.rstrip("\n")) for name, body in zip(pieces[::2], pieces[1::2], strict=True)]


def _passage(name: str, marked: str) -> Passage:
    text, at = "", 0
    open_: list[tuple[int, str, str]] = []
    found = []
    # A quotation over several paragraphs has one mark for each; only its last piece is closed.
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match["kind"]:
            if open_ and open_[-1][1:] == (match["kind"], match["speaker"]) and text.endswith("\n\n"):
                start, kind, speaker = open_.pop()
                found.append(Quotation(start, len(text.rstrip()), kind, speaker))
            open_.append((len(text), match["kind"], match["speaker"]))
        else:
            start, kind, speaker = open_.pop()
            found.append(Quotation(start, len(text), kind, speaker))
    return Passage(name, text + marked[at:], tuple(sorted(found)))


def told(text: str) -> list[Quotation]:
    """What the tagger and the linker say."""
    article = plain_article("gold", text, Metadata(language="en"))
    linked = link(article, [tag(article)])
    names = {entity.id: entity.preferred for entity in linked.entities}
    found = []
    for one in linked.annotations:
        if one.label in KINDS and not one.span.of(text)[0].isalnum():
            speaker = one.speaker.of(text) if one.speaker else ""
            found.append(
                Quotation(one.span.start, one.span.end, one.label, names.get(one.feature("who") or "", speaker))
            )
    return found


def is_same(first: str, second: str) -> bool:
    """Tell whether two names mean one person: the words of one are among those of the other."""
    one, other = ({*re.findall(r"[\w’'-]+", name.lower())} - _TITLES for name in (first, second))
    return bool(one) and bool(other) and (one <= other or other <= one)


def score(gold: list[Passage]) -> Score:
    """Score the tagger."""
    counts = Counter[str]()
    for passage in gold:
        by_place = {(one.start, one.end): one for one in told(passage.text)}
        counts["told"] += len(by_place)
        counts["gold"] += len(passage.quotations)
        for one in passage.quotations:
            match = by_place.get((one.start, one.end))
            named = one.speaker[:1] not in {"", "*"}
            direct = named and len(passage.text[one.start : one.end].split()) > 1 and _is_direct(passage.text, one)
            right = match is not None and is_same(match.speaker, one.speaker)
            counts["spans"] += match is not None
            counts["kinds"] += match is not None and match.kind == one.kind
            counts["named"] += named
            counts["right"] += named and right
            counts["direct"] += direct
            counts["direct right"] += direct and right
    return Score(
        200 * counts["spans"] / max(1, counts["told"] + counts["gold"]),
        100 * counts["kinds"] / max(1, counts["spans"]),
        100 * counts["right"] / max(1, counts["named"]),
        100 * counts["direct right"] / max(1, counts["direct"]),
    )


def _is_direct(text: str, one: Quotation) -> bool:
    """Tell whole sentences from words within another sentence: they begin with a capital."""
    first = text[one.start : one.end].lstrip("\"“”„«‘'` ")[:1]
    return first.isupper()


def _is_right(match: Quotation, one: Quotation) -> bool:
    nobody = not match.speaker and not one.speaker
    return match.kind == one.kind and (nobody or is_same(match.speaker, one.speaker.strip("*")))


def main() -> None:
    """Print the table, for all and for each half of the passages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--wrong", action="store_true", help="print what was not found, or otherwise")
    options = parser.parse_args()
    gold = passages(options.gold)
    print(f"{'':8} {'quotes':>6} {'spans':>6} {'kind':>6} {'who':>6} {'direct':>6}")
    for name, chosen in (("all", gold), ("odd", gold[::2]), ("even", gold[1::2])):
        number = sum(len(passage.quotations) for passage in chosen)
        print(f"{name:8} {number:6}", *(f"{value:6.1f}" for value in score(chosen)))
    for passage in gold if options.wrong else ():
        found = told(passage.text)
        for one in passage.quotations:
            match = next((other for other in found if (other.start, other.end) == (one.start, one.end)), None)
            if match is None or not _is_right(match, one):
                print(
                    passage.name,
                    one.kind,
                    repr(one.speaker),
                    passage.text[one.start : one.end][:50],
                    "→",
                    match and match[2:],
                )


if __name__ == "__main__":
    main()
