"""The chunks of an article, each at its place in the article's text."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.characters import XML_SPACE
from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation
from tei_edition.readers.datelines import AGENT
from tei_edition.readers.html.clean import cleaned
from tei_edition.readers.lines import Unit, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.readers.html.page import Chunk

Path = tuple[tuple[str, int], ...]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_LAYOUT = frozenset({"tr", "td", "th", "caption"})
_LONG = 300
_VERSE_WIDTH = 75
_VERSE_LINES = 3
_FIELD = re.compile(r"[A-Z][\w-]{1,15}:\s")
_PARAGRAPH = re.compile(r"(?:(?!\n\n)[\s\S])+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A chunk in the text.

    Attributes:
        chunk: What the page has.
        index: Its number in the page.
        span: Where it is in the text; empty for an empty cell of a table.
        path: The structures around it that are no mere layout.
        depth: How many structures of layout are around these.
    """

    chunk: Chunk
    index: int
    span: Span
    path: Path
    depth: int


def placed(chunks: Iterable[tuple[int, Chunk]]) -> tuple[str, list[Placed], list[Annotation]]:
    """Put chunks together to a text.

    Args:
        chunks: Those of the article with their numbers, in their order.

    Returns:
        The text, each chunk at its place, and the emphasis and links within them.
    """
    known = list(chunks)
    layouts = _layout_tables(chunk for _, chunk in known)
    found: list[Placed] = []
    annotations: list[Annotation] = []
    pieces: list[str] = []
    position = 0
    for index, chunk in known:
        text, marks = cleaned(chunk)
        if not text.strip() and chunk.tag not in _CELLS:
            continue
        if found:
            close = found[-1].chunk.path[:1] == chunk.path[:1] and bool(chunk.path)
            pieces.append("\n" if close else "\n\n")
            position += len(pieces[-1])
        depth = _depth(chunk.path, layouts)
        found.append(Placed(chunk, index, Span(position, position + len(text)), chunk.path[depth:], depth))
        pieces.append(text)
        for mark in marks:
            span = Span(position + mark.start, position + mark.end)
            label, feature = ("ref", ("target", mark.target)) if mark.target else ("hi", ("rend", mark.rend))
            annotations.append(Annotation(span, label, AGENT, 1.0, (feature,)))
        position += len(text)
    found = [one for one in found if len(one.span) or (one.path and one.path[0][0] == "table")]
    return "".join(pieces), found, annotations


def units_of(item: Placed, text: str) -> list[Unit]:
    """Return the paragraphs of a chunk: parted where two line ends stand."""
    units: list[Unit] = []
    for match in _PARAGRAPH.finditer(item.span.of(text)):
        piece = match.group()
        inner = piece.strip(" \n")
        if inner:
            start = item.span.start + match.start() + len(piece) - len(piece.lstrip(" \n"))
            span = Span(start, start + len(inner))
            units.append(Unit(span, " ".join(inner.split()), 1, *_verses(span, text, item.chunk.tag)))
    return units


def lines(item: Placed, text: str) -> list[Unit]:
    """Return the lines of a chunk: parted where a line end stands."""
    found: list[Unit] = []
    for match in re.finditer(r"[^\n]+", item.span.of(text)):
        words = match.group().strip(XML_SPACE)
        if words:
            start = item.span.start + match.start() + len(match.group()) - len(match.group().lstrip(XML_SPACE))
            found.append(Unit(Span(start, start + len(words)), " ".join(words.split()), 1))
    return found


def _depth(path: Path, layouts: frozenset[int]) -> int:
    """Return how many of the outermost structures are tables that only place things on the screen."""
    count = 0
    for position, (name, serial) in enumerate(path):
        if name == "table" and serial in layouts:
            count = position + 1
            while count < len(path) and path[count][0] in _LAYOUT:
                count += 1
    return count


def _layout_tables(chunks: Iterable[Chunk]) -> frozenset[int]:
    """Return the numbers of tables that hold headings, other structures or long paragraphs: mere layout."""
    found: set[int] = set()
    rows: dict[int, set[int]] = {}
    for chunk in chunks:
        tables = [serial for name, serial in chunk.path if name == "table"]
        inner = chunk.path and chunk.path[-1][0] not in {"table", *_LAYOUT}
        if len(tables) > 1:
            found.update(tables[:-1])
        if tables and (chunk.tag in HEADINGS | {"pre"} or len(chunk.text) > _LONG or inner):
            found.update(tables)
        for (_, table), (_, cell) in itertools.pairwise((*chunk.path[-3:-2], *chunk.path[-1:])):
            rows.setdefault(table, set()).add(cell)
    # One cell alone is a box around its text.
    return frozenset(found | {table for table, cells in rows.items() if len(cells) == 1 and table in rows})


def _verses(span: Span, text: str, tag: str) -> tuple[tuple[Span, ...], bool, bool]:
    """Return what ``Unit`` wants to know of lines: where they are parted, whether they are wrapped, or verses."""
    if "\n" not in span.of(text):
        return (), False, False
    found = lines_of(span.of(text))
    joins = tuple(
        Span(before.span.end, after.span.start).shifted(span.start) for before, after in itertools.pairwise(found)
    )
    short = all(len(line.text) <= _VERSE_WIDTH for line in found)
    capitals = sum(line.text.lstrip("\"'“‘")[:1].isupper() for line in found)
    fields = sum(bool(_FIELD.match(line.text)) for line in found)
    verse = (
        len(found) >= _VERSE_LINES and short and fields <= 1 and capitals >= (0.5 if tag == "pre" else 0.8) * len(found)
    )
    return joins, bool(joins) and not verse, verse
