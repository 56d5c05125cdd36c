"""Letters of a cover as pixels: drawn beforehand, in two sizes, so that a book needs no font and nothing to draw with.

``letters/*.bin`` hold what ``training/draw_letters.py`` made of DejaVu Serif Condensed: the number of letters, their
code points, a record for each, and its rows, four shades a pixel, compressed.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from functools import cache
from itertools import accumulate, takewhile
from pathlib import Path
from typing import NamedTuple

_RECORD = struct.Struct("<HhhHHII")


class Letter(NamedTuple):
    """A letter in its box; pixels, measured from the pen and from the top of the line.

    Attributes:
        left: Where the box begins, right of the pen.
        top: Where it begins, below the top of the line.
        width: Of a row; a multiple of four.
        rows: From the top; a number each, two bits a pixel, the leftmost highest.
    """

    left: int
    top: int
    width: int
    rows: tuple[int, ...]


class Lettering:
    """The letters of one size."""

    __slots__ = ("_data", "_drawn", "_index", "_shades", "size")

    def __init__(self, size: int) -> None:
        """Read the letters of a size in pixels: 128 or 60."""
        self.size = size
        self._data = Path(__file__).with_name("letters").joinpath(f"{size}.bin").read_bytes()
        self._drawn: dict[str, Letter] = {}
        (count,) = struct.unpack_from("<H", self._data)
        start = 2 * (count + 1)
        codes = struct.unpack_from(f"<{count}H", self._data, 2)
        self._index = dict(zip(map(chr, codes), range(start, start + count * _RECORD.size, _RECORD.size), strict=True))
        self._shades = start + count * _RECORD.size

    def shown(self, word: str) -> str:
        """Return a word as it can be drawn, marks that no letter has left out; empty where a letter is missing."""
        composed = unicodedata.normalize("NFC", word)
        letters = [one if one in self._index else unicodedata.normalize("NFD", one)[0] for one in composed]
        return "".join(letters) if all(one in self._index for one in letters) else ""

    def advance(self, words: str) -> int:
        """Return how wide words are, in pixels; all of their letters must be there."""
        return sum(map(self._advance, words))

    def fitting(self, words: str, width: int) -> int:
        """Return how many letters of words fit into a width, at least one."""
        ends = accumulate(map(self._advance, words))
        return max(1, sum(1 for _ in takewhile(lambda end: end <= width, ends)))

    def letters(self, words: str) -> list[tuple[int, Letter]]:
        """Return the letters of a line, each with the place of its pen."""
        found = []
        pen = 0
        for one in words:
            found.append((pen, self._letter(one)))
            pen += self._advance(one)
        return found

    def _advance(self, one: str) -> int:
        return int(_RECORD.unpack_from(self._data, self._index[one])[0])

    def _letter(self, one: str) -> Letter:
        if one not in self._drawn:
            _, left, top, width, height, start, end = _RECORD.unpack_from(self._data, self._index[one])
            step = -(-width // 4)
            shades = zlib.decompress(self._data[self._shades + start : self._shades + end]) if height else b""
            rows = (shades[row * step : (row + 1) * step] for row in range(height))
            self._drawn[one] = Letter(left, top, step * 4, tuple(int.from_bytes(row, "big") for row in rows))
        return self._drawn[one]


@cache
def lettering(size: int) -> Lettering:
    """Return the letters of a size in pixels: 128 or 60."""
    return Lettering(size)
