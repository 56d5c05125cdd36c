"""One article among the lines of a text: its top, its text, and what it states about itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.dates import written_dates
from tei_edition.model.article import Metadata, Stated
from tei_edition.readers.body import Body, body
from tei_edition.readers.bylines import authors, periodical_sent_to
from tei_edition.readers.fused import FUSED, rejoined, unfused
from tei_edition.readers.masthead import Masthead, periodical_beside_date
from tei_edition.readers.notes import note, printed
from tei_edition.readers.paragraphs import FALSE_BREAK, mended
from tei_edition.readers.pieces import Attributes, Piece
from tei_edition.readers.top import Top, top

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.span import Span
    from tei_edition.readers.datelines import Dateline
    from tei_edition.readers.lines import Unit

HEADER: Attributes = (("type", "header"), ("subtype", "masthead"), ("place", "top"))
"""What the lines of a masthead are."""

_BESIDE: Attributes = (("type", "header"), ("place", "top"))
_TOP_UNITS = 12
_CHANGED = re.compile(r"(?:last )?(?:updated|modified|changed|revised|corrected|retrieved|accessed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Single:
    """What the lines of one article are.

    Attributes:
        pieces: In the order of the text.
        metadata: What it states about itself.
        datelines: Datelines at the beginnings of paragraphs.
        breaks: White space inside paragraphs that is no end of one.
        fused: Offsets at which one line was found to be two things.
        label: The label of its section, where one stands above it.
    """

    pieces: tuple[Piece, ...]
    metadata: Metadata
    datelines: tuple[Dateline, ...] = ()
    breaks: tuple[Span, ...] = ()
    fused: tuple[int, ...] = ()
    label: Stated | None = None


def single(lines: Sequence[Unit], text: str, above: Masthead, labels: frozenset[str], off: frozenset[str]) -> Single:
    """Tell what the lines of one article are.

    Args:
        lines: Its lines below the masthead.
        text: The text that they are spans of.
        above: Its masthead, or that of its issue.
        labels: Labels of the periodical's sections, in lower case.
        off: Codes of repairs that are not to be made.
    """
    article, fused = _unfused(lines, text, off)
    day = above.date.value if above.date else ""
    heads = top(article, text, labels=labels, printed=day) if article else Top((), 0)
    rest = mended(article[heads.rest :], text, joining=FALSE_BREAK not in off)
    told = body(rest, text, has_byline=heads.first("byline") is not None)
    label = heads.first("label")
    return Single(
        (*_top_pieces(heads), *told.pieces),
        _metadata(text, above, heads, told, rest),
        tuple(told.datelines),
        tuple(join for unit in (*heads.units, *rest) if _is_wrapped(unit) for join in unit.joins),
        fused,
        Stated(label.text, label.span) if label else None,
    )


def _is_wrapped(unit: Unit) -> bool:
    """Tell whether the lines of a unit are one text, not verses or the rows of a table."""
    return unit.is_prose or unit.layout == "quote"


def _unfused(lines: Sequence[Unit], text: str, off: frozenset[str]) -> tuple[tuple[Unit, ...], tuple[int, ...]]:
    """Return the units, those near the top that hold two things cut in two; and where they were cut."""
    if FUSED in off:
        return tuple(lines), ()
    result: list[Unit] = []
    cuts: list[int] = []
    for line in rejoined(lines[:_TOP_UNITS]):
        parts = unfused(line, text)
        result += parts
        cuts += [part.span.start for part in parts[1:]]
    return (*result, *lines[_TOP_UNITS:]), tuple(cuts)


def _top_pieces(heads: Top) -> list[Piece]:
    """Return pieces for the lines above the text; a date above the headline is masthead, below it a dateline."""
    pieces: list[Piece] = []
    for kind, unit in heads.pieces:
        if kind in {"main", "sub", "label"}:
            pieces.append(Piece("head", unit.span, (("type", kind),)))
        elif kind == "byline":
            pieces.append(Piece("byline", unit.span))
        elif kind == "note":
            pieces.append(note([unit])[0] or Piece("p", unit.span))
        elif kind == "fw":
            pieces.append(Piece("fw", unit.span, _BESIDE))
        elif not any(piece.kind in {"head", "byline"} for piece in pieces):
            pieces.append(Piece("fw", unit.span, HEADER))
        else:
            pieces.append(Piece("dateline", unit.span))
    return pieces


def _metadata(text: str, above: Masthead, heads: Top, told: Body, rest: Sequence[Unit]) -> Metadata:
    bylines = [*(unit for kind, unit in heads.pieces if kind == "byline"), *told.bylines]
    writers: dict[str, Stated] = {}
    for unit in bylines:
        for author in authors(unit, text):
            writers.setdefault(author.value, author)
    sent_to = (periodical_sent_to(unit, text) for unit in bylines)
    beside = (periodical_beside_date(unit, text) for kind, unit in heads.pieces if kind == "date")
    main = heads.first("main")
    date, page = printed(rest, text)
    return Metadata(
        title=Stated(main.text, main.span) if main else None,
        subtitles=tuple(Stated(unit.text, unit.span) for kind, unit in heads.pieces if kind == "sub"),
        authors=tuple(writers.values()),
        periodical=above.periodical or next((found for found in (*beside, *sent_to) if found), None),
        volume=above.volume,
        issue=above.issue,
        page=above.page or page,
        date=above.date or _date(heads, text) or date,
    )


def _date(heads: Top, text: str) -> Stated | None:
    """Return the first date above the text that is not one of a change; that of a byline where no other is."""
    lines = [unit for kind, unit in heads.pieces if kind == "date"]
    signed = [unit for kind, unit in heads.pieces if kind == "byline"]
    for unit in (*sorted(lines, key=lambda unit: bool(_CHANGED.match(unit.text))), *signed):
        for span, value in written_dates(unit.span.of(text)):
            return Stated(value, span.shifted(unit.span.start))
    return None
