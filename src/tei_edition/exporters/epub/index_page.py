"""Index pages: every entry with what the register says of it, and a link to every place where it is mentioned.

Source: EPUB Indexes 1.0; DPUB-ARIA 1.1, "doc-index".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.epub.page import link, page
from tei_edition.exporters.reading.collation import folded_words, heading, sort_key
from tei_edition.exporters.reading.dates import written_date
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.exporters.epub.book import Book, Index
    from tei_edition.exporters.epub.registers import Entry

    Mentions = Mapping[str, Mapping[int, Sequence[str]]]

_GROUPED_FROM = 20


def mentions_of(book: Book) -> dict[str, dict[int, list[str]]]:
    """Return the addresses of all mentions by the entry's xml:id and the chapter's number, from 0."""
    found: dict[str, dict[int, list[str]]] = {}
    for number, place in enumerate(book.chapters):
        for mention in place.chapter.mentions:
            found.setdefault(mention.entry, {}).setdefault(number, []).append(place.address(mention.id))
    return found


def index_page(book: Book, index: Index, mentions: Mentions) -> bytes:
    """Return the page of one index.

    Args:
        book: The book.
        index: Which of its indexes.
        mentions: Where each entry is mentioned, by its xml:id: see ``mentions_of``.
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
    main = f'{start}<h1 id="title">{escaped(title)}</h1>\n{body}\n</section>'
    if template := book.templates.get("index.xhtml"):
        main = template.filled({"title": title, "kind": index.kind, "entries": body})
    return page(title, book.labels.language, main, frame=book.frame)


def _list(items: Sequence[str]) -> str:
    return '<ul class="entries" epub:type="index-entry-list">\n' + "\n".join(items) + "\n</ul>"


def _entries(book: Book, index: Index, mentions: Mentions) -> list[tuple[str, str]]:
    return [(entry.term, _entry(book, entry, mentions.get(entry.key, {}))) for entry in index.entries]


def _entry(book: Book, entry: Entry, mentions: Mapping[int, Sequence[str]]) -> str:
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
    if mentions:
        parts.append(_locators(book, entry, mentions))
    else:
        parts.append(f'<p class="unmentioned">({escaped(book.labels["unmentioned"])})</p>')
    return f"{tag('li', id=entry.id, epub__type='index-entry')}{''.join(parts)}</li>"


def _locators(book: Book, entry: Entry, mentions: Mapping[int, Sequence[str]]) -> str:
    """Return the links to all mentions; in a book of several texts, under the title of each."""
    if len(book.chapters) == 1:
        links = [f"<li>{one}</li>" for one in _links(book, entry, mentions[0])]
        return f'<ul class="locators" epub:type="index-locator-list">{" ".join(links)}</ul>'
    items = []
    for number in sorted(mentions):
        place = book.chapters[number]
        date = written_date(place.header.source.date, book.language)
        title = escaped(", ".join(part for part in (place.chapter.title or book.labels["untitled"], date) if part))
        items.append(f"<li>{title}: {' '.join(_links(book, entry, mentions[number]))}</li>")
    return f'<ul class="locators texts" epub:type="index-locator-list">{" ".join(items)}</ul>'


def _links(book: Book, entry: Entry, addresses: Sequence[str]) -> list[str]:
    spoken = f"{entry.term}, {book.labels['mention']}"
    return [
        link(address, str(number), epub__type="index-locator", aria_label=f"{spoken} {number}")
        for number, address in enumerate(addresses, 1)
    ]


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
