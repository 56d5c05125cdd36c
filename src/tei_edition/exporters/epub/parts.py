"""The order of texts in a book, and its parts by volume and number.

Source: EPUB Structural Semantics Vocabulary, "part"; TEI Guidelines, COBICOB "Scopes and Ranges".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.epub.book import Part
from tei_edition.exporters.epub.page import page
from tei_edition.exporters.reading.dates import written_date
from tei_edition.exporters.xhtml.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.epub.book import Book
    from tei_edition.exporters.reading.header import Header
    from tei_edition.exporters.reading.source import Source
    from tei_edition.exporters.xhtml.labels import Labels

_LAST = "9999"


def by_date(headers: Sequence[Header]) -> list[int]:
    """Return the numbers of texts in the order of their dates; those of one date, and those without, stay in order."""
    return sorted(range(len(headers)), key=lambda number: _date(headers[number]) or _LAST)


def issue(source: Source, labels: Labels, language: str) -> str:
    """Return volume, number and date of an issue: ``vol. 61, no. 17, April 28, 1997``; what is unknown is left out."""
    volume = f"{labels['volume']} {source.volume}" if source.volume else ""
    number = f"{labels['number']} {source.issue}" if source.issue else ""
    return ", ".join(part for part in (volume, number, written_date(source.date, language)) if part)


def parts_of(headers: Sequence[Header], labels: Labels, language: str) -> tuple[Part, ...]:
    """Return the parts of a book whose chapters have these headers in this order.

    There are none unless several issues are in it, one of them with several texts, and every text says its issue.
    """
    issues = [header.source for header in headers]
    keys = [(source.periodical, source.volume, source.issue, source.date) for source in issues]
    if len(set(keys)) < 2 or len(set(keys)) == len(keys) or not all(any(key[1:]) for key in keys):  # noqa: PLR2004
        return ()
    starts = [number for number, key in enumerate(keys) if not number or key != keys[number - 1]]
    periodicals = {key[0] for key in keys}
    found = []
    for place, first in enumerate(starts, 1):
        source = issues[first]
        name = [source.periodical] if len(periodicals) > 1 and source.periodical else []
        label = ", ".join([*name, issue(source, labels, language)])
        found.append(Part(f"part-{place:03d}.xhtml", label[:1].upper() + label[1:], first))
    return tuple(found)


def part_page(book: Book, part: Part) -> bytes:
    """Return the title page of a part."""
    start = '<section class="part" epub:type="part" role="doc-part" aria-labelledby="title">'
    body = f'{start}<h1 id="title">{escaped(part.label)}</h1></section>'
    return page(part.label, book.language, body, "bodymatter", book.frame)


def _date(header: Header) -> str:
    return header.source.date or header.date
