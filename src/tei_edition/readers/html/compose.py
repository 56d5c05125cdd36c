"""The chunks of an article to its text and blocks."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.core.dates import written_dates
from tei_edition.core.span import Span
from tei_edition.model.article import Block, Metadata, Repair, Stated
from tei_edition.model.layer import Annotation
from tei_edition.readers.body import body
from tei_edition.readers.bylines import authors, is_byline
from tei_edition.readers.datelines import AGENT, is_date_line
from tei_edition.readers.html.clean import cleaned
from tei_edition.readers.lines import Unit, lines_of
from tei_edition.readers.pieces import Piece, tiled, trimmed
from tei_edition.readers.repairs import WRAPPED, fitting
from tei_edition.readers.top import top

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.readers.html.page import Chunk, Page

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "dl"})
_TOP_CHUNKS = 12
_TOP_WORDS = 40
_LONG = 300
_VERSE_WIDTH = 75
_VERSE_LINES = 3
_FIELD = re.compile(r"[A-Z][\w-]{1,15}:\s")


@dataclass(frozen=True, slots=True)
class Composed:
    """Text and structure of a page's article."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    repairs: tuple[Repair, ...]
    annotations: tuple[Annotation, ...]


def compose(page: Page, chosen: Sequence[int], main: int | None) -> Composed:
    """Put an article together.

    Args:
        page: The page.
        chosen: Numbers of the chunks that are the article, in their order.
        main: The number of the chunk that is the headline.
    """
    return _Composer(page, chosen, main).composed()


@dataclass(slots=True)
class _Placed:
    chunk: Chunk
    index: int
    span: Span


@dataclass(slots=True)
class _Known:
    title: Stated | None = None
    subtitles: list[Stated] = field(default_factory=list)
    bylines: list[Unit] = field(default_factory=list)
    date: Stated | None = None


