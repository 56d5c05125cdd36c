"""Plant false paragraph breaks and hard wraps into clean texts, read them, and print how many are healed.

Usage: python benchmarks/breaks.py FILE... [--seed 1] [--share 0.15] [--wrong]

FILE is a clean text: paragraphs parted by blank lines; lines within a paragraph are joined first. False breaks are
planted in the middle of sentences, hard wraps at widths from 60 to 78. Healed are planted breaks that reading joins;
wrong joins are true ends of paragraphs that it joins, a share of all true ends. Breaks that the clean text seems to
have already are told first and left out of the count.
"""

from __future__ import annotations

import argparse
import random
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from tei_edition.readers.read import read

_CLOSED = re.compile(r"[.!?:;—…-][\"'”’)\]]*$")
_FEWEST_WORDS = 12
TOP = "Harbour Works Begin\n\nBy JOHN MILL\n\nMay 5, 1951\n\n"


@dataclass
class Count:
    planted: int = 0
    healed: int = 0
    ends: int = 0
    wrong: int = 0

    def __str__(self) -> str:
        healed = f"{self.healed} of {self.planted} healed ({self.healed / max(self.planted, 1):.1%})"
        return f"{healed}, {self.wrong} of {self.ends} ends joined wrongly ({self.wrong / max(self.ends, 1):.2%})"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a clean text, each in one line."""
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text.replace("\r", "")) if block.strip()]


def joined(text: str) -> list[int]:
    """Offsets of the ends of paragraphs that reading takes for false ones."""
    article = read("x.txt", text.encode()).article
    return [one.span.start for one in article.repairs if one.code == "A613"] if article else []


def broken(whole: list[str], share: float, dice: random.Random) -> tuple[str, set[int]]:
    """A text with false breaks, and the offsets at which they begin."""
    pieces: list[str] = [TOP]
    planted: set[int] = set()
    length = len(TOP)
    for paragraph in whole:
        cut = place(paragraph, dice) if dice.random() < share else None
        if cut is not None:
            planted.add(length + cut)
            paragraph = f"{paragraph[:cut]}\n\n{paragraph[cut + 1 :]}"  # noqa: PLW2901 - what is written is it
        pieces.append(paragraph + "\n\n")
        length += len(pieces[-1])
    return "".join(pieces), planted


def place(paragraph: str, dice: random.Random) -> int | None:
    """A space in the middle of a sentence of a paragraph of prose; None where there is none."""
    if len(paragraph.split()) < _FEWEST_WORDS or paragraph.isupper():
        return None
    cuts = [
        match.start()
        for match in re.finditer(" ", paragraph)
        if match.start() > 20 and len(paragraph) - match.start() > 20 and not _CLOSED.search(paragraph[: match.start()])
    ]
    return dice.choice(cuts) if cuts else None


def count_breaks(whole: list[str], share: float, dice: random.Random, *, wrong: bool) -> Count:
    text, planted = broken(whole, share, dice)
    found = set(joined(text))
    if wrong:
        for at in sorted(found ^ planted):
            print("  wrong " if at in found else "  missed", repr(text[max(at - 50, 0) : at + 40]))
    return Count(len(planted), len(found & planted), len(whole) - 1, len(found - planted))


def count_wraps(whole: list[str], dice: random.Random, *, wrong: bool) -> Count:
    """Ends of lines that reading joins, and ends of paragraphs that it joins too, in a hard-wrapped text."""
    width = dice.randint(60, 78)
    wrapped = [textwrap.fill(one, width, break_long_words=False, break_on_hyphens=False) for one in whole]
    text = TOP + "\n\n".join(wrapped) + "\n"
    article = read("x.txt", text.encode()).article
    joins = [one.span for one in article.repairs if one.code in {"A613", "A614"}] if article else []
    lines = {match.start() for match in re.finditer(r"(?<!\n)\n(?!\n)", text)} - {len(text) - 1}
    ends = {match.start() for match in re.finditer(r"\n\n", text[len(TOP) :])}
    found = {span.start for span in joins}
    false = {at for at in found - lines if at >= len(TOP)}
    if wrong:
        for at in sorted(false | (lines - found)):
            print("  wrong " if at in false else "  missed", repr(text[max(at - 50, 0) : at + 40]))
    return Count(len(lines), len(lines & found), len(ends), len(false))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.15, help="of paragraphs that are broken")
    parser.add_argument("--wrong", action="store_true", help="print what was joined or left wrongly")
    options = parser.parse_args()
    totals = {"false breaks": Count(), "hard wraps": Count()}
    doubtful = 0
    for file in options.files:
        dice = random.Random(f"{options.seed} {file.name}")  # noqa: S311 - no secret
        whole = paragraphs(file.read_text(encoding="utf-8", errors="replace"))
        clean = TOP + "\n\n".join(whole) + "\n"
        suspected = set(joined(clean))
        doubtful += len(suspected)
        whole = [one for one in paragraphs(clean[len(TOP) :]) if one]
        for name, found in (
            ("false breaks", count_breaks(whole, options.share, dice, wrong=options.wrong)),
            ("hard wraps", count_wraps(whole, dice, wrong=options.wrong)),
        ):
            total = totals[name]
            total.planted += found.planted
            total.healed += found.healed
            total.ends += found.ends
            total.wrong += found.wrong
    print(f"{doubtful} ends of the clean texts are joined without any planting; they count as wrong")
    for name, total in totals.items():
        print(f"{name:12} {total}")


if __name__ == "__main__":
    main()
