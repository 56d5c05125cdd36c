"""Reading a document for validation: as ``tei.parse`` does, but repeated or malformed xml:ids do not stop it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.parse import parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Tree:
    """What came of reading.

    Attributes:
        root: The root element, None where the bytes are not well-formed.
        findings: What the bytes and the syntax gave.
        usable: Whether ``tei.parse`` takes the document too, so that a ``TeiDocument`` can be made of it.
    """

    root: Element | None
    findings: tuple[Finding, ...]
    usable: bool


def read(data: bytes, name: str) -> Tree:
    """Parse a document's bytes.

    libxml2 calls a repeated or malformed xml:id an error of syntax although it is none (XML 1.0 asks for unique IDs
    of valid documents only); the document is read without collecting ids then, and rules tell which id it is.
    Source: xml:id Version 1.0, section 4 (an xml:id error is no fatal error).
    """
    parsed = parse(data, name)
    if parsed.root is not None or not any(_about_an_id(each) for each in parsed.findings):
        return Tree(parsed.root, parsed.findings, usable=parsed.root is not None)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=True, collect_ids=False
    )
    try:
        return Tree(etree.fromstring(data, parser), (), usable=False)
    except etree.XMLSyntaxError:
        return Tree(None, parsed.findings, usable=False)


def _about_an_id(finding: Finding) -> bool:
    repeated = finding.message.startswith("ID ") and "already defined" in finding.message
    return finding.code == "X101" and (repeated or finding.message.startswith("xml:id "))
