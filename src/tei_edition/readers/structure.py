"""Units of a raw text to blocks: which is masthead, headline, byline, paragraph, signature, footer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.article import SPACE, Block, Metadata, Stated
from tei_edition.readers.bylines import authors, is_byline, is_signature
from tei_edition.readers.furniture import footer_start, header_end
from tei_edition.readers.headlines import is_label, is_subhead, may_be_headline
from tei_edition.readers.lines import units
from tei_edition.readers.masthead import masthead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_HEADER = (("type", "header"), ("subtype", "masthead"), ("place", "top"))
_NAVIGATION_TOP = (("type", "header"), ("subtype", "navigation"), ("place", "top"))
_NAVIGATION = (("type", "footer"), ("subtype", "navigation"), ("place", "bottom"))
_MOST_HEADS = 8
_BYLINE_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    span: Span
    attributes: tuple[tuple[str, str], ...] = ()


def structure(text: str, periodical: str | None = None) -> tuple[tuple[Block, ...], Metadata]:
    """Return the blocks that tile a raw text, and what it states about itself.

    Args:
        text: The text of an article as ``readers.decode`` gives it.
        periodical: Title of the periodical where the user knows it.
    """
    lines = units(text)
    skipped = header_end(lines)
    top = masthead(lines[skipped:], text, periodical)
    first = skipped + top.count
    while top.count and first < len(lines) and not lines[first].text:
        first += 1
    last = footer_start(lines, first)
    heads, body = _heads(lines, first, last)
    rest = _body(lines, body, last)
    pieces = [
        *_furniture(lines[:skipped], _NAVIGATION_TOP),
        *_furniture(lines[skipped:first], _HEADER),
        *(piece for piece, _ in heads),
        *rest,
        *_furniture(lines[last:], _NAVIGATION),
    ]
    bylines = [unit for piece, unit in heads if piece.kind == "byline"]
    bylines += [unit for piece, unit in zip(rest, lines[body:last], strict=True) if piece.kind == "byline"]
    metadata = _metadata(heads, bylines, text)
    metadata = replace(
        metadata,
        periodical=top.periodical,
        volume=top.volume,
        issue=top.issue,
        page=top.page,
        date=top.date,
    )
    return _tiled(pieces, text), metadata


def _furniture(lines: Sequence[Unit], attributes: tuple[tuple[str, str], ...]) -> tuple[_Piece, ...]:
    if not lines:
        return ()
    return (_Piece("fw", Span(lines[0].span.start, lines[-1].span.end), attributes),)


def _heads(lines: Sequence[Unit], first: int, last: int) -> tuple[list[tuple[_Piece, Unit]], int]:
    """Return the heads and bylines above the text, and the index of the text's first unit."""
    top: list[Unit] = []
    index = first
    while index < last and len(top) < _MOST_HEADS:
        unit = lines[index]
        if unit.text and not is_byline(unit) and not may_be_headline(unit):
            break
        if unit.text:
            top.append(unit)
        index += 1
    if not any(unit.text for unit in lines[index:last]):
        # Nothing but short lines: no telling which of them are headlines.
        top, index = (top[:1], lines.index(top[0], first) + 1) if len(top) > 1 else ([], first)
    main = _main_head(top)
    return [(_head_piece(unit, main), unit) for unit in top], index


def _main_head(top: Sequence[Unit]) -> Unit | None:
    titles = [unit for unit in top if not is_byline(unit)]
    return next((unit for unit in titles if not is_label(unit)), titles[0] if titles else None)


def _head_piece(unit: Unit, main: Unit | None) -> _Piece:
    if is_byline(unit):
        return _Piece("byline", unit.span)
    kind = "main" if unit is main else "label" if is_label(unit) else "sub"
    return _Piece("head", unit.span, (("type", kind),))


def _body(lines: Sequence[Unit], first: int, last: int) -> list[_Piece]:
    signature = _signature(lines, first, last)
    pieces: list[_Piece] = []
    for index in range(first, last):
        unit = lines[index]
        if not unit.text:
            pieces.append(_Piece("", unit.span))
        elif index == signature or _inner_byline(pieces, unit):
            pieces.append(_Piece("byline", unit.span))
        elif pieces and is_subhead(lines[:last], index):
            pieces.append(_Piece("head", unit.span, (("type", "sub"),)))
        else:
            pieces.append(_Piece("p", unit.span))
    return pieces


def _signature(lines: Sequence[Unit], first: int, last: int) -> int | None:
    for index in range(last - 1, first, -1):
        if lines[index].text:
            return index if is_signature(lines[index]) or _late_byline(lines[index]) else None
    return None


def _inner_byline(pieces: Sequence[_Piece], unit: Unit) -> bool:
    """Tell a byline between paragraphs: a second article or a second hand begins there."""
    return bool(pieces) and unit.gap > 0 and is_byline(unit) and unit.words <= _BYLINE_WORDS


def _late_byline(unit: Unit) -> bool:
    return is_byline(unit) and unit.text[:3].lower() == "by "


def _metadata(heads: Sequence[tuple[_Piece, Unit]], bylines: Sequence[Unit], text: str) -> Metadata:
    titles = [(dict(piece.attributes).get("type"), unit) for piece, unit in heads if piece.kind == "head"]
    writers: dict[str, Stated] = {}
    for unit in bylines:
        for author in authors(unit, text):
            writers.setdefault(author.value, author)
    return Metadata(
        title=next((Stated(unit.text, unit.span) for kind, unit in titles if kind == "main"), None),
        subtitles=tuple(Stated(unit.text, unit.span) for kind, unit in titles if kind == "sub"),
        authors=tuple(writers.values()),
    )


def _tiled(pieces: Sequence[_Piece], text: str) -> tuple[Block, ...]:
    """Return blocks for the pieces, white space between them; lines of no-break spaces go to a neighbour."""
    blocks: list[Block] = []
    position = 0
    for piece in _absorbed(pieces):
        if piece.span.start > position:
            blocks.append(Block(SPACE, Span(position, piece.span.start)))
        blocks.append(Block(piece.kind, piece.span, piece.attributes))
        position = piece.span.end
    if position < len(text):
        blocks.append(Block(SPACE, Span(position, len(text))))
    return tuple(blocks)


def _absorbed(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Give each piece without words to furniture beside it, else to the piece before it, else to the one after."""
    result: list[_Piece] = []
    pending: _Piece | None = None
    for piece in pieces:
        if piece.kind:
            start = pending.span.start if pending else piece.span.start
            result.append(replace(piece, span=Span(start, piece.span.end)))
            pending = None
        elif result:
            result[-1] = replace(result[-1], span=Span(result[-1].span.start, piece.span.end))
        else:
            pending = pending or piece
    if pending:
        result.append(replace(pending, kind="fw", attributes=(("type", "header"),)))
    return result
