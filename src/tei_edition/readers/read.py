"""One door to all readers: a file's ending says which one reads it.

Plug-ins come by the entry point ``tei_edition.readers``; each is named after the endings that it reads, joined by
hyphens (``htm-html``). A plug-in is asked before our own reader of the same ending.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

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


def read(name: str, data: bytes, options: ReadOptions | None = None) -> Reading:
    """Read the article of a source with the reader for its ending; plain text where no reader has it.

    Args:
        name: The file's name.
        data: Its bytes.
        options: What the user knows beforehand.

    Returns:
        The article; or no article, and the reason among the findings.
    """
    return reader(PurePath(name).suffix.lstrip(".").lower())(name, data, options)


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
