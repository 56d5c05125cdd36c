"""Index pages: every entry with what the register says of it, and a link to every place where it is mentioned.

Source: EPUB Indexes 1.0; DPUB-ARIA 1.1, "doc-index".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.epub.page import link, page
from tei_edition.exporters.reading.collation import folded_words, heading, sort_key
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.exporters.epub.book import Book, Index
    from tei_edition.exporters.epub.registers import Entry

_GROUPED_FROM = 20


def index_page(book: Book, index: Index, mentions: Mapping[str, Sequence[str]]) -> bytes:
    """Return the page of one index.

    Args:
        book: The book.
        index: Which of its indexes.
        mentions: Addresses of the mentions of each entry, by the entry's xml:id.
    """
    title = book.labels[index.kind]
    language = book.language
    lines = [*_entries(book, index, mentions), *_references(book, index)]
    lines.sort(key=lambda line: sort_key(line[0], language))
    if len(lines) < _GROUPED_FROM:
        body = _list([markup for _, markup in lines])
    else:
        groups: dict[str, list[str]] = {}
        for term, markup in lines:
            groups.setdefault(heading(term, language), []).append(markup)
        body = "\n".join(
            f'<section class="letter" epub:type="index-group"><h2>{escaped(letter)}</h2>\n{_list(items)}</section>'
            for letter, items in groups.items()
        )
    start = tag("section", class_="index", epub__type="index", role="doc-index", aria_labelledby="title")
    return page(title, book.labels.language, f'{start}<h1 id="title">{escaped(title)}</h1>\n{body}\n</section>')


def _list(items: Sequence[str]) -> str:
    return '<ul class="entries" epub:type="index-entry-list">\n' + "\n".join(items) + "\n</ul>"


def _entries(book: Book, index: Index, mentions: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return [(entry.term, _entry(book, entry, mentions.get(entry.key, ()))) for entry in index.entries]


def _entry(book: Book, entry: Entry, addresses: Sequence[str]) -> str:
    language = entry.language or book.language
    own = "" if language == book.labels.language else language
    head = tag("span", class_="term", epub__type="index-term", lang=own, xml__lang=own)
    parts = [f"<p>{head}{escaped(entry.term)}</span>"]
    if entry.about:
        start = tag("span", class_="about", lang=own, xml__lang=own)
        parts.append(f", {start}{escaped(entry.about)}</span>")
    for label, address in entry.identifiers:
        words = link(address, label) if address else escaped(label)
        parts.append(f' <span class="identifier">{words}</span>')
    parts.append("</p>\n")
    if addresses:
        links = " ".join(_locator(book, entry, number, address) for number, address in enumerate(addresses, 1))
        parts.append(f'<ul class="locators" epub:type="index-locator-list">{links}</ul>')
    else:
        parts.append(f'<p class="unmentioned">({escaped(book.labels["unmentioned"])})</p>')
    return f"{tag('li', id=entry.id, epub__type='index-entry')}{''.join(parts)}</li>"


def _locator(book: Book, entry: Entry, number: int, address: str) -> str:
    spoken = f"{entry.term}, {book.labels['mention']} {number}"
    return f"<li>{link(address, str(number), epub__type='index-locator', aria_label=spoken)}</li>"


def _references(book: Book, index: Index) -> list[tuple[str, str]]:
    """Return see-references from names that are sorted elsewhere than the term, and are more than another spelling."""
    terms = {folded_words(entry.term) for entry in index.entries}
    found: dict[frozenset[str], tuple[str, str]] = {}
    for entry in index.entries:
        for variant in entry.variants:
            key = folded_words(variant)
            if key and key not in terms and key not in found and not _is_near(variant, entry.term):
                to = link(f"#{entry.id}", entry.term)
                see = f'<i class="see">{escaped(book.labels["see"])}</i>'
                markup = f'<li class="reference"><p><span class="term">{escaped(variant)}</span>, {see} {to}</p></li>'
                found[key] = (variant, markup)
    return list(found.values())


def _is_near(variant: str, term: str) -> bool:
    """Tell whether a reader who looks for the variant finds the term at the same place: both begin with one word."""
    first, other = (folded_words(words.split()[0].rstrip(",")) for words in (variant, term))
    return first == other
