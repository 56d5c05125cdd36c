"""Stanzas, tables and block quotations: units that their place on the page sets apart from running text."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.readers.layout import cells
from tei_edition.readers.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.readers.lines import Unit


def set_apart(unit: Unit, text: str) -> Piece:
    """Return the stanza, the table or the quotation that a unit is."""
    if unit.layout == "quote":
        return Piece("quote", unit.span, (), (Piece("p", unit.span),))
    edges = [unit.span.start, *(edge for join in unit.joins for edge in (join.start, join.end)), unit.span.end]
    lines = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if unit.layout == "table":
        return _table(unit.span, [cells(line, text) for line in lines], text)
    return Piece("lg", unit.span, (("type", "stanza"),), tuple(Piece("l", line) for line in lines))


def _table(span: Span, rows: Sequence[tuple[Span, ...]], text: str) -> Piece:
    """Return a table; its first row holds labels where it alone has no figures."""
    figures = [any(cell.of(text)[-1:].isdigit() for cell in row) for row in rows]
    pieces = [
        Piece("row", Span(row[0].start, row[-1].end), (), tuple(Piece("cell", cell) for cell in row)) for row in rows
    ]
    if not figures[0] and all(figures[1:]):
        pieces[0] = replace(pieces[0], attributes=(("role", "label"),))
    return Piece("table", span, (), tuple(pieces))


def poems(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces, stanzas that follow one another as one poem."""
    result: list[Piece] = []
    for is_stanza, group in itertools.groupby(pieces, key=lambda piece: piece.kind == "lg"):
        found = tuple(group)
        if is_stanza and len(found) > 1:
            span = Span(found[0].span.start, found[-1].span.end)
            result.append(Piece("lg", span, (("type", "poem"),), found))
        else:
            result += found
    return result
