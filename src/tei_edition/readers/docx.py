"""The reader for Word documents (.docx): its paragraphs, headings, lists, tables and notes.

mammoth gives the document's structure as HTML, what is inserted and not what is deleted; headers, footers, comments
and deleted words stand in the ledger.
Source: ECMA-376, Office Open XML; the package is a ZIP archive.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

import mammoth

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.readers.archive import refused
from tei_edition.readers.decode import LIMIT, Decoded
from tei_edition.readers.docx_parts import beside
from tei_edition.readers.html import LEFT_OUT, left_out, read_markup
from tei_edition.readers.reading import Reading, ReadOptions

if TYPE_CHECKING:
    from tei_edition.model.article import Article

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Author'] => p.byline:fresh
p[style-name='Quote'] => blockquote:fresh
"""
_MOST_XML = 3 * LIMIT
_OLD = b"\xd0\xcf\x11\xe0"
_FAILURES = (
    ArithmeticError, AttributeError, EOFError, ExpatError, LookupError, NotImplementedError, OSError, RuntimeError,
    TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def read_docx(name: str, data: bytes, options: ReadOptions | None = None) -> Reading:
    """Read the article of a Word document.

    Args:
        name: The file's name.
        data: Its bytes.
        options: What the user knows beforehand.

    Returns:
        The article; or no article and the reason, for a document that is encrypted, truncated or no Word document.
    """
    if data.startswith(_OLD):
        return _unread(name, "the file is an old or an encrypted Word document", "save it as .docx without a password")
    if findings := refused(name, data) or _too_large(name, data):
        return Reading(None, findings)
    try:
        markup: str = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda _: {})
        ).value
    except _FAILURES as error:
        return _unread(name, f"the file is no Word document that can be read: {error}", "save it again as .docx")
    if not markup.strip():
        return Reading(None, (finding("X001", "the document holds no text", Locus(name)),))
    decoded = Decoded(
        markup, "utf-8", byte_order_mark=False, line_endings="LF", normalization="NFC", stand_ins=(), findings=()
    )
    reading = read_markup(name, data, decoded, options or ReadOptions(), MEDIA_TYPE)
    return reading if reading.article is None else _with_ledger(name, data, reading.article, reading.findings)


def _with_ledger(name: str, data: bytes, article: Article, findings: tuple[Finding, ...]) -> Reading:
    """Return the reading, what the document holds beside the article in its ledger."""
    known = " ".join((article.text, *(entry.text for entry in article.ledger)))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            article = replace(article, ledger=(*article.ledger, *beside(archive, known)))
    except _FAILURES as error:
        return _unread(name, f"a part of the document cannot be read: {error}", "save it again as .docx")
    told = [one for one in findings if one.code != LEFT_OUT]
    return Reading(article, (*told, *left_out(article, name)))


def _too_large(name: str, data: bytes) -> tuple[Finding, ...]:
    """Return a finding where the parts that hold text, which are read as a whole, are larger than any article's."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist() if entry.filename.endswith(".xml"))
    if size <= _MOST_XML:
        return ()
    message = f"the document's text has {size:,} bytes of markup; one source may have {_MOST_XML:,}"
    return (finding("X008", message, Locus(name)),)


def _unread(name: str, message: str, hint: str) -> Reading:
    found: Finding = finding("X003", message, Locus(name), hint=hint)
    return Reading(None, (found,))
