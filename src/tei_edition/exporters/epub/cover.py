"""A typographic cover: title, author, periodical and date, always the same bytes for the same words.

Source: EPUB 3.3, D.9 "cover-image"; PNG (Third Edition), 11 "Chunk specifications".
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.exporters.epub.lettering import lettering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.epub.lettering import Lettering

SIZE = (1400, 2100)
"""Width and height in pixels."""

_PAPER = (247, 243, 234)
_INK = (38, 32, 30)
_FULL = 3
_BITS = 2
_MARGIN = 140
_WIDTH = SIZE[0] - 2 * _MARGIN
_LARGE, _SMALL = 128, 60
_TITLE_HEIGHT = 1000
_MOST_LINES = 3
_LEVEL = 2  # a third of the time of the usual 6 for a quarter more bytes


class CoverText(NamedTuple):
    """What stands on a cover; any of it may be empty."""

    title: str
    author: str
    periodical: str
    date: str


def cover(words: CoverText) -> bytes:
    """Return a PNG image of 1400 by 2100 pixels.

    Words in a script that has no letters here are left out; the cover page says them in any case.
    """
    sheet = [0] * SIZE[1]
    small = lettering(_SMALL)
    _rule(sheet, 200, 12, _WIDTH)
    _rule(sheet, 222, 3, _WIDTH)
    _set(sheet, 270, _wrapped(small, words.periodical.upper())[:_MOST_LINES], small)
    letters, lines = _fitted(words.title)
    bottom = _set(sheet, 520, lines, letters)
    _rule(sheet, bottom + 50, 6, 200)
    _set(sheet, bottom + 110, _wrapped(small, words.author)[:_MOST_LINES], small)
    _rule(sheet, 1880, 3, _WIDTH)
    _set(sheet, 1910, _wrapped(small, words.date)[:_MOST_LINES], small)
    return _png(sheet)


def _rule(sheet: list[int], top: int, height: int, width: int) -> None:
    line = (1 << _BITS * width) - 1 << _BITS * (SIZE[0] - _MARGIN - width)
    sheet[top : top + height] = [line] * height


def _fitted(title: str) -> tuple[Lettering, list[str]]:
    for letters in (lettering(_LARGE), lettering(_SMALL)):
        lines = _wrapped(letters, title)
        most = _TITLE_HEIGHT * 4 // (letters.size * 5)
        if len(lines) <= most:
            return letters, lines
    return letters, [*lines[: most - 1], "…"]


def _set(sheet: list[int], top: int, lines: Sequence[str], letters: Lettering) -> int:
    """Draw lines from ``top`` down and return where they end."""
    for line in lines:
        for pen, letter in letters.letters(line):
            shift = _BITS * (SIZE[0] - _MARGIN - pen - letter.left - letter.width)
            for y, row in enumerate(letter.rows, top + letter.top):
                sheet[y] |= row << shift
        top += letters.size * 5 // 4
    return top


def _wrapped(letters: Lettering, words: str) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        rest = letters.shown(word)
        while rest:
            longer = f"{lines[-1]} {rest}" if lines else rest
            if lines and letters.advance(longer) <= _WIDTH:
                lines[-1], rest = longer, ""
            else:
                fits = letters.fitting(rest, _WIDTH)
                lines.append(rest[:fits])
                rest = rest[fits:]
    return lines


def _png(sheet: Sequence[int]) -> bytes:
    width, height = SIZE
    palette = bytes(
        paper + (ink - paper) * level // _FULL
        for level in range(_FULL + 1)
        for paper, ink in zip(_PAPER, _INK, strict=True)
    )
    rows = b"".join(b"\0" + row.to_bytes(width * _BITS // 8, "big") for row in sheet)
    header = struct.pack(">IIBBBBB", width, height, _BITS, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, _LEVEL)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