class _Composer:
    def __init__(self, page: Page, chosen: Sequence[int], main: int | None) -> None:
        self._page = page
        self._main = main if main in set(chosen) else None
        self._known = _Known()
        self._annotations: list[Annotation] = []
        self._text = ""
        self._layouts = _layout_tables(page.chunks[index] for index in chosen)
        self._placed = self._place(chosen)

    def composed(self) -> Composed:
        pieces = self._pieces()
        blocks = tiled(pieces, Span(0, len(self._text)))
        leaves = [leaf for block in blocks for leaf in block.leaves()]
        ends = (
            Repair(Span(m.start(), m.end()), " ", "lb", WRAPPED) for m in re.finditer("(?<!\n)\n(?!\n)", self._text)
        )
        lines = fitting(ends, leaves)
        known = self._known
        writers = {author.value: author for unit in reversed(known.bylines) for author in authors(unit, self._text)}
        metadata = Metadata(
            title=known.title,
            subtitles=tuple(known.subtitles),
            authors=tuple(reversed(writers.values())),
            date=known.date,
        )
        return Composed(self._text, blocks, metadata, lines, tuple(self._annotations))

    def _place(self, chosen: Sequence[int]) -> list[_Placed]:
        placed: list[_Placed] = []
        pieces: list[str] = []
        position = 0
        for index in chosen:
            chunk = self._page.chunks[index]
            text, marks = cleaned(chunk)
            if not text.strip():
                continue
            if placed:
                close = placed[-1].chunk.path[:1] == chunk.path[:1] and bool(chunk.path)
                separator = "\n" if close else "\n\n"
                pieces.append(separator)
                position += len(separator)
            placed.append(_Placed(chunk, index, Span(position, position + len(text))))
            pieces.append(text)
            for mark in marks:
                span = Span(position + mark.start, position + mark.end)
                label, feature = ("ref", ("target", mark.target)) if mark.target else ("hi", ("rend", mark.rend))
                self._annotations.append(Annotation(span, label, AGENT, 1.0, (feature,)))
            position += len(text)
        self._text = "".join(pieces)
        return placed

    def _pieces(self) -> list[Piece]:
        pieces: list[Piece] = []
        run: list[Unit] = []
        groups = [list(group) for _, group in itertools.groupby(self._placed, key=self._group)]
        above, groups = self._above(groups)
        pieces += above
        for group in groups:
            built = self._structure(group)
            if built is None:
                run += [unit for item in group for unit in self._units(item)]
                continue
            pieces += self._running(run)
            run = []
            pieces += built
        return pieces + self._running(run)

    def _group(self, item: _Placed) -> tuple[str, int]:
        """Return what keeps chunks together: the outermost structure, else the chunk itself."""
        path = self._path(item.chunk)
        return path[0] if path else ("", item.index)

    def _path(self, chunk: Chunk) -> tuple[tuple[str, int], ...]:
        """Return the structures around a chunk that are no mere layout."""
        return chunk.path[self._layout(chunk.path) :]

    def _layout(self, path: tuple[tuple[str, int], ...]) -> int:
        """Return how many of the outermost structures are tables that only place things on the screen."""
        count = 0
        for position, (name, serial) in enumerate(path):
            if name == "table" and serial in self._layouts:
                count = position + 1
                while count < len(path) and path[count][0] in {"tr", "td", "th", "caption"}:
                    count += 1
        return count

    def _above(self, groups: list[list[_Placed]]) -> tuple[list[Piece], list[list[_Placed]]]:
        """Return the pieces above the text, and the groups that are left."""
        if self._main is None:
            return self._told_by_text(groups)
        pieces: list[Piece] = []
        below = 0
        for position, group in enumerate(groups):
            item = group[0]
            if item.index == self._main:
                pieces += self._headline(item)
                continue
            passed = item.index > self._main
            below += passed
            kind = self._top_kind(item, passed=passed)
            if len(group) > 1 or below > _TOP_CHUNKS or (kind is None and passed):
                if passed:
                    return pieces, groups[position:]
                pieces += self._structure(group) or self._running([unit for one in group for unit in self._units(one)])
                continue
            pieces.append(self._top_piece(item, kind or ("p", ())))
        return pieces, []

    def _headline(self, item: _Placed) -> list[Piece]:
        """Return the pieces of the headline: its last line is a byline where it says so."""
        line = item.span.of(self._text).rpartition("\n")
        last = Unit(Span(item.span.end - len(line[2]), item.span.end), " ".join(line[2].split()), 0)
        if not line[1] or not is_byline(last):
            return [self._top_piece(item, ("head", (("type", "main"),)))]
        above = _Placed(item.chunk, item.index, trimmed(self._text, item.span.start, last.span.start))
        below = _Placed(item.chunk, item.index, trimmed(self._text, last.span.start, last.span.end))
        return [self._top_piece(above, ("head", (("type", "main"),))), self._top_piece(below, ("byline", ()))]

    def _top_kind(self, item: _Placed, *, passed: bool) -> tuple[str, tuple[tuple[str, str], ...]] | None:
        """Return element and attributes of a chunk above the text; None where it is text."""
        chunk, unit = item.chunk, Unit(item.span, " ".join(item.span.of(self._text).split()), 1)
        if unit.words > _TOP_WORDS:
            return None
        if is_date_line(unit, self._text):
            return ("dateline", ()) if passed else ("fw", (("type", "header"),))
        if is_byline(unit) or (passed and chunk.hints & {"byline", "author"} and chunk.tag not in _HEADINGS):
            return "byline", ()
        if not passed:
            return "fw", (("type", "header"),)
        deck = chunk.hints & {"deck", "dek", "standfirst", "subtitle", "subhead", "subheadline"}
        return ("head", (("type", "sub"),)) if deck else None

    def _top_piece(self, item: _Placed, kind: tuple[str, tuple[tuple[str, str], ...]]) -> Piece:
        name, attributes = kind
        words = " ".join(item.span.of(self._text).split())
        unit = Unit(item.span, words, 1)
        if name == "byline":
            self._known.bylines.append(unit)
        elif name == "head" and attributes == (("type", "main"),):
            self._known.title = Stated(words, item.span)
        elif name == "head":
            self._known.subtitles.append(Stated(words, item.span))
        elif name in {"dateline", "fw"} and self._known.date is None:
            found = next(written_dates(item.span.of(self._text)), None)
            if found and is_date_line(unit, self._text):
                self._known.date = Stated(found[1], found[0].shifted(item.span.start))
        return Piece(name, item.span, attributes)

    def _told_by_text(self, groups: list[list[_Placed]]) -> tuple[list[Piece], list[list[_Placed]]]:
        """Return what stands above the text where no heading is marked, told as in a plain text."""
        plain = list(itertools.takewhile(lambda group: self._structure(group[:1]) is None and len(group) == 1, groups))
        units = [Unit(group[0].span, " ".join(group[0].span.of(self._text).split()), 1) for group in plain]
        if len(units) < 2:  # noqa: PLR2004 - a headline needs a text
            return [], groups
        found = top(units, self._text)
        if any(unit not in units for _, unit in found.pieces):
            return [], groups
        pieces: list[Piece] = []
        for kind, unit in found.pieces:
            name = {"main": "head", "sub": "head", "label": "head", "date": "dateline", "place": "dateline"}.get(
                kind, kind
            )
            attributes = (("type", kind),) if name == "head" else (("type", "header"),) if name == "fw" else ()
            pieces.append(self._top_piece(_Placed(plain[0][0].chunk, 0, unit.span), (name, attributes)))
        return pieces, groups[found.rest :]

    def _running(self, units: Sequence[Unit]) -> list[Piece]:
        """Return the pieces of paragraphs between structures."""
        if not units:
            return []
        told = body(units, self._text, has_byline=True)
        self._known.bylines += told.bylines
        self._annotations += [one for line in told.datelines for one in line.annotations(None)]
        return told.pieces

    def _units(self, item: _Placed) -> list[Unit]:
        """Return the paragraphs of a chunk: parted where two line ends stand."""
        units: list[Unit] = []
        for match in re.finditer(r"(?:(?!\n\n)[\s\S])+", item.span.of(self._text)):
            piece = match.group()
            inner = piece.strip(" \n")
            if inner:
                start = item.span.start + match.start() + len(piece) - len(piece.lstrip(" \n"))
                span = Span(start, start + len(inner))
                units.append(Unit(span, " ".join(inner.split()), 1, *_verses(span, self._text, item.chunk.tag)))
        return units

    def _structure(self, group: list[_Placed]) -> list[Piece] | None:
        """Return the pieces of a heading, list, table, quotation or figure; None for running text."""
        first = group[0]
        path = self._path(first.chunk)
        if not path:
            if first.chunk.tag in _HEADINGS:
                return [Piece("head", first.span, (("type", "sub"),))]
            return None
        name, depth = path[0][0], self._layout(first.chunk.path) + 1
        if name in _LISTS:
            return self._list(group, depth)
        if name == "table":
            return self._table(group, depth)
        if name == "figure":
            return self._figure(group, depth)
        return self._quote(group, depth) if name == "blockquote" else None

    def _list(self, group: list[_Placed], depth: int) -> list[Piece]:
        items = [self._item(part, depth) for part in _parts(group, depth)]
        kind = "numbered" if group[0].chunk.path[depth - 1][0] == "ol" else "bulleted"
        return [Piece("list", _span(group), (("type", kind),), tuple(items))]

    def _item(self, part: list[_Placed], depth: int) -> Piece:
        if len(part) == 1 and "\n\n" not in part[0].span.of(self._text):
            return Piece("item", part[0].span)
        children: list[Piece] = []
        for key, inner in itertools.groupby(part, key=lambda one: one.chunk.path[depth + 1 : depth + 2]):
            held = list(inner)
            if key and key[0][0] in _LISTS:
                children += self._list(held, depth + 2)
            else:
                children += [Piece("p", unit.span) for one in held for unit in self._units(one)]
        return Piece("item", _span(part), (), tuple(children))

    def _table(self, group: list[_Placed], depth: int) -> list[Piece]:
        children: list[Piece] = []
        for part in _parts(group, depth):
            caption = part[0].chunk.path[depth : depth + 1]
            if caption and caption[0][0] == "caption":
                children.append(Piece("head", _span(part)))
                continue
            cells = [Piece("cell", _span(cell), _cell_role(cell, depth)) for cell in _parts(part, depth + 1)]
            children.append(Piece("row", _span(part), (), tuple(cells)))
        if all(piece.kind == "head" for piece in children):
            return [Piece("p", piece.span) for piece in children]
        heads = [piece for piece in children if piece.kind == "head"]
        if heads and children[0].kind != "head":
            # A caption below its table is no head of it.
            return [Piece("p", unit.span) for one in group for unit in self._units(one)]
        return [Piece("table", _span(group), (), tuple(children))]

    def _quote(self, group: list[_Placed], depth: int) -> list[Piece] | None:
        if any(len(one.chunk.path) > depth or one.chunk.tag in _HEADINGS for one in group):
            return None
        units = [unit for one in group for unit in self._units(one)]
        children = [_verse_piece(unit) if unit.verse else Piece("p", unit.span) for unit in units]
        return [Piece("quote", _span(group), (("type", "block"),), tuple(children))]

    def _figure(self, group: list[_Placed], depth: int) -> list[Piece]:
        image = self._page.images.get(group[0].chunk.path[depth - 1][1], "")
        captions = [one.chunk.path[depth : depth + 1] for one in group]
        children = tuple(
            Piece("head" if number == 0 and caption and caption[0][0] == "figcaption" else "p", one.span)
            for number, (one, caption) in enumerate(zip(group, captions, strict=True))
        )
        return [Piece("figure", _span(group), (("facs", image),) if image else (), children)]


