"""sourceDesc: the printed article, and the file that its text was taken from.

Source: TEI Guidelines, CO "Analytic, Monographic, and Series Levels", "Scopes and Ranges in Bibliographic Citations".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID
from tei_edition.tei.text import add

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.model.article import Article, Metadata


def write_source(parent: Element, article: Article, title: tuple[str, bool]) -> None:
    """Write sourceDesc into ``parent``; what the article does not state is left out, an unknown date is said to be so.

    Args:
        parent: The fileDesc.
        article: What it describes.
        title: The title, and whether it was supplied.
    """
    description = add(parent, "sourceDesc")
    _printed(description, article.metadata, title)
    for number, part in enumerate(article.parts, 1):
        name = part.metadata.title.value if part.metadata.title else f"[{number}]"
        supplied = part.metadata.title is None
        _printed(description, part.metadata, (name, supplied)).set(XML_ID, part_id(article, number))
    _file(add(description, "bibl", type="file"), article)


def part_id(article: Article, number: int) -> str:
    """Return the id of what the header says of one of several articles, counted from 1."""
    return f"{article.id}.s{number}"


def _printed(description: Element, metadata: Metadata, title: tuple[str, bool]) -> Element:
    parent = add(description, "biblStruct")
    if metadata.periodical:
        parent.set("type", "newspaper")
    analytic = add(parent, "analytic")
    for author in metadata.authors:
        add(add(analytic, "author"), author.element, author.value)
    text, supplied = title
    add(analytic, "title", text, level="a", type="supplied" if supplied else "main")
    for subtitle in metadata.subtitles:
        add(analytic, "title", subtitle.value, level="a", type="sub")
    monograph = add(parent, "monogr")
    if metadata.periodical:
        add(monograph, "title", metadata.periodical.value, level="j")
    imprint = add(monograph, "imprint")
    for unit, stated in (("volume", metadata.volume), ("issue", metadata.issue), ("page", metadata.page)):
        if stated:
            add(imprint, "biblScope", stated.value, unit=unit)
    if metadata.date:
        add(imprint, "date", metadata.date.value, when=metadata.date.value)
    else:
        add(imprint, "date", cert="unknown")
    return parent


def _file(parent: Element, article: Article) -> None:
    source = article.source
    if source.name:
        add(parent, "idno", source.name, type="filename")
    if source.sha256:
        add(parent, "idno", source.sha256, type="sha256")
    add(parent, "note", source.media_type, type="mediaType")
    add(parent, "note", source.encoding, type="encoding")
    if source.byte_order_mark:
        add(parent, "note", "yes", type="byteOrderMark")
    add(parent, "note", source.line_endings, type="lineEndings")
    if source.normalization != "NFC":
        add(parent, "note", source.normalization, type="normalization")
