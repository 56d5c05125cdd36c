"""The raw source of a document, given back byte for byte from what its TEI records."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.digest import digest_bytes
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.source_bytes import byte_order_mark, encoded, with_line_endings
from tei_edition.encoding.fidelity import article_divisions
from tei_edition.tei.names import NSMAP, XML_ID
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PLAIN = "text/plain"


def source_bytes(data: bytes, path: str) -> bytes | tuple[Finding, ...]:
    """Return the bytes of the plain-text source that a document was made from.

    They are those of the source where nobody changed the text since; where the header records a digest that they do
    not have, that is a finding instead.

    Args:
        data: The document.
        path: How findings name it.
    """
    parsed = parse(data, path)
    if parsed.root is None:
        return parsed.findings
    root = parsed.root
    kind = recorded(root, "mediaType")
    if kind != PLAIN:
        what = f"its source was {kind}" if kind else "its header does not say what its source was"
        return (finding("E581", what, Locus(path)),)
    try:
        restored = _restored(root)
    except (UnicodeError, LookupError) as error:
        return (finding("E582", f"its text cannot be written in the source's encoding: {error}", Locus(path)),)
    digest = _digest(root)
    if digest and digest != digest_bytes(restored):
        return (finding("E582", "its text is not what it was when it was encoded", Locus(path)),)
    return restored


def source_text(root: Element) -> str:
    r"""Return the text of the source, lines ended by ``\n``, with the characters that signs stand for."""
    signs = {f"#{character.get(XML_ID)}": points for character, points in _signs(root)}
    return "".join(text_of(division, "original", signs) for division in article_divisions(root))


def recorded(root: Element, kind: str) -> str:
    """Return what the header records of the source's file under this ``note/@type``; empty where it does not."""
    notes = root.xpath(
        "t:teiHeader//t:sourceDesc/t:bibl[@type='file']/t:note[@type=$kind]", kind=kind, namespaces=NSMAP
    )
    return text_of(notes[0]).strip() if isinstance(notes, list) and notes else ""


def _restored(root: Element) -> bytes:
    text = source_text(root)
    if recorded(root, "normalization") == "NFD":
        text = unicodedata.normalize("NFD", text)
    encoding = recorded(root, "encoding") or "utf-8"
    raw = with_line_endings(text, recorded(root, "lineEndings"))
    mark = byte_order_mark(encoding) if recorded(root, "byteOrderMark") else b""
    return mark + encoded(raw, encoding)


def _digest(root: Element) -> str:
    found = root.xpath("t:teiHeader//t:sourceDesc/t:bibl[@type='file']/t:idno[@type='sha256']", namespaces=NSMAP)
    return text_of(found[0]).strip() if isinstance(found, list) and found else ""


def _signs(root: Element) -> list[tuple[Element, str]]:
    """Return each declared character that stands for what the source has, and the source's characters."""
    found = root.xpath("t:teiHeader//t:charDecl/t:char[t:mapping[@type='source']]", namespaces=NSMAP)
    signs: list[tuple[Element, str]] = []
    for character in found if isinstance(found, list) else []:
        mapping = character.find("t:mapping[@type='source']", NSMAP)
        points = text_of(mapping).split()
        signs.append((character, "".join(chr(int(point.removeprefix("U+"), 16)) for point in points)))
    return signs
