"""Read web pages with tei-edition and with trafilatura, and print processor time and lost words of each.

Usage: python benchmarks/pages.py FOLDER [--repeat 7]

FOLDER has files *.html. Times are medians of the process's own time, both tools in one run, for bytes to TEI in memory;
"read" is reading alone. Lost are words of the article as tei-edition reads it that the other's TEI does not hold, and
words of the page that are neither in tei-edition's text nor in its ledger.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import trafilatura

from tei_edition.encoding.encode import encode
from tei_edition.model.links import Linked
from tei_edition.readers.html import read_html
from tei_edition.readers.html.tokens import Text, tokens
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.model.article import Article


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Median processor time of some work."""
    times: list[float] = []
    for _ in range(repeat):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return median(times)


def ours(name: str, data: bytes) -> Article:
    """Read a page, and encode it as a build does."""
    article = read_html(name, data).article
    if article is None:
        message = f"{name} holds no article"
        raise SystemExit(message)
    encode(article, Linked(annotations=article.annotations))
    return article


def letters_lost(data: bytes, article: Article) -> int:
    """How many characters of the page's words are neither in the text nor in the ledger."""
    page = data.decode(article.source.encoding)
    there = Counter("".join(t.text for t in tokens(page) if isinstance(t, Text) and t.raw not in {"script", "style"}))
    kept = Counter(article.text + "".join(entry.text for entry in article.ledger))
    return sum(count for character, count in (there - kept).items() if not character.isspace())


def words_lost(article: Article, document: str) -> int:
    """How many words of the article are not in a TEI document."""
    parsed = parse(document.encode(), "peer.xml")
    body = "" if parsed.root is None else text_of(parsed.root)
    return sum((Counter(article.text.split()) - Counter(body.split())).values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=7)
    options = parser.parse_args()
    sums = [0.0, 0.0, 0.0]
    ratios: list[float] = []
    lost = [0, 0, 0]
    files = sorted(options.folder.glob("*.html"))
    for file in files:
        data = file.read_bytes()
        article = ours(file.name, data)
        peer = trafilatura.extract(data, output_format="xmltei", with_metadata=True, include_comments=False) or ""
        times = (
            seconds(lambda name=file.name, page=data: read_html(name, page), options.repeat),
            seconds(lambda name=file.name, page=data: ours(name, page), options.repeat),
            seconds(lambda page=data: trafilatura.extract(page, output_format="xmltei"), options.repeat),
        )
        sums = [total + each for total, each in zip(sums, times, strict=True)]
        ratios.append(times[1] / times[2])
        lost[0] += letters_lost(data, article)
        lost[1] += words_lost(article, peer)
        lost[2] += len(article.text.split())
    count = max(len(files), 1)
    print(
        f"{count} pages: read {1000 * sums[0] / count:.1f} ms, to TEI {1000 * sums[1] / count:.1f} ms a page;", end=" "
    )
    print(f"trafilatura {1000 * sums[2] / count:.1f} ms")
    print(f"ratio of the sums {sums[1] / sums[2]:.2f}, median of the pages {median(ratios):.2f}")
    print(f"characters lost by tei-edition: {lost[0]}; words of {lost[2]} lost by trafilatura: {lost[1]}")


if __name__ == "__main__":
    main()
