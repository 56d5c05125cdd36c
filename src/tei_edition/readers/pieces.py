"""Pieces of a text that become blocks, and the tiling that makes blocks of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.characters import XML_SPACE
from tei_edition.core.span import Span
from tei_edition.model.article import SPACE, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that is to become a block.

    Attributes:
        kind: The TEI element.
        span: The code points it covers, without the white space around.
        attributes: TEI attributes.
        children: Pieces within it, in their order; what stands between them is white space.
    """

    kind: str
    span: Span
    attributes: Attributes = ()
    children: tuple[Piece, ...] = ()


def tiled(pieces: Sequence[Piece], whole: Span) -> tuple[Block, ...]:
    """Return blocks that tile ``whole``: one for each piece, and white space between them.

    The pieces stand in the order of the text; all that is between them must be XML white space.
    """
    blocks: list[Block] = []
    position = whole.start
    for piece in pieces:
        if piece.span.start > position:
            blocks.append(Block(SPACE, Span(position, piece.span.start)))
        children = tiled(piece.children, piece.span) if piece.children else ()
        blocks.append(Block(piece.kind, piece.span, piece.attributes, children))
        position = piece.span.end
    if position < whole.end:
        blocks.append(Block(SPACE, Span(position, whole.end)))
    return tuple(blocks)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the XML white space at its ends; empty at ``start`` where there is nothing else."""
    body = text[start:end]
    stripped = body.strip(XML_SPACE)
    if not stripped:
        return Span(start, start)
    first = start + len(body) - len(body.lstrip(XML_SPACE))
    return Span(first, first + len(stripped))
