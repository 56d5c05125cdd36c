r"""Bytes to text: encoding, byte-order mark, line endings, characters that XML cannot hold.

Source: Unicode Standard 23.8 (byte-order marks); WHATWG Encoding, windows-1252 for unlabelled Western text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import charset_normalizer

from tei_edition.core.catalogue import finding
from tei_edition.core.characters import NOT_XML, is_xml, nfc, picture
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.line_index import LineIndex
from tei_edition.core.normalised_text import clusters
from tei_edition.core.source_bytes import decoded, encoded, line_endings, normalization
from tei_edition.core.span import Span
from tei_edition.readers.language import by_short_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LIMIT = 10_000_000
"""Bytes that one source may have: some two thousand pages of print, far more than an issue of a newspaper."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (DOCX, ODT and EPUB are such)",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
}
_WESTERN = dict.fromkeys(("da", "de", "en", "es", "fr", "it", "la", "nl", "pt", "sv"), "windows-1252")
_BY_LANGUAGE = _WESTERN | {"cs": "windows-1250", "pl": "windows-1250", "lv": "windows-1257"}
_LOOKED_AT = 100_000
_BINARY_SHARE = 0.02
_LATIN_SHARE = 0.7
_STRAY = range(0xDC80, 0xDD00)
_SURROGATE = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_C0 = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""The text of a file, in NFC with ``\n`` at the ends of lines.

    Attributes:
        text: The text; stand-ins where the file has characters that XML cannot hold.
        encoding: IANA name in lower case.
        byte_order_mark: Whether there was one (it is not part of ``text``).
        line_endings: As ``core.source_bytes.line_endings`` names them.
        normalization: The form of the file's characters: ``NFC`` (but for stand-ins) or ``NFD``.
        stand_ins: Where each stand-in is, and the code points it stands for, such as ``U+0007`` for a character that
            XML cannot hold, or ``U+0065 U+0301`` for one that is not in NFC.
        findings: What was guessed or replaced.
    """

    text: str
    encoding: str
    byte_order_mark: bool
    line_endings: str
    normalization: str
    stand_ins: tuple[tuple[Span, str], ...]
    findings: tuple[Finding, ...]


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded | tuple[Finding, ...]:
    """Return the text of ``data``, or the findings that say why it has none.

    Args:
        data: A file's bytes.
        name: How findings call the file.
        declared: The encoding that the file itself declares, as a web page may.
    """
    if refused := _refusal(data):
        code, message = refused
        return (finding(code, message, Locus(name)),)
    encoding, mark, guessed = _encoding(data, declared)
    raw = decoded(data[mark:], encoding, lenient=encoding == "utf-8")
    endings = line_endings(raw)
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    composed = nfc(raw)
    if not composed.strip():
        return (finding("X001", "the file holds nothing but white space", Locus(name)),)
    form = normalization(raw, composed)
    text, stand_ins = _without_impossible(composed if form else raw)
    findings = tuple(_told(text, stand_ins, LineIndex(text, name)))
    if guessed:
        findings = (finding("X007", f"the file is not UTF-8; read as {encoding}", Locus(name)), *findings)
    return Decoded(text, encoding, mark > 0, endings, form or "NFC", stand_ins, findings)


def _told(text: str, stand_ins: Iterable[tuple[Span, str]], index: LineIndex) -> Iterator[Finding]:
    """Yield a finding for each stand-in of what XML cannot hold; characters that were only composed are no news."""
    for span, points in stand_ins:
        for point in points.split():
            code = int(point.removeprefix("U+"), 16)
            if code in _STRAY:
                message = f"byte 0x{code & 0xFF:02X} is not UTF-8; read as “{span.of(text)}”, its sign in windows-1252"
                yield finding("X011", message, index.locus(span.start))
            elif not is_xml(chr(code)):
                message = f"control character {point} replaced by a visible stand-in"
                yield finding("X006", message, index.locus(span.start))


def _refusal(data: bytes) -> tuple[str, str] | None:
    if not data:
        return "X001", "the file is empty"
    if len(data) > LIMIT:
        return "X008", f"the file has {len(data):,} bytes; one source may have {LIMIT:,}"
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            return "X003", f"the file is {what}, not plain text"
    head = data[:_LOOKED_AT]
    wide = any(data.startswith(mark) for mark, _ in _MARKS) or _wide(head) is not None
    if not wide and len(_C0.findall(head)) > max(2, _BINARY_SHARE * len(head)):
        return "X003", "the file holds binary data, not text"
    return None


def _encoding(data: bytes, declared: str | None) -> tuple[str, int, bool]:
    """Return the encoding, the length of the byte-order mark, and whether the encoding was guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and _decodes(data[len(mark) :], encoding):
            return encoding, len(mark), False
    if _decodes(data, "utf-8") and _wide(data[:_LOOKED_AT]) is None:
        return "utf-8", 0, False
    if _mostly_utf8(data):
        return "utf-8", len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0, False
    if declared and _decodes(data, declared):
        return declared, 0, False
    wide = _wide(data[:_LOOKED_AT])
    if wide and _decodes(data, wide):
        return wide, 0, True
    return _guess(data), 0, True


