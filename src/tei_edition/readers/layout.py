"""What lines are by where they stand on the page: tables in columns, quotations that are indented."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from tei_edition.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

Layout = Literal["", "table", "quote"]
_CELL = re.compile(r"[^\s](?:[^\S\t\n]?[^\s])*")
_ROWS = 3
_DRIFT = 2
_LONGEST_CELL = 40
_INDENT = 3
_QUOTED_WORDS = 12
_LONG_LINE = 60
_ENDS = (".", "!", "?", ":", ";", '"', "”", "'", "’", ")")


def margin_of(lines: Sequence[Unit], text: str) -> int:
    """Return how far most lines of a text are indented, in characters."""
    counts = Counter(_column(line.span.start, text) for line in lines)
    return min(counts, key=lambda column: (-counts[column], column), default=0)


def laid_out(group: Sequence[Unit], text: str, margin: int) -> Layout:
    """Tell lines between two blank lines that are a table or a block quotation.

    Args:
        group: The lines.
        text: The text that they are spans of.
        margin: How far most lines of the text are indented.
    """
    if _is_table(group, text):
        return "table"
    return "quote" if _is_quotation(group, text, margin) else ""


def cells(line: Span, text: str) -> tuple[Span, ...]:
    """Return the cells of a line: what tabs, or two blanks and more, part."""
    return tuple(Span(*match.span()) for match in _CELL.finditer(text, line.start, line.end))


def _is_table(group: Sequence[Unit], text: str) -> bool:
    """Tell lines of as many cells each, parted by tabs or standing in columns."""
    if len(group) < _ROWS and "\t" not in group[0].span.of(text):
        return False
    rows = [cells(line.span, text) for line in group]
    count = len(rows[0])
    if count < 2 or any(len(row) != count for row in rows):  # noqa: PLR2004 - one column is a list
        return False
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row[1:]):
        return False
    tabbed = all("\t" in line.span.of(text) for line in group)
    if tabbed and len(rows) > 1:
        return True
    # Typists put two blanks after a full stop.
    sentences = all(row[0].of(text).endswith((".", "!", "?")) for row in rows)
    return len(rows) >= _ROWS and not sentences and all(_aligned(rows, at, text) for at in range(1, count))


def _aligned(rows: Sequence[tuple[Span, ...]], at: int, text: str) -> bool:
    """Tell whether the cells of a column begin, or end, at much the same place in their lines."""
    begins = [_column(row[at].start, text) for row in rows]
    ends = [_column(row[at].end, text) for row in rows]
    return min(max(begins) - min(begins), max(ends) - min(ends)) <= _DRIFT


def _is_quotation(group: Sequence[Unit], text: str, margin: int) -> bool:
    """Tell lines that are all indented, and sentences: not a heading in the middle of the page, nor an address."""
    if any(_column(line.span.start, text) < margin + _INDENT for line in group):
        return False
    words = sum(line.words for line in group)
    long = len(group) > 1 or len(group[0].text) >= _LONG_LINE
    lower = sum(line.text[:1].islower() for line in group[1:])
    return long and words >= _QUOTED_WORDS and group[-1].text.endswith(_ENDS) and (lower > 0 or len(group) == 1)


def _column(offset: int, text: str) -> int:
    """Return the column of an offset in its line, a tab counted as eight."""
    start = text.rfind("\n", 0, offset) + 1
    return len(text[start:offset].expandtabs())
