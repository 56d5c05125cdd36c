"""The TEI documents as files to download: the bytes that were given.

A browser that opens XML runs what is XHTML or SVG in it and fetches the style sheet that it names. A document with
either is offered as plain text, so that nothing in it is ever run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.identifiers import slug
from tei_edition.exporters.data.gathered import file_name
from tei_edition.exporters.xhtml.identifiers import Identifiers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.tei.document import TeiDocument

_ACTIVE = ("{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}")


def downloads(documents: Iterable[TeiDocument]) -> list[tuple[TeiDocument, str]]:
    """Return each document with the file on the site that holds its bytes."""
    names = Identifiers()
    return [(document, f"tei/{names.new(_stem(document.name))}{_ending(document)}") for document in documents]


def media_type(name: str) -> str:
    """Return the media type of a file that ``downloads`` named."""
    return "text/plain" if name.endswith(".txt") else "application/tei+xml"


def _stem(name: str) -> str:
    file = file_name(name)
    return slug(file.rpartition(".")[0] or file) or "document"


def _ending(document: TeiDocument) -> str:
    try:
        root = document.root
    except ValueError:  # no page is made of it, and no file
        return ".xml"
    instructed = b"<?xml-stylesheet" in document.data or b"<\x00?\x00x\x00m\x00l\x00-" in document.data
    active = any(isinstance(node.tag, str) and node.tag.startswith(_ACTIVE) for node in root.iter())
    return ".xml.txt" if instructed or active else ".xml"
