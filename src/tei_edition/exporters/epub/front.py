"""Cover page and title page.

Source: EPUB 3.3, D.9 "cover-image"; EPUB Structural Semantics Vocabulary, "titlepage".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.typography import typeset
from tei_edition.exporters.epub.page import link, page
from tei_edition.exporters.reading.dates import written_date
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from tei_edition.exporters.epub.book import Book
    from tei_edition.exporters.reading.header import Header


def cover_page(book: Book) -> bytes:
    """Return cover.xhtml: the image and its description."""
    alt = ": ".join(part for part in (book.labels["cover"], book.title) if part)
    image = tag("img", src=book.cover.file, alt=alt, role="doc-cover")[:-1] + "/>"
    main = f'<section class="cover">{image}</section>'
    if template := book.templates.get("cover.xhtml"):
        words = {"title": book.title, "authors": "; ".join(book.authors), "alt": alt, "image": book.cover.file}
        main = template.filled(words)
    return page(book.labels["cover"], book.language, main, frame=book.frame)


def title_page(book: Book) -> bytes:
    """Return title.xhtml: title, authors, and what the headers say of source, publisher and licence."""
    header, alone = book.header, len(book.headers) == 1
    subtitle = typeset(header.subtitle, header.language) if alone else ""
    abstract = typeset(header.abstract, header.language) if alone else ""
    authors = "; ".join(book.authors)
    if template := book.templates.get("title.xhtml"):
        words = {
            "title": book.title,
            "subtitle": subtitle,
            "authors": authors,
            "abstract": abstract,
            "source": _sources(book),
            "publisher": book.publisher,
            "date": written_date(header.date, book.language),
            "licence": _licence(header),
            "details": _details(book),
        }
        return page(book.title, book.language, template.filled(words), frame=book.frame)
    parts = [f'<h1 id="title">{escaped(book.title)}</h1>']
    parts += [f'<p class="subtitle">{escaped(subtitle)}</p>'] if subtitle else []
    parts += [f'<p class="author">{escaped(authors)}</p>'] if authors else []
    parts += [f'<div class="abstract"><p>{escaped(abstract)}</p></div>'] if abstract else []
    parts.append(_details(book))
    start = '<section class="title-page" epub:type="titlepage" aria-labelledby="title">'
    return page(book.title, book.language, start + "\n".join(parts) + "</section>", frame=book.frame)


def _details(book: Book) -> str:
    labels = book.labels
    lines = [(labels["source"], escaped(_sources(book)))]
    published = ", ".join(part for part in (book.publisher, book.header.date[:4]) if part)
    lines.append((labels["publisher"], escaped(published) if book.publisher else ""))
    lines.append((labels["licence"], _licence(book.header)))
    lines += [(entry.resp, escaped(entry.person.name)) for entry in book.header.responsibilities if entry.resp]
    items = [f"<dt>{escaped(_capital(term))}</dt><dd>{words}</dd>" for term, words in lines if words]
    return f'<dl class="details">{"".join(items)}</dl>' if items else ""


def _sources(book: Book) -> str:
    """Return the source of all texts of the book; empty where they have several."""
    sources = {typeset(header.source.citation, header.language) for header in book.headers}
    return sources.pop() if len(sources) == 1 else ""


def _licence(header: Header) -> str:
    words = header.licence or header.licence_target
    if header.licence_target.startswith(("http://", "https://")) and " " not in header.licence_target:
        return link(header.licence_target, words)
    return escaped(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