def _parts(group: Sequence[_Placed], depth: int) -> list[list[_Placed]]:
    """Return chunks that are in one part of a structure (an item, a row, a cell) together."""
    return [
        list(part)
        for _, part in itertools.groupby(group, key=lambda one: one.chunk.path[depth : depth + 1] or one.index)
    ]


def _span(group: Sequence[_Placed]) -> Span:
    return Span(group[0].span.start, group[-1].span.end)


def _cell_role(cell: Sequence[_Placed], depth: int) -> tuple[tuple[str, str], ...]:
    path = cell[0].chunk.path[depth + 1 : depth + 2]
    return (("role", "label"),) if path and path[0][0] == "th" else ()


def _layout_tables(chunks: Iterable[Chunk]) -> frozenset[int]:
    """Return the numbers of tables that hold headings, other structures or long paragraphs: mere layout."""
    found: set[int] = set()
    for chunk in chunks:
        tables = [serial for name, serial in chunk.path if name == "table"]
        inner = chunk.path and chunk.path[-1][0] not in {"table", "tr", "td", "th", "caption"}
        if len(tables) > 1:
            found.update(tables[:-1])
        if tables and (chunk.tag in _HEADINGS | {"pre"} or len(chunk.text) > _LONG or inner):
            found.update(tables)
    return frozenset(found)


def _verses(span: Span, text: str, tag: str) -> tuple[tuple[Span, ...], bool, bool]:
    """Return what ``Unit`` wants to know of lines: where they are parted, whether they are wrapped, or verses."""
    if "\n" not in span.of(text):
        return (), False, False
    lines = lines_of(span.of(text))
    joins = tuple(
        Span(before.span.end, after.span.start).shifted(span.start) for before, after in itertools.pairwise(lines)
    )
    short = all(len(line.text) <= _VERSE_WIDTH for line in lines)
    capitals = sum(line.text.lstrip("\"'“‘")[:1].isupper() for line in lines)
    fields = sum(bool(_FIELD.match(line.text)) for line in lines)
    verse = (
        len(lines) >= _VERSE_LINES and short and fields <= 1 and capitals >= (0.5 if tag == "pre" else 0.8) * len(lines)
    )
    return joins, bool(joins) and not verse, verse


def _verse_piece(unit: Unit) -> Piece:
    edges = [unit.span.start, *(edge for join in unit.joins for edge in (join.start, join.end)), unit.span.end]
    lines = zip(edges[::2], edges[1::2], strict=True)
    return Piece("lg", unit.span, (("type", "stanza"),), tuple(Piece("l", Span(start, end)) for start, end in lines))
