"""Blocks of an article, put into the order of ``div`` that the Guidelines want.

A heading between paragraphs opens an inner ``div``; a byline or dateline there does so too. What may only end a
division but stands in its middle becomes an ``ab`` that says so by ``@type``.
Source: TEI Guidelines, DS "Elements Common to All Divisions".
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tei_edition.model.article import SPACE, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP = frozenset({"head", "byline", "dateline", "opener", "salute", "signed"})
_BOTTOM = frozenset({"byline", "dateline", "closer", "salute", "signed", "trailer", "postscript"})
_ANYWHERE = frozenset({"fw", "note", SPACE})
_OPENS_DIVISION = frozenset({"head", "byline", "dateline", "opener"})


@dataclass(slots=True)
class Division:
    """A ``div``: blocks and divisions in their order."""

    content: list[Block | Division] = field(default_factory=list)


def arranged(blocks: Sequence[Block]) -> Division:
    """Return the division that holds all the blocks in their order, and is valid TEI."""
    root = Division()
    end = _end_of_text(blocks)
    current = root
    in_text = False
    for index, block in enumerate(blocks):
        if block.kind in _ANYWHERE:
            _home(root, current, blocks, index, end).content.append(block)
        elif index >= end:
            root.content.append(block)
        elif not in_text and block.kind in _TOP:
            current.content.append(block)
        elif block.kind in _OPENS_DIVISION:
            current = Division([block])
            root.content.append(current)
            in_text = False
        else:
            current.content.append(_as_text(block))
            in_text = True
    return root


def _home(root: Division, current: Division, blocks: Sequence[Block], index: int, end: int) -> Division:
    """Return where white space or furniture goes: before the next inner division, not into the one that ends there."""
    if index >= end:
        return root
    following = next((block for block in blocks[index + 1 :] if block.kind not in _ANYWHERE), None)
    opens = following is not None and following.kind in _OPENS_DIVISION and current is not root
    return root if opens and _has_text(current) else current


def _has_text(division: Division) -> bool:
    return any(isinstance(item, Block) and item.kind not in _TOP | _ANYWHERE for item in division.content)


def _end_of_text(blocks: Sequence[Block]) -> int:
    """Return the index from which on only closing matter and furniture follow."""
    last = max((index for index, block in enumerate(blocks) if block.kind not in _BOTTOM | _ANYWHERE), default=-1)
    if all(block.kind in _TOP | _ANYWHERE for block in blocks[: last + 1]):
        # No text at all: what stands there is the top of an article.
        return len(blocks)
    closing = (index for index, block in enumerate(blocks) if index > last and block.kind in _BOTTOM)
    return next(closing, len(blocks))


def _as_text(block: Block) -> Block:
    """Return a block that may stand among paragraphs."""
    if block.kind not in _BOTTOM | _TOP:
        return block
    return replace(block, kind="ab", attributes=(("type", block.kind),), children=())
