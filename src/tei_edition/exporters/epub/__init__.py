"""TEI documents to an EPUB 3: chapters, notes, indexes linked both ways, navigation, accessibility metadata.

Source: EPUB 3.3; EPUB Accessibility 1.1; TEI Guidelines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tei_edition.exporters.artifact import Artifact, Exported
from tei_edition.exporters.epub.assembly import assembled
from tei_edition.exporters.epub.front import cover_page, title_page
from tei_edition.exporters.epub.index_page import index_page, mentions_of
from tei_edition.exporters.epub.navigation import navigation_document, ncx
from tei_edition.exporters.epub.options import EpubOptions
from tei_edition.exporters.epub.package import metadata
from tei_edition.exporters.epub.packing import item, packed
from tei_edition.exporters.epub.page import STYLE, page
from tei_edition.exporters.epub.parts import part_page
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
    """Export documents as one EPUB: a chapter for every text in them.

    The same documents and options give the same bytes, at any time, in any time zone.

    Args:
        documents: TEI P5 documents, a ``teiCorpus`` included; one with a register only adds to the indexes.
        options: See ``EpubOptions``.

    Returns:
        One artifact, none where no document has a text; findings B801 to B812.
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
    mentions = mentions_of(book)
    items = [
        item("cover", "cover.xhtml", _XHTML, cover_page(book)),
        item("cover-image", book.cover.file, book.cover.media_type, book.cover.data, "cover-image"),
        item("title-page", "title.xhtml", _XHTML, title_page(book)),
        item("nav", "nav.xhtml", _XHTML, navigation_document(book), "nav"),
        item("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx(book)),
        item("style", STYLE, "text/css", options.css or style_sheet(languages)),
    ]
    items += [item(_id(part.file), part.file, _XHTML, part_page(book, part)) for part in book.parts]
    for place in book.chapters:
        items += _chapter_items(book, place)
    items += [item(_id(index.file), index.file, _XHTML, index_page(book, index, mentions)) for index in book.indexes]
    items += [item(_id(image.file), image.file, image.media_type, image.data) for image in book.images]
    return items


def _chapter_items(book: Book, place: Place) -> list[Any]:
    chapter = place.chapter
    title = chapter.title or book.title
    items = []
    for number, (file, text) in enumerate(zip(place.files, place.pages, strict=True)):
        named = {"aria_label": f"{title} ({number + 1})"} if number else {"aria_labelledby": chapter.title_id}
        start = tag("section", epub__type="chapter", role="doc-chapter", **named)
        properties = ["mathml"] if "<math" in text else []
        page_title = f"{title} ({number + 1})" if number else title
        content = page(page_title, chapter.language, f"{start}\n{text}\n</section>", "bodymatter", book.frame)
        items.append(item(_id(file), file, _XHTML, content, *properties))
    return items


def _spine(book: Book) -> list[str]:
    parts = {part.first: part.file for part in book.parts}
    files = []
    for number, place in enumerate(book.chapters):
        files += [*([parts[number]] if number in parts else []), *place.files]
    files += [index.file for index in book.indexes]
    return ["cover", "title-page", "nav", *(_id(file) for file in files)]


def _id(file: str) -> str:
    return file.rpartition("/")[2].replace(".xhtml", "").replace(".", "-")


def _stem(name: str) -> str:
    file = name.replace("\\", "/").rpartition("/")[2]
    return file.rpartition(".")[0] or file or "book"
