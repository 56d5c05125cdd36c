"""Cover page and title page.

Source: EPUB 3.3, D.9 "cover-image"; EPUB Structural Semantics Vocabulary, "titlepage".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.typography import typeset
from tei_edition.exporters.epub.page import link, page
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from tei_edition.exporters.epub.book import Book
    from tei_edition.exporters.reading.header import Header


def cover_page(book: Book) -> bytes:
    """Return cover.xhtml: the image and its description."""
    alt = ": ".join(part for part in (book.labels["cover"], book.title) if part)
    image = tag("img", src=book.cover.file, alt=alt, role="doc-cover")[:-1] + "/>"
    return page(book.labels["cover"], book.language, f'<section class="cover">{image}</section>')


def title_page(book: Book) -> bytes:
    """Return title.xhtml: title, authors, and what the headers say of source, publisher and licence."""
    header = book.header
    parts = [f'<h1 id="title">{escaped(book.title)}</h1>']
    if header.subtitle and len(book.headers) == 1:
        subtitle = typeset(header.subtitle, header.language)
        parts.append(f'<p class="subtitle">{escaped(subtitle)}</p>')
    if book.authors:
        parts.append(f'<p class="author">{escaped("; ".join(book.authors))}</p>')
    if header.abstract and len(book.headers) == 1:
        parts.append(f'<div class="abstract"><p>{escaped(typeset(header.abstract, header.language))}</p></div>')
    parts.append(_details(book))
    start = '<section class="title-page" epub:type="titlepage" aria-labelledby="title">'
    return page(book.title, book.language, start + "\n".join(parts) + "</section>")


def _details(book: Book) -> str:
    labels = book.labels
    sources = dict.fromkeys(_source(header) for header in book.headers)
    lines = [(labels["source"], escaped(source)) for source in list(sources)[:1] if source and len(sources) == 1]
    published = ", ".join(part for part in (book.publisher, book.header.date[:4]) if part)
    lines.append((labels["publisher"], escaped(published) if book.publisher else ""))
    lines.append((labels["licence"], _licence(book.header)))
    lines += [(entry.resp, escaped(entry.person.name)) for entry in book.header.responsibilities if entry.resp]
    items = [f"<dt>{escaped(_capital(term))}</dt><dd>{words}</dd>" for term, words in lines if words]
    return f'<dl class="details">{"".join(items)}</dl>' if items else ""


def _source(header: Header) -> str:
    return typeset(header.source.citation, header.language)


def _licence(header: Header) -> str:
    words = header.licence or header.licence_target
    if header.licence_target.startswith(("http://", "https://")) and " " not in header.licence_target:
        return link(header.licence_target, words)
    return escaped(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
