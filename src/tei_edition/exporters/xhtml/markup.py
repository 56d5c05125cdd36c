"""XHTML as it is written: markup goes out at once, words wait for the end of their block to get their marks.

Source: HTML Living Standard, "The XML syntax"; EPUB 3.3, 6.1 "XHTML content documents".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_edition.core.typography import typeset_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAGS = re.compile(r"(?:<[^<>]*>)*")
_END_TAGS = re.compile(r"(?:</[^<>]*>)*")
_EDGES = " \t\r\n\u00a0\u2007\u202f"
_IN_ATTRIBUTE = re.compile('[&<>"\n\t\r]')
_ATTRIBUTES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": " ", "\t": " ", "\r": " "})
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """Return ``text`` for the content of an element."""
    return text.translate(_TEXT) if "&" in text or "<" in text or ">" in text else text


def tag(name: str, /, **attributes: str) -> str:
    """Return a start tag; attributes with an empty value are left out.

    In names, ``__`` stands for a colon, ``_`` for a hyphen, and one at the end for nothing (``class_``).
    """
    written = f"<{name}"
    for key, value in attributes.items():
        if value:
            clean = value.translate(_ATTRIBUTES) if _IN_ATTRIBUTE.search(value) else value
            written += f' {_spelled(key)}="{clean}"'
    return written + ">"


@cache
def _spelled(key: str) -> str:
    return key.rstrip("_").replace("__", ":").replace("_", "-")


def _spaced(text: str) -> str:
    """Return words with one space for each run of white space; no-break spaces stay."""
    text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


class Markup:
    """Collects one stretch of XHTML.

    Attributes:
        language: Of the block that is being written; decides which marks it gets.
    """

    __slots__ = ("_begin", "_closing", "_kept", "_length", "_opening", "_parts", "_words", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._parts: list[str] = []
        self._words: list[int] = []
        self._kept: set[int] = set()
        self._opening: set[int] = set()
        self._closing: set[int] = set()
        self._length = 0
        self._begin = 0

    def text(self, words: str, *, verbatim: bool = False) -> None:
        """Add words; ``verbatim`` ones keep their marks and white space."""
        if verbatim:
            self._kept.add(len(self._parts))
        self._words.append(len(self._parts))
        self._parts.append(words)
        self._length += len(words)

    def raw(self, markup: str) -> None:
        """Add markup within the block."""
        self._parts.append(markup)

    def block(self, markup: str) -> None:
        """Add markup that begins or ends a block."""
        self.end_block()
        self._parts.append(markup)
        self._begin = len(self._parts)

    def has_words(self) -> bool:
        """Tell whether the block that is being written has words yet."""
        return any(not self._parts[i].isspace() for i in self._words if self._parts[i])

    def quotation_begins(self) -> None:
        """Remember that markup opens a quotation here."""
        self._opening.add(self._length)

    def quotation_ends(self) -> None:
        """Remember that markup closes a quotation here."""
        self._closing.add(self._length)

    def end_block(self) -> None:
        """Set the marks of the words that came since the last block; white space at its edges means nothing."""
        if not self._words:
            return
        parts, kept, words = self._parts, self._kept, self._words
        shown = ["·" * len(parts[i]) if i in kept else parts[i] for i in words]
        for i, piece in zip(words, typeset_pieces(shown, self.language, self._opening, self._closing), strict=True):
            parts[i] = escaped(parts[i] if i in kept else _spaced(piece))
        self._trim()
        self._words, self._kept, self._opening, self._closing, self._length = [], set(), set(), set(), 0

    def _trim(self) -> None:
        """Take white space, no-break spaces too, from the edges of the block that ends."""
        parts = self._parts
        for i in self._words:
            if i in self._kept or not all(map(_TAGS.fullmatch, parts[self._begin : i])):
                break
            parts[i] = parts[i].lstrip(_EDGES)
        for i in reversed(self._words):
            if i in self._kept or not all(map(_END_TAGS.fullmatch, parts[i + 1 :])):
                break
            parts[i] = parts[i].rstrip(_EDGES)

    def position(self) -> int:
        """End the block and return where the writing stands, for ``parted``."""
        self.end_block()
        return len(self._parts)

    def parted(self, positions: Sequence[int]) -> list[str]:
        """Return what was written, parted at these positions (ascending): one string more than there are positions."""
        self.end_block()
        edges = [0, *positions, len(self._parts)]
        return ["".join(self._parts[start:end]) for start, end in pairwise(edges)]

    def joined(self) -> str:
        """Return what was written."""
        self.end_block()
        return "".join(self._parts)