def _mostly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with stray bytes: its sequences of several bytes, hardly ever met by chance, outnumber them."""
    text = decoded(data, "utf-8", lenient=True)
    stray = len(_SURROGATE.findall(text))
    return sum(map(len, _BEYOND_ASCII.findall(text))) - stray >= stray


def _guess(data: bytes) -> str:
    """Return the likeliest one-byte encoding: by the text's language where its commonest words tell it."""
    head = data[:_LOOKED_AT]
    language = by_short_words(head.decode("latin-1"))
    latin = sum(byte < 0x80 for byte in head) > _LATIN_SHARE * len(head)  # noqa: PLR2004 - ASCII ends there
    likely = _BY_LANGUAGE.get(language or "", "windows-1252" if latin else None)
    if likely and _decodes(data, likely):
        return likely
    best = charset_normalizer.from_bytes(head).best()
    return _iana(best.encoding) if best is not None and _decodes(data, _iana(best.encoding)) else "windows-1252"


def _decodes(data: bytes, encoding: str) -> bool:
    """Tell whether bytes can be read in an encoding so that its text gives the same bytes back."""
    try:
        return encoded(decoded(data, encoding), encoding) == data
    except UnicodeError:
        return False


def _wide(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes: Latin text has one in every second place."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 4 or (len(head) % 2 and len(head) < _LOOKED_AT):  # noqa: PLR2004 - too short to tell
        return None
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _iana(codec: str) -> str:
    name = codecs.lookup(codec).name
    return "windows-" + name[2:] if name.startswith("cp125") else name


def _without_impossible(text: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    """Return a text in NFC that XML can hold, and what stands in it for something else."""
    if is_xml(text) and nfc(text) == text:
        return text, ()
    pieces: list[str] = []
    stand_ins: list[tuple[Span, str]] = []
    position = 0
    for start, end in clusters(text):
        cluster = text[start:end]
        piece = nfc(NOT_XML.sub(lambda match: _visible(match.group()), nfc(cluster)))
        if piece != cluster:
            points = " ".join(f"U+{ord(character):04X}" for character in cluster)
            stand_ins.append((Span(position, position + len(piece)), points))
        pieces.append(piece)
        position += len(piece)
    return "".join(pieces), tuple(stand_ins)


def _visible(character: str) -> str:
    """Return what stands for a character that XML cannot hold; for a stray byte, its sign in windows-1252."""
    point = ord(character)
    sign = decoded(bytes((point & 0xFF,)), "windows-1252") if point in _STRAY else picture(character)
    return sign if sign.isprintable() else "\ufffd"
