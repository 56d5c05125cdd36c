"""TEI documents to an EPUB 3: chapters, notes, indexes linked both ways, navigation, accessibility metadata.

Source: EPUB 3.3; EPUB Accessibility 1.1; TEI Guidelines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tei_edition.exporters.artifact import Artifact, Exported
from tei_edition.exporters.epub.assembly import assembled
from tei_edition.exporters.epub.front import cover_page, title_page
from tei_edition.exporters.epub.index_page import index_page
from tei_edition.exporters.epub.navigation import navigation_document, ncx
from tei_edition.exporters.epub.options import EpubOptions
from tei_edition.exporters.epub.package import metadata
from tei_edition.exporters.epub.packing import item, packed
from tei_edition.exporters.epub.page import STYLE, page
from tei_edition.exporters.epub.style import style_sheet
from tei_edition.exporters.xhtml.markup import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.exporters.epub.book import Book, Place
    from tei_edition.tei.document import TeiDocument

__all__ = ["EpubOptions", "export_epub"]

_XHTML = "application/xhtml+xml"


def export_epub(documents: Sequence[TeiDocument], options: EpubOptions | None = None) -> Exported:
    """Export documents as one EPUB: a chapter for every text in them, in the order given.

    The same documents and options give the same bytes, at any time, in any time zone.

    Args:
        documents: TEI P5 documents, a ``teiCorpus`` included; one with a register only adds to the indexes.
        options: See ``EpubOptions``.

    Returns:
        One artifact, none where no document has a text; findings B801 to B809.
    """
    chosen = options or EpubOptions()
    findings: list[Finding] = []
    book = assembled(documents, chosen, findings)
    if book is None:
        return Exported((), tuple(findings))
    data = packed(book, metadata(book), _items(book, chosen), _spine(book))
    name = chosen.name or _stem(documents[0].name)
    return Exported((Artifact(f"{name}.epub", "application/epub+zip", data),), tuple(findings))


def _items(book: Book, options: EpubOptions) -> list[Any]:
    languages = {tag_ for place in book.chapters for tag_ in place.chapter.languages}
    mentions: dict[str, list[str]] = {}
    for place in book.chapters:
        for mention in place.chapter.mentions:
            mentions.setdefault(mention.entry, []).append(f"{place.file}#{mention.id}")
    items = [
        item("cover", "cover.xhtml", _XHTML, cover_page(book)),
        item("cover-image", book.cover.file, book.cover.media_type, book.cover.data, "cover-image"),
        item("title-page", "title.xhtml", _XHTML, title_page(book)),
        item("nav", "nav.xhtml", _XHTML, navigation_document(book), "nav"),
        item("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx(book)),
        item("style", STYLE, "text/css", options.css or style_sheet(languages)),
    ]
    for place in book.chapters:
        properties = ["mathml"] if place.chapter.has_math else []
        items.append(item(_id(place.file), place.file, _XHTML, _chapter_page(book, place), *properties))
    items += [item(_id(index.file), index.file, _XHTML, index_page(book, index, mentions)) for index in book.indexes]
    items += [item(_id(image.file), image.file, image.media_type, image.data) for image in book.images]
    return items


def _chapter_page(book: Book, place: Place) -> bytes:
    chapter = place.chapter
    start = tag("section", epub__type="chapter", role="doc-chapter", aria_labelledby=chapter.title_id)
    return page(chapter.title or book.title, chapter.language, f"{start}\n{chapter.body}\n</section>", "bodymatter")


def _spine(book: Book) -> list[str]:
    files = [*(place.file for place in book.chapters), *(index.file for index in book.indexes)]
    return ["cover", "title-page", "nav", *(_id(file) for file in files)]


def _id(file: str) -> str:
    return file.rpartition("/")[2].replace(".xhtml", "").replace(".", "-")


def _stem(name: str) -> str:
    file = name.replace("\\", "/").rpartition("/")[2]
    return file.rpartition(".")[0] or file or "book"
