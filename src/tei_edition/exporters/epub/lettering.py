"""Letters of a cover as pixels: drawn beforehand, in two sizes, so that a book needs no font and nothing to draw with.

``letters/*.bin`` hold what ``training/draw_letters.py`` made of DejaVu Serif Condensed: a count, an index, and each
letter's rows, four shades a pixel, compressed.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from functools import cache
from itertools import accumulate, takewhile
from pathlib import Path
from typing import NamedTuple

_COUNT = struct.Struct("<H")
_RECORD = struct.Struct("<HHhhHHI")
_SHADE_BITS = 2


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

    __slots__ = ("_data", "_drawn", "_index", "size")

    def __init__(self, size: int) -> None:
        """Read the letters of a size in pixels: 128 or 60."""
        self.size = size
        self._data = Path(__file__).with_name("letters").joinpath(f"{size}.bin").read_bytes()
        self._drawn: dict[str, Letter] = {}
        end = _COUNT.size + _COUNT.unpack_from(self._data)[0] * _RECORD.size
        records = _RECORD.iter_unpack(self._data[_COUNT.size : end])
        self._index = {chr(code): (*record, end + place) for code, *record, place in records}

    def shown(self, word: str) -> str:
        """Return a word as it can be drawn, marks that no letter has left out; empty where a letter is missing."""
        composed = unicodedata.normalize("NFC", word)
        letters = [one if one in self._index else unicodedata.normalize("NFD", one)[0] for one in composed]
        return "".join(letters) if all(one in self._index for one in letters) else ""

    def advance(self, words: str) -> int:
        """Return how wide words are, in pixels; all of their letters must be there."""
        return sum(self._index[one][0] for one in words)

    def fitting(self, words: str, width: int) -> int:
        """Return how many letters of words fit into a width, at least one."""
        ends = accumulate(self._index[one][0] for one in words)
        return max(1, sum(1 for _ in takewhile(lambda end: end <= width, ends)))

    def letters(self, words: str) -> list[tuple[int, Letter]]:
        """Return the letters of a line, each with the place of its pen."""
        found = []
        pen = 0
        for one in words:
            found.append((pen, self._letter(one)))
            pen += self._index[one][0]
        return found

    def _letter(self, one: str) -> Letter:
        if one not in self._drawn:
            _, left, top, width, height, place = self._index[one]
            step = -(-width // 4)
            shades = zlib.decompressobj().decompress(self._data[place:]) if width else b""
            rows = (shades[row * step : (row + 1) * step] for row in range(height if width else 0))
            self._drawn[one] = Letter(left, top, step * 4, tuple(int.from_bytes(row, "big") for row in rows))
        return self._drawn[one]


@cache
def lettering(size: int) -> Lettering:
    """Return the letters of a size in pixels: 128 or 60."""
    return Lettering(size)
