"""Documents to a book: their texts become chapters, their registers indexes, their headers the package's metadata."""

from __future__ import annotations

import re
import uuid
from datetime import date
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.typography import typeset
from tei_edition.exporters.epub.book import Book, Image, Index, Place
from tei_edition.exporters.epub.cover import CoverText, cover
from tei_edition.exporters.epub.parts import by_date, issue, parts_of
from tei_edition.exporters.epub.placing import joined_up, placed
from tei_edition.exporters.epub.registers import Entry, entries_of
from tei_edition.exporters.reading.collation import sort_key
from tei_edition.exporters.reading.dates import written_date
from tei_edition.exporters.reading.header import Header, header_of
from tei_edition.exporters.reading.registers import kinds
from tei_edition.exporters.reading.units import Unit, units_of
from tei_edition.exporters.xhtml.labels import Labels, labels
from tei_edition.exporters.xhtml.transformation import Surroundings, chapter_of
from tei_edition.tei.names import XML_ID, is_tei

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from tei_edition.exporters.epub.options import EpubOptions
    from tei_edition.exporters.templates import Template
    from tei_edition.exporters.xhtml.presentation import Presentation
    from tei_edition.tei.document import TeiDocument

_TYPES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", "png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", "jpg"),
    (re.compile(rb"GIF8"), "image/gif", "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp", "webp"),
)
LARGEST_IMAGE = 20 * 2**20
"""Bytes; reading systems and shops refuse books with larger ones."""

_NO_DATE = "1980-01-01"
_NO_LANGUAGE = "und"


def assembled(documents: Sequence[TeiDocument], options: EpubOptions, findings: list[Finding]) -> Book | None:
    """Return the book; None where no document has a text. What is found is added to ``findings``."""
    units: list[tuple[TeiDocument, Unit, Header]] = []
    for document in documents:
        found = units_of(document)
        findings += () if _is_register(document) else found.findings
        units += [(document, unit, header_of(unit.tei)) for unit in found.units]
    if not units:
        findings.append(finding("B808", "no document has a text to export"))
        return None
    if options.order == "date":
        units = [units[number] for number in by_date([header for _, _, header in units])]
    entries = entries_of(_roots(documents))
    images = _images(options.images, findings)
    places = joined_up(_places(units, entries, images, options.presentation, findings), findings)
    shown = {url for place in places for url in place.chapter.images}
    return _book(
        documents,
        options,
        places,
        entries=entries,
        images=[*(images[url] for url in sorted(shown)), *_files(options, findings)],
        findings=findings,
    )


def _places(
    units: Sequence[tuple[TeiDocument, Unit, Header]],
    entries: Mapping[str, Entry],
    images: Mapping[str, Image],
    presentation: Presentation,
    findings: list[Finding],
) -> list[Place]:
    addresses = {key: f"{_index_file(entry.kind)}#{entry.id}" for key, entry in entries.items()}
    files = {url: image.file for url, image in images.items()}
    around = Surroundings(
        documents=_numbers(units) if len(units) > 1 else {},
        names={key: entry.name for key, entry in entries.items()},
    )
    places = []
    for number, (document, unit, header) in enumerate(units, 1):
        chapter = chapter_of(unit, header, addresses, files, presentation=presentation, surroundings=around)
        findings += [one.at(document.name) for one in chapter.findings]
        places.append(placed(chapter, header, number))
    return places


def _numbers(units: Sequence[tuple[TeiDocument, Unit, Header]]) -> dict[str, int]:
    """Return the number, from 0, of each document's first text by file name and xml:id."""
    found: dict[str, int] = {}
    for number, (document, unit, _) in enumerate(units):
        found.setdefault(document.name.replace("\\", "/").rpartition("/")[2], number)
        if identifier := unit.tei.get(XML_ID):
            found.setdefault(identifier, number)
    return found


def _book(
    documents: Sequence[TeiDocument],
    options: EpubOptions,
    chapters: tuple[Place, ...],
    *,
    entries: Mapping[str, Entry],
    images: Sequence[Image],
    findings: list[Finding],
) -> Book:
    headers = tuple(place.header for place in chapters)
    language = options.language or next((h.language for h in headers if h.language != _NO_LANGUAGE), _NO_LANGUAGE)
    words = labels(language)
    title = options.title or _title(documents, headers, words, language) or words["untitled"]
    return Book(
        title=title,
        language=language,
        identifier=options.identifier or _identifier(documents, headers),
        modified=options.modified or _modified(headers),
        publisher=options.publisher or headers[0].publisher,
        headers=headers,
        chapters=chapters,
        parts=parts_of(headers, words, language),
        indexes=_indexes(entries, language),
        images=tuple(images),
        cover=_cover(options.cover, title, headers, language, findings),
        labels=words,
        certified_by=options.certified_by,
        templates=_templates(options, findings),
    )


