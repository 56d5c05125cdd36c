"""Time, memory and size of a web edition and of its search index, for many articles of made-up words.

.venv/bin/python benchmarks/web.py [--articles N] [--words N] [--persons N]
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import time

from tei_edition.exporters.html import HtmlOptions, export_html
from tei_edition.tei.document import TeiDocument

_SYLLABLES = "ba de fi go lu ma ne po ri su ta ve xi zo cha tre pli sko wen ard ing ion est ter al".split()
_HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>{title}</title><author>{author}</author></titleStmt><publicationStmt><p/>"
    '</publicationStmt><sourceDesc><bibl><title level="j">The Paper</title><date when="{date}"/></bibl></sourceDesc>'
    "</fileDesc></teiHeader>"
)


def vocabulary(size: int, chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(found)


def article(number: int, words: list[str], length: int, chance: random.Random) -> TeiDocument:
    weights = [1 / rank for rank in range(1, len(words) + 1)]  # as frequencies of words fall off in any language
    text = chance.choices(words, weights, k=length)
    people = "".join(
        f'<person xml:id="p{i}"><persName>{words[i].title()}</persName></person>' for i in range(number % 9)
    )
    mentions = " ".join(f'<persName ref="#p{i}">{words[i].title()}</persName>' for i in range(number % 9))
    paragraphs = "".join(f"<p>{' '.join(text[i : i + 80])} {mentions}.</p>" for i in range(0, length, 80))
    header = _HEADER.format(title=" ".join(text[:6]).title(), author=words[0], date=f"{1900 + number % 100}-05-01")
    register = f"<standOff><listPerson>{people}</listPerson></standOff>" if people else ""
    body = f"{header}{register}<text><body>{paragraphs}</body></text>"
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a{number}" xml:lang="en">{body}</TEI>'
    return TeiDocument(f"a{number}.xml", data.encode())


def register(persons: int, words: list[str]) -> TeiDocument:
    entries = "".join(
        f'<person xml:id="r{i}"><persName><forename>{words[i % 97].title()}</forename> '
        f"<surname>{words[i % len(words)].title()}</surname></persName></person>"
        for i in range(persons)
    )
    header = _HEADER.format(title="Register", author="", date="1900")
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<standOff><listPerson>{entries}</listPerson></standOff></TEI>'
    return TeiDocument("register.xml", data.encode())


def row(what: str, data: list[bytes]) -> None:
    size = sum(map(len, data))
    packed = sum(len(gzip.compress(one, 6, mtime=0)) for one in data)
    print(f"| {what} | {len(data)} | {size / 1024:,.0f} KiB | {packed / 1024:,.0f} KiB |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800, help="of one article")
    parser.add_argument("--persons", type=int, default=10_000, help="in a register of their own")
    arguments = parser.parse_args()
    chance = random.Random(1)  # noqa: S311 - the same articles every time
    words = vocabulary(30_000, chance)
    documents = [article(number, words, arguments.words, chance) for number in range(arguments.articles)]
    documents.append(register(arguments.persons, words))
    began = time.process_time()
    artifacts = export_html(documents, HtmlOptions(title="Benchmark")).artifacts
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = arguments.articles
    print(
        f"{count} articles of {arguments.words} words: {seconds:.1f} CPU s "
        f"({1000 * seconds / count:.1f} ms each), {memory:.0f} MiB"
    )
    print("| what | files | size | gzip |\n|---|---|---|---|")
    row("search index", [one.data for one in artifacts if one.name == "search/index.js"])
    row("texts for the passages shown", [one.data for one in artifacts if one.name.startswith("search/text-")])
    pages = [one for one in artifacts if one.media_type == "text/html"]
    row("index pages", [one.data for one in pages if one.name.startswith("persons")])
    row("article pages", [one.data for one in artifacts if one.name.startswith("articles/")])
    row("whole site", [one.data for one in artifacts])
    largest = max(pages, key=lambda one: len(one.data))
    print(f"largest page: {largest.name}, {len(largest.data) / 1024:,.0f} KiB")


if __name__ == "__main__":
    main()
