"""The one door for XML from outside: bytes in, a tree or findings out; no entity, DTD, network or path is touched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GENERAL_ENTITY = re.compile(rb"<!ENTITY\s+(?!%)")
_PASSED_OVER = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z_:\x80-\xff][^\s;&<]*);")
_STATEFUL = re.compile(
    rb"""<\?xml[^>]*encoding\s*=\s*["'](utf-?7|unicode-1-1-utf-7|hz|(?:cs)?iso-?2022)""", re.IGNORECASE
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0", b"\0\0")


@dataclass(frozen=True, slots=True)
class Parsed:
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
    if match := _STATEFUL.match(data):
        message = f"the encoding {match[1].decode()}… can hide markup and is not read"
        return Parsed(None, (finding("X002", message, Locus(path, 1, 1)),))
    if told := _entities(data):
        line, message = told
        return Parsed(None, (finding("X005", message, Locus(path, line)),))
    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        return Parsed(None, _syntax_findings(error, path))
    return Parsed(root)


def _entities(data: bytes) -> tuple[int, str] | None:
    """Return the line where a document declares an entity, or uses one of a DTD that is never read, and what to say."""
    narrow = data.replace(b"\0", b"") if data.startswith(_WIDE) else data
    if b"<!DOCTYPE" not in narrow:
        return None
    if match := _GENERAL_ENTITY.search(narrow):
        return narrow.count(b"\n", 0, match.start()) + 1, "the document declares entities"
    # What only looks like a reference is blanked out, line by line.
    markup = _PASSED_OVER.sub(lambda match: b"\n" * match[0].count(b"\n"), narrow)
    if match := _REFERENCE.search(markup):
        message = f"&{match[1].decode('utf-8', 'replace')}; stands for something that only its DTD knows"
        return markup.count(b"\n", 0, match.start()) + 1, message
    return None


def _syntax_findings(error: etree.XMLSyntaxError, path: str) -> tuple[Finding, ...]:
    line, column = error.position
    message = re.sub(r", line \d+, column \d+(?: \(.*\))?$", "", error.msg or "not well-formed")
    if message.startswith("Excessive depth"):
        message = "its elements are nested more than 2048 deep, which no program reads"
    code = "X002" if "encod" in message.lower() or "not proper UTF-8" in message else "X101"
    return (finding(code, message.strip(), Locus(path, max(line, 1), max(column, 0))),)
