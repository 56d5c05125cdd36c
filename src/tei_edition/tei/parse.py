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
    narrow = data.replace(b"\0", b"") if data[:2] in {b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0"} else data
    if match := _GENERAL_ENTITY.search(narrow):
        line = narrow.count(b"\n", 0, match.start()) + 1
        return Parsed(None, (finding("X005", "the document declares entities", Locus(path, line)),))
    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        return Parsed(None, _syntax_findings(error, path))
    return Parsed(root)


def _syntax_findings(error: etree.XMLSyntaxError, path: str) -> tuple[Finding, ...]:
    line, column = error.position
    message = re.sub(r", line \d+, column \d+(?: \(.*\))?$", "", error.msg or "not well-formed")
    code = "X002" if "encod" in message.lower() or "not proper UTF-8" in message else "X101"
    return (finding(code, message.strip(), Locus(path, max(line, 1), max(column, 0))),)
