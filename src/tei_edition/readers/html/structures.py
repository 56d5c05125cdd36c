"""Lists, tables, quotations and figures of a page to pieces of the text."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.readers.html.place import HEADINGS, Placed, units_of
from tei_edition.readers.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.readers.lines import Unit

LISTS = frozenset({"ul", "ol", "dl"})


def structure(group: Sequence[Placed], text: str, images: Mapping[int, str]) -> list[Piece] | None:
    """Return the pieces of a heading, list, table, quotation or figure; None for running text.

    Args:
        group: The chunks of one outermost structure, or one chunk.
        text: The text that they are in.
        images: Source of the image of each figure, by the figure's number.
    """
    first = group[0]
    if not first.path:
        return [Piece("head", first.span, (("type", "sub"),))] if first.chunk.tag in HEADINGS else None
    name, number = first.path[0]
    if name in LISTS:
        return _list(group, text, 1)
    if name == "table":
        return _table(group, text)
    if name == "figure":
        return _figure(group, images.get(number, ""))
    return _quote(group, text) if name == "blockquote" else None


def _list(group: Sequence[Placed], text: str, depth: int) -> list[Piece]:
    parts = _parts(group, depth)
    items = [_item(part, text, depth) for part in parts]
    names = [part[0].path[depth : depth + 1] for part in parts]
    if group[0].path[depth - 1][0] == "dl" and _alternate([name[0][0] if name else "" for name in names]):
        items = [replace(item, kind="label", children=()) if n % 2 == 0 else item for n, item in enumerate(items)]
    kind = {"ol": "numbered", "dl": "gloss"}.get(group[0].path[depth - 1][0], "bulleted")
    return [Piece("list", _span(group), (("type", kind),), tuple(items))]


def _alternate(names: Sequence[str]) -> bool:
    """Tell a list of definitions: each term followed by one definition."""
    return len(names) % 2 == 0 and all(name == ("dd" if n % 2 else "dt") for n, name in enumerate(names))


def _item(part: Sequence[Placed], text: str, depth: int) -> Piece:
    if len(part) == 1 and "\n\n" not in part[0].span.of(text):
        return Piece("item", part[0].span)
    children: list[Piece] = []
    for key, inner in itertools.groupby(part, key=lambda one: one.path[depth + 1 : depth + 2]):
        held = list(inner)
        if key and key[0][0] in LISTS:
            children += _list(held, text, depth + 2)
        else:
            children += [Piece("p", unit.span) for one in held for unit in units_of(one, text)]
    return Piece("item", _span(part), (), tuple(children))


def _table(group: Sequence[Placed], text: str) -> list[Piece]:
    children: list[Piece] = []
    for part in _parts(group, 1):
        caption = part[0].path[1:2]
        if caption and caption[0][0] == "caption":
            children.append(Piece("head", _span(part)))
            continue
        cells = [Piece("cell", _span(cell), _cell_role(cell)) for cell in _parts(part, 2)]
        children.append(Piece("row", _span(part), (), tuple(cells)))
    if all(piece.kind == "head" for piece in children):
        return [Piece("p", piece.span) for piece in children]
    heads = [piece for piece in children if piece.kind == "head"]
    if heads and children[0].kind != "head":
        # A caption below its table is no head of it.
        return [Piece("p", unit.span) for one in group for unit in units_of(one, text)]
    if not any(len(one.span) for one in group):
        return []
    return [Piece("table", _span(group), (), tuple(children))]


def _cell_role(cell: Sequence[Placed]) -> tuple[tuple[str, str], ...]:
    path = cell[0].path[2:3]
    return (("role", "label"),) if path and path[0][0] == "th" else ()


def _quote(group: Sequence[Placed], text: str) -> list[Piece] | None:
    if any(len(one.path) > 1 or one.chunk.tag in HEADINGS for one in group):
        return None
    units = [unit for one in group for unit in units_of(one, text)]
    children = [verse_piece(unit) if unit.verse else Piece("p", unit.span) for unit in units]
    return [Piece("quote", _span(group), (("type", "block"),), tuple(children))]


def _figure(group: Sequence[Placed], image: str) -> list[Piece]:
    captions = [one.path[1:2] for one in group]
    children = tuple(
        Piece("head" if number == 0 and caption and caption[0][0] == "figcaption" else "p", one.span)
        for number, (one, caption) in enumerate(zip(group, captions, strict=True))
    )
    return [Piece("figure", _span(group), (("graphic", image),) if image else (), children)]


def verse_piece(unit: Unit) -> Piece:
    """Return the stanza that a unit of verses is."""
    edges = [unit.span.start, *(edge for join in unit.joins for edge in (join.start, join.end)), unit.span.end]
    lines = zip(edges[::2], edges[1::2], strict=True)
    return Piece("lg", unit.span, (("type", "stanza"),), tuple(Piece("l", Span(start, end)) for start, end in lines))


def _parts(group: Sequence[Placed], depth: int) -> list[list[Placed]]:
    """Return chunks that are in one part of a structure (an item, a row, a cell) together."""
    return [
        list(part) for _, part in itertools.groupby(group, key=lambda one: one.path[depth : depth + 1] or one.index)
    ]


def _span(group: Sequence[Placed]) -> Span:
    return Span(group[0].span.start, group[-1].span.end)
