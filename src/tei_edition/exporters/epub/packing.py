"""A book's bytes: EbookLib's package document in a zip file that is the same every time.

EbookLib takes pages as items of ready bytes (its own page class parses and rewrites them), and its writer is given
something that only remembers files.
Source: EPUB 3.3, 4.2.2 "OCF abstract container" and 4.3 "OCF ZIP container".
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ebooklib import epub

from tei_edition.tei.names import XML_LANG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from tei_edition.exporters.epub.book import Book
    from tei_edition.exporters.epub.package import Metadata

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX = 3
_LEVEL = 4  # half the time of the usual 6 for a twentieth more bytes
_STORED = (".png", ".jpg", ".jpeg", ".gif")


def item(identifier: str, file: str, media_type: str, content: bytes, *properties: str) -> Any:  # noqa: ANN401 - no types
    """Return one file of the book with its manifest properties."""
    made = epub.EpubItem(uid=identifier, file_name=file, media_type=media_type, content=content)
    made.properties = list(properties)
    return made


def packed(book: Book, described: Metadata, items: Sequence[Any], spine: Sequence[str]) -> bytes:
    """Return the EPUB file.

    Args:
        book: What its package says comes from here and from ``described``.
        described: The metadata section.
        items: All files of the book.
        spine: Identifiers of the pages in reading order.
    """
    made = epub.EpubBook()
    made.metadata.clear()
    made.set_identifier(book.identifier)
    made.language = book.language
    for name, value, identifier in described.core:
        made.add_metadata("DC", name, value, {"id": identifier} if identifier else {})
    for property_, value, refines in described.meta:
        made.add_metadata(None, "meta", value, _meta(property_, refines))
    made.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})
    for one in items:
        made.add_item(one)
    made.spine = list(spine)
    modified = datetime.fromisoformat(book.modified)
    writer = _Writer("", made, {"mtime": modified})
    return writer.bytes()


def _meta(property_: str, refines: str) -> dict[str, str]:
    if refines.startswith("#id="):
        return {"property": property_, "id": refines[4:]}
    attributes = {"property": property_}
    if refines:
        attributes["refines"] = f"#{refines}"
    if property_ == "role":
        attributes["scheme"] = "marc:relators"
    return attributes


class _Files:
    """Stands where EbookLib expects a zip file: remembers names and bytes."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}

    def writestr(self, name: str, data: bytes | str) -> None:
        self.content[name] = data.encode() if isinstance(data, str) else data


class _Writer(epub.EpubWriter):  # type: ignore[misc] # EbookLib has no types
    """EbookLib's writer with a language on the package and a zip file without a clock."""

    def bytes(self) -> bytes:
        self.out = _Files()
        self._write_container()
        self._write_opf()
        self._write_items()
        return _zipped(self.out.content)

    def _write_opf_file(self, root: Element) -> None:
        root.set(XML_LANG, self.book.language)
        super()._write_opf_file(root)


def _zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), b"application/epub+zip")
        for name in sorted(files):
            method = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            archive.writestr(_entry(name, method), files[name], compresslevel=_LEVEL)
    return target.getvalue()


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = method
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry
