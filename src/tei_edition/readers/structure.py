"""Units of a raw text to blocks: which is masthead, headline, byline, paragraph, signature, footer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.dates import written_dates
from tei_edition.core.span import Span
from tei_edition.model.article import Block, Metadata, Stated
from tei_edition.readers.body import Body, body
from tei_edition.readers.bylines import authors, periodical_sent_to
from tei_edition.readers.frontmatter import FrontMatter, completed, front_matter
from tei_edition.readers.furniture import footer_start, header_end
from tei_edition.readers.fused import FUSED, rejoined, unfused
from tei_edition.readers.lines import Unit, units
from tei_edition.readers.masthead import Masthead, masthead, periodical_beside_date
from tei_edition.readers.notes import printed
from tei_edition.readers.paragraphs import FALSE_BREAK, mended
from tei_edition.readers.pieces import Attributes, Piece, tiled, trimmed
from tei_edition.readers.profile import Profile, profile_for
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.top import Top, top

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.layer import Annotation

_HEADER: Attributes = (("type", "header"), ("subtype", "masthead"), ("place", "top"))
_BESIDE: Attributes = (("type", "header"), ("place", "top"))
_NAVIGATION_TOP: Attributes = (("type", "header"), ("subtype", "navigation"), ("place", "top"))
_NAVIGATION: Attributes = (("type", "footer"), ("subtype", "navigation"), ("place", "bottom"))
_TOP_UNITS = 12
_CHANGED = re.compile(r"(?:last )?(?:updated|modified|changed|revised|corrected|retrieved|accessed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Structure:
    """What the lines of a text are.

    Attributes:
        blocks: They tile the text.
        metadata: What it states about itself.
        annotations: Places and dates of its datelines.
        breaks: White space inside paragraphs that is no end of one: false breaks and the ends of wrapped lines.
        fused: Offsets at which one line was found to be two things.
    """

    blocks: tuple[Block, ...]
    metadata: Metadata
    annotations: tuple[Annotation, ...] = ()
    breaks: tuple[Span, ...] = ()
    fused: tuple[int, ...] = ()


def structure(text: str, options: ReadOptions | None = None) -> Structure:
    """Tell what the lines of a raw text are, and what it states about itself.

    Args:
        text: The text of an article as ``readers.decode`` gives it.
        options: What the user knows beforehand.
    """
    options = options or ReadOptions()
    front = front_matter(text)
    lines = units(text, front.end if front else 0)
    profile = profile_for(text, options.profiles) or Profile()
    wrapped = profile.header_end(lines)
    skipped = wrapped + header_end(lines[wrapped:])
    above = masthead(lines[skipped:], text, options.periodical)
    first = skipped + above.count
    last = max(first, min(footer_start(lines, first), profile.footer_start(lines)))
    article, fused = _unfused(lines[first:last], text, options.off)
    printed = above.date.value if above.date else ""
    heads = top(article, text, labels=frozenset(profile.labels), printed=printed) if article else Top((), 0)
    rest = mended(article[heads.rest :], text, joining=FALSE_BREAK not in options.off)
    told = body(rest, text, has_byline=heads.first("byline") is not None)
    pieces = [
        *(_fields(front, text) if front else ()),
        *_furniture(lines[:wrapped], _HEADER),
        *_furniture(lines[wrapped:skipped], _NAVIGATION_TOP),
        *_furniture(lines[skipped:first], _HEADER),
        *_top_pieces(heads),
        *told.pieces,
        *_furniture(lines[last:], _NAVIGATION),
    ]
    metadata = _metadata(text, above, heads, told, rest)
    metadata = completed(metadata, front, spans=True) if front else metadata
    if metadata.periodical is None and profile.periodical:
        metadata = replace(metadata, periodical=Stated(profile.periodical))
    published = metadata.date.value if metadata.date else None
    return Structure(
        tiled(pieces, Span(0, len(text))),
        metadata,
        tuple(annotation for line in told.datelines for annotation in line.annotations(published)),
        tuple(join for unit in (*(unit for _, unit in heads.pieces), *rest) if not unit.verse for join in unit.joins),
        fused,
    )


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


def _fields(front: FrontMatter, text: str) -> tuple[Piece, ...]:
    """Return the piece of the fields above a text."""
    span = trimmed(text, 0, front.end)
    return (Piece("fw", span, (("type", "header"), ("subtype", "metadata"))),) if len(span) else ()


def _furniture(lines: Sequence[Unit], attributes: Attributes) -> tuple[Piece, ...]:
    if not lines:
        return ()
    return (Piece("fw", Span(lines[0].span.start, lines[-1].span.end), attributes),)


def _top_pieces(heads: Top) -> list[Piece]:
    """Return pieces for the lines above the text; a date above the headline is masthead, below it a dateline."""
    pieces: list[Piece] = []
    for kind, unit in heads.pieces:
        if kind in {"main", "sub", "label"}:
            pieces.append(Piece("head", unit.span, (("type", kind),)))
        elif kind == "byline":
            pieces.append(Piece("byline", unit.span))
        elif kind == "fw":
            pieces.append(Piece("fw", unit.span, _BESIDE))
        elif not any(piece.kind in {"head", "byline"} for piece in pieces):
            pieces.append(Piece("fw", unit.span, _HEADER))
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
    """Return the first date above the text that is not one of a change."""
    lines = [unit for kind, unit in heads.pieces if kind == "date"]
    for unit in sorted(lines, key=lambda unit: bool(_CHANGED.match(unit.text))):
        for span, value in written_dates(unit.span.of(text)):
            return Stated(value, span.shifted(unit.span.start))
    return None
