"""From the bytes of a document to its characters, or to the byte that cannot be one. Source: XML 1.0, appendix F."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from tei_edition.tei.syntax.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS: Mapping[bytes, str] = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_WIDE: Mapping[bytes, str] = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARED = re.compile(rb"""<\?xml[^>]*?(encoding)\s*=\s*["']([\w.:-]+)["']""")
_UNITS = re.compile("utf-?(16|32)|ucs-?[24]", re.IGNORECASE)


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return a document's byte-order mark, and the name of its encoding as mark or declaration say it."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    declared = _DECLARED.match(data)
    return mark, _MARKS.get(mark) or _WIDE.get(data[:2]) or (declared[2].decode() if declared else "utf-8")


def decoded(data: bytes) -> tuple[str, Fault | None]:
    """Return a document's characters, without its byte-order mark, as far as they can be read.

    Args:
        data: The whole document.

    Returns:
        The characters before the first byte that cannot be read, and what is wrong with that byte; None: nothing.
    """
    mark, codec = encoding_of(data)
    declared = _DECLARED.match(data)
    if declared and not mark and _UNITS.match(codec):
        message = f"the file says that it is in {codec}, and is not"
        return "", Fault("X002", declared.start(1), message, 'write encoding="UTF-8"')
    try:
        return data[len(mark) :].decode(codec), None
    except UnicodeDecodeError as error:
        return _broken(data[len(mark) :], codec, error)
    except LookupError:
        at = declared.start(1) if declared else 0
        return "", Fault("X002", at, f"no encoding of characters is called {codec}", 'write encoding="UTF-8"')


def _broken(data: bytes, codec: str, error: UnicodeDecodeError) -> tuple[str, Fault]:
    before = data[: error.start].decode(codec, "replace")
    byte = data[error.start]
    message = f"the byte 0x{byte:02X} is no character in {codec.upper()}"
    if len(data) - error.start < len("\U0010ffff".encode()) and "end of data" in error.reason:
        message, hint = "the file breaks off within a character", "fetch or save the file again: what follows is lost"
        return before, Fault("X002", len(before), message, hint)
    meant = bytes([byte]).decode("cp1252", "replace")
    told = f"save the file as UTF-8; in Windows-1252 the byte is {meant}" if meant.isprintable() else None
    return before, Fault("X002", len(before), message, told)
