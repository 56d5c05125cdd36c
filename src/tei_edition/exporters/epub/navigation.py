"""Ways through a book: table of contents, landmarks, page list, and the NCX for old reading systems.

Source: EPUB 3.3, 7 "EPUB navigation document"; OPF 2.0.1, 2.4.1 "NCX".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.exporters.epub.page import link, page
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.epub.book import Book

_DEEPEST = 6


class Point(NamedTuple):
    """A line of a table of contents."""

    level: int
    label: str
    address: str


def points(book: Book) -> list[Point]:
    """Return the table of contents as lines, in spine order; no level is left out."""
    found = [Point(1, book.labels["title_page"], "title.xhtml")]
    parts = {part.first: part for part in book.parts}
    top = 2 if parts else 1
    for number, place in enumerate(book.chapters):
        if number in parts:
            found.append(Point(1, parts[number].label, parts[number].file))
        found.append(Point(top, place.chapter.title or book.labels["untitled"], place.file))
        level = top
        for heading in place.chapter.headings:
            if heading.id != place.chapter.title_id:
                level = min(max(heading.level + top - 1, top + 1), level + 1, _DEEPEST)
                found.append(Point(level, heading.label, place.address(heading.id)))
    found += [Point(1, book.labels[index.kind], index.file) for index in book.indexes]
    return found


def navigation_document(book: Book) -> bytes:
    """Return nav.xhtml: contents, landmarks and, where the source's pages are marked, the page list."""
    labels = book.labels
    landmarks = [
        ("cover", "cover.xhtml", labels["cover"]),
        ("titlepage", "title.xhtml", labels["title_page"]),
        ("toc", "nav.xhtml#toc", labels["contents"]),
        ("bodymatter", book.chapters[0].file, labels["text"]),
        *(("index", index.file, labels[index.kind]) for index in book.indexes),
    ]
    pages = [link(place.address(mark.id), mark.label) for place in book.chapters for mark in place.chapter.pages]
    parts = [
        _nav("toc", "doc-toc", labels["contents"], _nested(points(book)), "h1"),
        _nav(
            "landmarks",
            "",
            labels["landmarks"],
            _flat([link(to, words, epub__type=kind) for kind, to, words in landmarks]),
        ),
    ]
    if pages:
        parts.append(_nav("page-list", "doc-pagelist", labels["pages"], _flat(pages)))
    return page(labels["contents"], labels.language, "\n".join(parts), frame=book.frame)


def ncx(book: Book) -> bytes:
    """Return toc.ncx with a playOrder for every point."""
    lines = points(book)
    parts: list[str] = []
    for number, point in enumerate(lines, 1):
        parts.append(
            f'<navPoint id="np-{number}" playOrder="{number}"><navLabel><text>{escaped(point.label)}</text></navLabel>'
            f'<content src="{escaped(point.address)}"/>'
        )
        following = lines[number].level if number < len(lines) else 1
        parts.append("</navPoint>" * (point.level - following + 1))
    depth = max(point.level for point in lines)
    head = "".join(
        tag("meta", name=name, content=value)[:-1] + "/>"
        for name, value in (
            ("dtb:uid", book.identifier),
            ("dtb:depth", str(depth)),
            ("dtb:totalPageCount", "0"),
            ("dtb:maxPageNumber", "0"),
        )
    )
    root = tag("ncx", xmlns="http://www.daisy.org/z3986/2005/ncx/", version="2005-1", xml__lang=book.language)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{root}<head>{head}</head>'
        f"<docTitle><text>{escaped(book.title)}</text></docTitle>\n<navMap>\n{chr(10).join(parts)}\n</navMap></ncx>\n"
    ).encode()


def _nav(kind: str, role: str, title: str, content: str, heading: str = "h2") -> str:
    start = tag("nav", id=kind, epub__type=kind, role=role, aria_labelledby=f"{kind}-title")
    if kind != "toc":
        start = start[:-1] + ' hidden="hidden">'
    return f'{start}\n<{heading} id="{kind}-title">{escaped(title)}</{heading}>\n{content}\n</nav>'


def _flat(links: Sequence[str]) -> str:
    return "<ol>\n" + "\n".join(f"<li>{item}</li>" for item in links) + "\n</ol>"


def _nested(lines: Sequence[Point]) -> str:
    parts: list[str] = []
    level = 0
    for point in lines:
        if point.level > level:
            parts.append("<ol>\n")
        else:
            parts.append("</li>\n" + "</ol>\n</li>\n" * (level - point.level))
        parts.append(f"<li>{link(point.address, point.label)}")
        level = point.level
    parts.append("</li>\n</ol>" + "\n</li>\n</ol>" * (level - 1))
    return "".join(parts)