def _roots(documents: Sequence[TeiDocument]) -> list[Element]:
    roots = []
    for document in documents:
        try:
            roots.append(document.root)
        except ValueError:  # its finding stands already
            continue
    return roots


def _is_register(document: TeiDocument) -> bool:
    """Tell whether a document is there for its registers."""
    return any(is_tei(child, "standOff") for root in _roots((document,)) for child in root)


def _indexes(entries: Mapping[str, Entry], language: str) -> tuple[Index, ...]:
    found = []
    for kind in kinds():
        own = [entry for entry in entries.values() if entry.kind == kind]
        if own:
            ordered = sorted(own, key=lambda entry: sort_key(entry.term, language))
            found.append(Index(_index_file(kind), kind, tuple(ordered)))
    return tuple(found)


def _index_file(kind: str) -> str:
    return f"index-{kind}.xhtml"


def _title(documents: Sequence[TeiDocument], headers: Sequence[Header], words: Labels, language: str) -> str:
    if len(headers) == 1:
        return typeset(headers[0].title, headers[0].language)
    if len(documents) == 1 and (corpus := header_of(documents[0].root)).title:
        return typeset(corpus.title, corpus.language)
    periodicals = {header.source.periodical for header in headers}
    if len(periodicals) > 1 or not headers[0].source.periodical:
        return typeset(headers[0].title, headers[0].language)
    issues = {issue(header.source, words, language) for header in headers}
    named = [headers[0].source.periodical, *(issues if len(issues) == 1 else ())]
    return typeset(", ".join(part for part in named if part), language)


def _identifier(documents: Sequence[TeiDocument], headers: Sequence[Header]) -> str:
    if len(headers) == 1:
        for kind, value in headers[0].identifiers:
            if value.lower().startswith(("urn:", "http://", "https://", "doi:")):
                return value
            if kind.lower() == "doi":
                return f"doi:{value}"
    from tei_edition.core.digest import digest_bytes, digest_text  # noqa: PLC0415 - only where no name is stated

    name = digest_text("".join(digest_bytes(document.data) for document in documents))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _modified(headers: Sequence[Header]) -> str:
    day = max((_NO_DATE, *(_day(header.date) for header in headers)))
    return f"{day}T00:00:00Z"


def _day(written: str) -> str:
    full = (written + _NO_DATE[len(written) :]) if len(written) in {4, 7, 10} else _NO_DATE
    try:
        return date.fromisoformat(full).isoformat()
    except ValueError:
        return _NO_DATE


def _images(given: Mapping[str, bytes], findings: list[Finding]) -> dict[str, Image]:
    found: dict[str, Image] = {}
    for number, url in enumerate(sorted(given), 1):
        if len(given[url]) > LARGEST_IMAGE:
            size = len(given[url]) // 2**20
            findings.append(
                finding("B810", f"{url} has {size} MiB, more than the {LARGEST_IMAGE // 2**20} a book takes")
            )
            continue
        for pattern, media_type, extension in _TYPES:
            if pattern.match(given[url]):
                found[url] = Image(f"images/image-{number:03d}.{extension}", media_type, given[url])
    return found


def _templates(options: EpubOptions, findings: list[Finding]) -> dict[str, Template]:
    if not options.templates:
        return {}
    from tei_edition.exporters.epub.layout import own_templates  # noqa: PLC0415 - few books have any

    return own_templates(options, findings)


def _files(options: EpubOptions, findings: list[Finding]) -> list[Image]:
    if not options.files:
        return []
    from tei_edition.exporters.epub.layout import own_files  # noqa: PLC0415 - few books have any

    return own_files(options, findings)


def _cover(own: bytes, title: str, headers: Sequence[Header], language: str, findings: list[Finding]) -> Image:
    for pattern, media_type, extension in _TYPES[:2]:
        if pattern.match(own):
            return Image(f"images/cover.{extension}", media_type, own)
    if own:
        findings.append(finding("B809", "the cover image is neither JPEG nor PNG", Locus()))
    first = headers[0]
    authors = "; ".join(dict.fromkeys(person.name for header in headers for person in header.authors))
    dates = {header.source.date or header.date for header in headers}
    written = written_date(dates.pop(), language) if len(dates) == 1 else ""
    words = CoverText(title, authors, first.source.periodical, written)
    return Image("images/cover.png", "image/png", cover(words))
