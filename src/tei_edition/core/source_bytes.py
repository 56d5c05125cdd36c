r"""Bytes of a text file and its text, both ways: no byte is lost, whatever the encoding.

Source: WHATWG Encoding Standard, windows-1252; Unicode Standard Annex 15 (NFD).
"""

from __future__ import annotations

import codecs
import itertools
import re
import unicodedata

_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_ENDINGS = {name: ending for ending, name in _NAMES.items()}
_RUN = re.compile(r"(CRLF|LF|CR)(?: (\d+))?")
_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def decoded(data: bytes, encoding: str, *, lenient: bool = False) -> str:
    """Return the text of bytes; in windows-1252 each byte stands for a character, as on the web.

    Args:
        data: The bytes.
        encoding: A name that Python knows.
        lenient: Whether bytes that are not UTF-8 stand as lone surrogates (byte 0x92 as U+DC92; PEP 383).

    Raises:
        UnicodeDecodeError: if the bytes do not fit the encoding.
        LookupError: if there is no such encoding.
    """
    if encoding != "windows-1252":
        return data.decode(encoding, "surrogateescape" if lenient else "strict")
    return data.decode("latin-1").translate(_high_characters())


def encoded(text: str, encoding: str) -> bytes:
    """Return the bytes of a text: what ``decoded`` read; a lone surrogate in UTF-8 is the byte that it stands for.

    Raises:
        UnicodeEncodeError: if the encoding has no such character.
        LookupError: if there is no such encoding.
    """
    if encoding != "windows-1252":
        return text.encode(encoding, "surrogateescape" if encoding == "utf-8" else "strict")
    back = {ord(character): byte for byte, character in _high_characters().items()}
    return text.translate(back).encode("latin-1")


def _high_characters() -> dict[int, str]:
    return {byte: bytes((byte,)).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _UNDEFINED}


_UNDEFINED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def byte_order_mark(encoding: str) -> bytes:
    """Return the byte-order mark of an encoding, nothing where it has none."""
    return _MARKS.get(encoding, b"")


def line_endings(raw: str) -> str:
    """Return the line endings of a text as a note names them: ``LF``, or, where they are mixed, ``CRLF 3, LF 12``.

    Each number says how many lines in a row end so. A text of one line has ``LF``.
    """
    runs = [(_NAMES[ending], len(list(group))) for ending, group in itertools.groupby(_LINE_END.findall(raw))]
    if len(runs) <= 1:
        return runs[0][0] if runs else "LF"
    return ", ".join(f"{name} {count}" for name, count in runs)


def with_line_endings(text: str, endings: str) -> str:
    r"""Return a text whose lines end in ``\n`` with the endings that a note names (``line_endings``)."""
    runs = [(_ENDINGS[match[1]], int(match[2] or 0)) for match in _RUN.finditer(endings)]
    if not runs or runs == [("\n", 0)]:
        return text
    if len(runs) == 1:
        return text.replace("\n", runs[0][0])
    each = itertools.chain.from_iterable(itertools.repeat(ending, count) for ending, count in runs)
    return re.sub("\n", lambda _: next(each, "\n"), text)


def normalization(raw: str, text: str) -> str:
    """Return the Unicode normalization form that gives ``raw`` back from its NFC ``text``: NFC, NFD, or none of them.

    Returns:
        ``"NFC"``, ``"NFD"``, or an empty string where the source mixes forms.
    """
    if raw == text:
        return "NFC"
    return "NFD" if unicodedata.normalize("NFD", text) == raw else ""
