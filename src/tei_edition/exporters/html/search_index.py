"""The index that is searched: scripts that assign, so that they work from a file system.

The index names the articles for each word; the texts, from which the shown passages are taken, come in further files
that are read only when an article in them was found.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tei_edition.exporters.html.folding import folded
from tei_edition.exporters.html.html5 import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.exporters.html.site import Site

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+")
_LONGEST = 40
_FILE = 150_000
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST = 26


def search_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the index, and of the files with the texts, each of about 150,000 characters."""
    texts = [plain_text(article.chapter.body) for article in site.articles]
    files = _files(texts)
    yield "search/index.js", _script("window.teiEditionIndex =", _index(site, texts, files))
    for file in dict.fromkeys(files):
        held = {number: texts[number] for number, own in enumerate(files) if own == file}
        yield f"search/text-{file}.js", _script(f"(window.teiEditionTexts ||= {{}})[{file}] =", held)


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are looked up: without case and marks; an ideograph is a word."""
    return [word[:_LONGEST] for word in _WORD.findall(folded(text))]


def _files(texts: Sequence[Sequence[str]]) -> list[int]:
    """Return the number of the file that holds each text."""
    files: list[int] = []
    file = size = 0
    for paragraphs in texts:
        length = sum(map(len, paragraphs))
        if size and size + length > _FILE:
            file, size = file + 1, 0
        size += length
        files.append(file)
    return files


def _index(site: Site, texts: Sequence[Sequence[str]], files: Sequence[int]) -> dict[str, object]:
    postings: dict[str, list[tuple[int, int]]] = {}
    for number, paragraphs in enumerate(texts):
        counts: dict[str, int] = {}
        for paragraph in (site.articles[number].chapter.title, *paragraphs):
            for word in words_of(paragraph):
                counts[word] = counts.get(word, 0) + 1
        for word, count in counts.items():
            postings.setdefault(word, []).append((number, count))
    ordered = sorted(postings)
    return {
        "articles": [
            [article.file, article.chapter.title, site.words.date(article.date), article.header.source.periodical]
            for article in site.articles
        ],
        "files": list(files),
        "words": " ".join(_shortened(ordered)),
        "places": " ".join(_packed(postings[word]) for word in ordered),
        "names": [
            [entity.file_as, entity.kind, site.address(key), site.count(key), " ".join(entity.variants)]
            for key, entity in site.entities.items()
        ],
    }


def _shortened(ordered: Iterable[str]) -> Iterator[str]:
    """Yield each word as the number of letters it shares with the one before, one digit of base 36, and the rest."""
    before = ""
    for word in ordered:
        shared = 0
        while shared < min(len(before), len(word), 35) and before[shared] == word[shared]:
            shared += 1
        yield _DIGITS[shared] + word[shared:]
        before = word


def _packed(places: Iterable[tuple[int, int]]) -> str:
    """Return numbers of articles as steps in base 36, each followed by a capital: A once, Z 26 times or more."""
    parts = []
    before = 0
    for number, count in places:
        parts.append(f"{_base36(number - before)}{chr(ord('A') + min(count, _MOST) - 1)}")
        before = number
    return "".join(parts)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def _script(start: str, value: object) -> bytes:
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # These two end a line in older scripts; the others keep words from ever being read as markup.
    for character, escape in (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("<", "\\u003c"), (">", "\\u003e")):
        words = words.replace(character, escape)
    return f"{start} {words};\n".encode()
