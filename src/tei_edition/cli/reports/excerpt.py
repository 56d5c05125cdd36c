"""The line of a source that a finding speaks of, cut to what fits a screen, and where its caret stands."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.core.finding import Finding

_BEFORE, _WIDTH = 48, 96
_LARGEST = 50_000_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of one line.

    Attributes:
        line: The line's number, from 1.
        text: What of it is shown: printable characters only.
        caret: How many code points of ``text`` stand before the place; None where the column is unknown.
    """

    line: int
    text: str
    caret: int | None

    def lines(self) -> tuple[str, ...]:
        """Return the excerpt for a screen of fixed width: the line and, where the column is known, its caret."""
        margin = f"{self.line:>5} | "
        if self.caret is None:
            return (f"{margin}{self.text}",)
        return f"{margin}{self.text}", f"{' ' * 5} | {' ' * _cells(self.text[: self.caret])}^"


def excerpt_of(finding: Finding) -> Excerpt | None:
    """Return the line that a finding speaks of; None where its file cannot be read or has no such line."""
    locus = finding.locus
    lines = _lines(locus.path) if locus.path and locus.line else ()
    return cut(lines[locus.line - 1], locus.line, locus.column) if 0 < locus.line <= len(lines) else None


def cut(text: str, line: int, column: int) -> Excerpt:
    """Return the piece of a line around a column (from 1, in code points; 0: unknown)."""
    caret = min(column - 1, len(text)) if column else None
    begin = max(0, min((caret or 0) - _BEFORE, len(text) - _WIDTH))
    piece = "".join(_printable(character) for character in text[begin : begin + _WIDTH])
    before, after = "…" if begin else "", "…" if begin + _WIDTH < len(text) else ""
    return Excerpt(line, f"{before}{piece}{after}", None if caret is None else caret - begin + len(before))


@lru_cache(maxsize=1)  # findings come file by file
def _lines(path: str) -> tuple[str, ...]:
    try:
        file = Path(path)
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return ()
        data = file.read_bytes()
    except OSError:
        return ()
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    return tuple(line.removesuffix("\r") for line in data.decode(encoding, "replace").split("\n"))


def _printable(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _cells(text: str) -> int:
    """Return how many cells of a terminal a text takes up."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
