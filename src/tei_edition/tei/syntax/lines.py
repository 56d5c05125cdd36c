"""Lines and columns of a document as XML counts them."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    r"""Knows where the lines of a text begin; ``\n``, ``\r`` and ``\r\n`` each end a line."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column, both from 1, of code point ``at``."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the code point at line and column, both from 1; that of the last line where there are fewer."""
        return self._starts[min(line, len(self._starts)) - 1] + column - 1
