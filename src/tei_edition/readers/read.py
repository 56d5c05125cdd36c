"""One door to all readers: a file's ending says which one reads it.

Plug-ins come by the entry point ``tei_edition.readers``; each is named after the endings that it reads, joined by
hyphens (``htm-html``). A plug-in is asked before our own reader of the same ending.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Locus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tei_edition.readers.reading import Reading, ReadOptions

    Reader = Callable[[str, bytes, ReadOptions | None], Reading]

_OURS: Mapping[str, str] = MappingProxyType(
    {
        "docx": "docx:read_docx",
        "htm": "html:read_html",
        "html": "html:read_html",
        "markdown": "markdown:read_markdown",
        "md": "markdown:read_markdown",
        "xhtml": "html:read_html",
    }
)
_TEXT = "text:read_text"
_NAMES: Mapping[str, str] = MappingProxyType({"txt": "plain text", "html": "HTML", "htm": "HTML"})
_LOOKED_AT = 4096
_PACKAGE = b"PK\x03\x04"
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<!--(?:(?!-->).){0,2000}-->|<\?xml[^>]{0,200}>)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?[a-zA-Z][^<>]{0,2000}>|<!--|<!doctype", re.IGNORECASE)


def read(name: str, data: bytes, options: ReadOptions | None = None) -> Reading:
    """Read the article of a source with the reader for its ending; plain text where no reader has it.

    Args:
        name: The file's name.
        data: Its bytes.
        options: What the user knows beforehand.

    Returns:
        The article; or no article, and the reason among the findings.
    """
    ending = PurePath(name).suffix.lstrip(".").lower()
    told = _told_by_content(ending, data)
    if told is None:
        return reader(ending)(name, data, options)
    reading = reader(told)(name, data, options)
    if reading.article is None:
        return reading
    message = f"the file is named .{ending}, but its content is {_NAMES[told]}; read as that"
    return replace(reading, findings=(finding("X012", message, Locus(name)), *reading.findings))


def _told_by_content(ending: str, data: bytes) -> str | None:
    """Return the ending that a file should have: a web page named as a text, a text named as a web page."""
    if data.startswith(_PACKAGE) or ending not in _NAMES:
        return None
    head = data[:_LOOKED_AT].replace(b"\0", b"")
    if ending == "txt":
        return "html" if _PAGE.match(head) else None
    return None if _TAG.search(head) or not head.strip() else "txt"


@cache
def reader(ending: str) -> Reader:
    """Return the reader for files of an ending (``html``); that for plain text where there is no other."""
    for point in entry_points(group="tei_edition.readers"):
        if ending in point.name.split("-"):
            plugin: Reader = point.load()
            return plugin
    module, _, function = _OURS.get(ending, _TEXT).partition(":")
    found: Reader = getattr(import_module(f"tei_edition.readers.{module}"), function)
    return found


def endings() -> frozenset[str]:
    """Return the endings that have a reader of their own."""
    plugged = (ending for point in entry_points(group="tei_edition.readers") for ending in point.name.split("-"))
    return frozenset({*_OURS, "txt", "text", *plugged}) - {""}
