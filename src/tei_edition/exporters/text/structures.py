"""Rules of plain text for lists, tables and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.text import markdown
from tei_edition.exporters.text.paragraphs import Line
from tei_edition.tei.names import is_tei
from tei_edition.tei.text import text_after

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.text.paragraphs import Paragraphs
    from tei_edition.exporters.text.walk import Walk

TIGHT = frozenset(
    "l item castItem castGroup roleDesc row line titlePart addrLine msItem salute signed dateline".split()
)
"""Blocks without an empty line before and after them."""

_WIDEST = 100
_NUMBERED = frozenset({"ordered", "numbered"})


def list_(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A list: one line an item, with a hyphen, a number or its own label before it."""
    numbered = element.get("type") in _NUMBERED or element.get("rend") in _NUMBERED
    number = 0
    label = ""
    for child in element:
        if is_tei(child, "label"):
            label = f"{label} {_words(walk, child)}".strip()
        elif is_tei(child, "item"):
            number += 1
            mark = (f"{number}. " if numbered else "- ") if walk.manner.signs else ""
            own = walk.paragraphs()
            walk.content(child, own)
            own.end_line(gap=False)
            lines = own.lines or [Line("", gap=False)]
            before = f"{label}: " if walk.manner.signs else f"{label} "
            out.add(lines, f"{mark}{before if label else ''}", " " * len(mark))
            label = ""
        else:
            walk.element(child, out)
        _stray(text_after(child), out)
    if label:
        out.sign(label)


def cast_list(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A list of characters: one line each."""
    walk.content(element, out)


def table(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A table: one line a row, columns aligned where the grid is not too wide."""
    grid: list[list[str]] = []
    for child in element:
        if is_tei(child, "row"):
            grid.append([_words(walk, cell) for cell in child if isinstance(cell.tag, str)])
        else:
            walk.element(child, out)
            out.end_line(gap=True)
        _stray(text_after(child), out)
    if walk.manner.markdown and grid:
        out.add([Line(line, gap=False) for line in markdown.table(grid)])
        return
    for line in _aligned(grid) if walk.manner.signs else ("\t".join(row) for row in grid):
        out.add([Line(line, gap=False)])


def figure(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A figure: its heading, caption and description between brackets."""
    own = walk.paragraphs()
    walk.content(element, own)
    own.end_line(gap=False)
    words = "\n".join(line.text for line in own.lines)
    if words:
        out.sign(f"[{words}]" if walk.manner.signs else words)


def _aligned(grid: list[list[str]]) -> list[str]:
    columns = max((len(row) for row in grid), default=0)
    widths = [max((len(row[column]) for row in grid if column < len(row)), default=0) for column in range(columns)]
    if sum(widths) + 3 * columns > _WIDEST:
        widths = [0] * columns
    return [" | ".join(cell.ljust(widths[column]) for column, cell in enumerate(row)).rstrip() for row in grid]


def _words(walk: Walk, element: Element) -> str:
    own = walk.paragraphs()
    walk.element(element, own)
    return " ".join(line for line in own.joined().split("\n") if line)


def _stray(text: str, out: Paragraphs) -> None:
    if text.strip():
        out.text(text)
