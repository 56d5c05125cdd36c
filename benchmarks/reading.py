"""Read articles and print how often headline, byline and date are exactly right.

Usage: python benchmarks/reading.py GOLD.jsonl FOLDER [--wrong]

GOLD has one JSON object a line: {"file","headline","byline","date"}; file is a name in FOLDER, date in W3C form, and
what an article does not have is null.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.characters import collapsed
from tei_edition.readers.read import read

if TYPE_CHECKING:
    from tei_edition.model.article import Article

FIELDS = ("headline", "byline", "date")


def stated(article: Article) -> dict[str, str | None]:
    """What the article was read to say of itself."""
    first = next((leaf for leaf in article.leaves() if leaf.kind == "byline"), None)
    known = article.metadata
    return {
        "headline": known.title.value if known.title else None,
        "byline": collapsed(first.span.of(article.text)) if first else None,
        "date": known.date.value if known.date else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what was read wrongly")
    options = parser.parse_args()
    gold = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    right = dict.fromkeys(FIELDS, 0)
    seconds = 0.0
    for wanted in gold:
        data = (options.folder / wanted["file"]).read_bytes()
        begun = time.perf_counter()
        article = read(wanted["file"], data).article
        seconds += time.perf_counter() - begun
        found = stated(article) if article else dict.fromkeys(FIELDS)
        for field in FIELDS:
            same = found[field] == wanted[field]
            right[field] += same
            if options.wrong and not same:
                print(f"{wanted['file']}: {field} {found[field]!r}, not {wanted[field]!r}")
    for field, count in right.items():
        print(f"{field:9} {count:4} of {len(gold):4}  {count / max(len(gold), 1):6.1%}")
    print(f"{1000 * seconds / max(len(gold), 1):.1f} ms an article")


if __name__ == "__main__":
    main()
