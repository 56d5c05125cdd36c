"""Line and column of many places in one text, in time linear in its length."""

from __future__ import annotations

import re
from bisect import bisect_right

from tei_edition.core.finding import Locus


class LineIndex:
    r"""Knows where the lines of a text begin.

    Args:
        text: A text whose lines end in ``\n``.
        path: How findings name it.
    """

    def __init__(self, text: str, path: str = "") -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._path = path

    def locus(self, offset: int) -> Locus:
        """Return the place of code point ``offset``: line and column counted from 1."""
        line = bisect_right(self._starts, offset)
        return Locus(self._path, line, offset - self._starts[line - 1] + 1)
