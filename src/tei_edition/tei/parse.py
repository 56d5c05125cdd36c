"""The one door for XML from outside: bytes in, a tree or findings out; no entity, DTD, network or path is touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GENERAL_ENTITY = rb"<!ENTITY\s+(?!%)"
_PASSED_OVER = rb"(?s:<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>)"
_REFERENCE = rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z_:\x80-\xff][^\s;&<]*);"
_EXTERNAL_DTD = rb"""<!DOCTYPE\s+[^\s>\[]+\s+(?:SYSTEM|PUBLIC\s*(?:"[^"]*"|'[^']*'))\s*("[^"]*"|'[^']*')"""
_USUAL = b'<?xml version="1.0" encoding="UTF-8"'
_STATEFUL = rb"""(?i:<\?xml[^>]*encoding\s*=\s*["'](utf-?7|unicode-1-1-utf-7|hz|(?:cs)?iso-?2022))"""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0", b"\0\0")


class Parsed(NamedTuple):
    """What came of parsing: the root element, None where the bytes are no well-formed XML; and what was found."""

    root: Element | None
    findings: tuple[Finding, ...] = ()


def parser() -> etree.XMLParser:
    """Return a parser that resolves nothing: no entity, no DTD, no network, no path.

    It does not collect xml:ids: a repeated one is for the rules to tell, no error of syntax (xml:id 1.0, section 4).
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=True,
        remove_blank_text=False,
        collect_ids=False,
    )


def parse(data: bytes, path: str = "") -> Parsed:
    """Parse a document's bytes.

    Args:
        data: The whole document, in the encoding that its byte-order mark or XML declaration says.
        path: How findings name the document.

    Returns:
        The root element, or None with at least one finding of severity error (codes X0xx: bytes; X1xx:
        well-formedness).
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        return Parsed(None, (finding("X001", "the file is empty", Locus(path, 1, 1)),))
    if not data.startswith(_USUAL) and (match := re.match(_STATEFUL, data)):
        message = f"the encoding {match[1].decode()}… can hide markup and is not read"
        return Parsed(None, (finding("X002", message, Locus(path, 1, 1)),))
    narrow = data.replace(b"\0", b"") if data.startswith(_WIDE) else data
    has_doctype = b"<!DOCTYPE" in narrow
    if has_doctype and (told := _entities(narrow)):
        return Parsed(None, (finding("X005", told[1], _locus(narrow, told[0], path)),))
    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        return Parsed(None, _syntax_findings(error, data, path))
    external = re.search(_EXTERNAL_DTD, _without_asides(narrow)) if has_doctype else None
    if external:
        message = f"the DTD {external[1].decode('utf-8', 'replace')} is not read"
        return Parsed(root, (finding("X020", message, _locus(narrow, external.start(), path)),))
    return Parsed(root)


def _entities(data: bytes) -> tuple[int, str] | None:
    """Return where a document declares an entity, or uses one of a DTD that is never read, and what to say of it."""
    if match := re.search(_GENERAL_ENTITY, data):
        return match.start(), "the document declares entities"
    if match := re.search(_REFERENCE, _without_asides(data)):
        return match.start(), f"&{match[1].decode('utf-8', 'replace')}; stands for something that only its DTD knows"
    return None


def _without_asides(data: bytes) -> bytes:
    """Return a document in which spaces stand for comments, CDATA sections and instructions, line by line."""
    return re.sub(_PASSED_OVER, lambda match: re.sub(rb"[^\r\n]", b" ", match[0]), data)


def _locus(data: bytes, at: int, path: str) -> Locus:
    """Return the place of a byte of a document in an encoding that agrees with UTF-8 or ASCII."""
    before = data[:at].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    lines = re.split(rb"\r\n|\r|\n", before)
    return Locus(path, len(lines), len(lines[-1].decode("utf-8", "replace")) + 1)


def _syntax_findings(error: etree.XMLSyntaxError, data: bytes, path: str) -> tuple[Finding, ...]:
    from tei_edition.tei.syntax import syntax_findings  # noqa: PLC0415 - loaded only for documents that are broken

    if found := syntax_findings(data, path):
        return found
    line, column = error.position
    message = re.sub(r", line \d+, column \d+(?: \(.*\))?$", "", error.msg or "not well-formed")
    if message.startswith("Excessive depth"):
        message = "its elements are nested more than 2048 deep, which no program reads"
    code = "X002" if "encod" in message.lower() or "not proper UTF-8" in message else "X101"
    return (finding(code, message.strip(), Locus(path, max(line, 1), max(column, 0))),)
