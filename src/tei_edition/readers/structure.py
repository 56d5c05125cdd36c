"""Units of a raw text to blocks: which is masthead, headline, byline, paragraph, signature, footer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.article import Block, Metadata, Part, Stated
from tei_edition.readers.frontmatter import FrontMatter, completed, front_matter
from tei_edition.readers.furniture import footer_start, header_end
from tei_edition.readers.letters import parted
from tei_edition.readers.lines import Unit, units
from tei_edition.readers.masthead import Masthead, masthead
from tei_edition.readers.pieces import Attributes, Piece, tiled, trimmed
from tei_edition.readers.profile import Profile, profile_for
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.several import beginnings
from tei_edition.readers.single import HEADER, Single, single

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.layer import Annotation

_NAVIGATION_TOP: Attributes = (("type", "header"), ("subtype", "navigation"), ("place", "top"))
_NAVIGATION: Attributes = (("type", "footer"), ("subtype", "navigation"), ("place", "bottom"))


@dataclass(frozen=True, slots=True)
class Structure:
    """What the lines of a text are.

    Attributes:
        blocks: They tile the text.
        metadata: What it states about itself.
        annotations: Places and dates of its datelines.
        breaks: White space inside paragraphs that is no end of one: false breaks and the ends of wrapped lines.
        fused: Offsets at which one line was found to be two things.
        parts: The articles that it holds, where they are to be told apart; none where it is one.
        several: Offsets at which further articles seem to begin, told apart or not.
        printed: The date of the masthead in W3C form, where there is one.
    """

    blocks: tuple[Block, ...]
    metadata: Metadata
    annotations: tuple[Annotation, ...] = ()
    breaks: tuple[Span, ...] = ()
    fused: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    several: tuple[int, ...] = ()
    printed: str | None = None


def structure(text: str, options: ReadOptions | None = None) -> Structure:
    """Tell what the lines of a raw text are, and what it states about itself.

    Args:
        text: The text of an article as ``readers.decode`` gives it.
        options: What the user knows beforehand.
    """
    options = options or ReadOptions()
    front = front_matter(text)
    lines = parted(units(text, front.end if front else 0), text)
    profile = profile_for(text, options.profiles) or Profile()
    wrapped = profile.header_end(lines)
    skipped = wrapped + header_end(lines[wrapped:])
    above = masthead(lines[skipped:], text, options.periodical)
    first = skipped + above.count
    last = max(first, min(footer_start(lines, first), profile.footer_start(lines)))
    begun = [first + index for index in beginnings(lines[first:last], text)]
    labels = frozenset(profile.labels)
    cuts = begun if options.articles == "divs" else []
    told = [_part(lines[start:end], text, above, labels, options) for start, end in _between([first, *cuts], last)]
    pieces = [
        *(_fields(front, text) if front else ()),
        *_furniture(lines[:wrapped], HEADER),
        *_furniture(lines[wrapped:skipped], _NAVIGATION_TOP),
        *_furniture(lines[skipped:first], HEADER),
        *(piece for one in told for piece in one.pieces),
        *_furniture(lines[last:], _NAVIGATION),
    ]
    metadata = _whole(told)
    metadata = completed(metadata, front, spans=True) if front else metadata
    if metadata.periodical is None and profile.periodical:
        metadata = replace(metadata, periodical=Stated(profile.periodical))
    if metadata.date is None and options.printed:
        metadata = replace(metadata, date=Stated(options.printed))
    published = metadata.date.value if metadata.date else None
    return Structure(
        tiled(pieces, Span(0, len(text))),
        metadata,
        tuple(note for one in told for line in one.datelines for note in line.annotations(published)),
        tuple(join for one in told for join in one.breaks),
        tuple(cut for one in told for cut in one.fused),
        _parts(told, [0, *(lines[cut].span.start for cut in cuts)], metadata),
        tuple(lines[index].span.start for index in begun),
        above.date.value if above.date else None,
    )


def _between(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], end], strict=True))


def _part(lines: Sequence[Unit], text: str, above: Masthead, labels: frozenset[str], options: ReadOptions) -> Single:
    """Return one article; its own masthead is asked first, where it is not the first one."""
    own = masthead(lines, text, options.periodical)
    if not own.count:
        return single(lines, text, above, labels, options.off)
    own = replace(own, periodical=own.periodical or above.periodical)
    told = single(lines[own.count :], text, own, labels, options.off)
    return replace(told, pieces=(*_furniture(lines[: own.count], HEADER), *told.pieces))


def _whole(told: Sequence[Single]) -> Metadata:
    """Return what the articles state together: the title of the first, or the label of them all; all authors."""
    metadata = told[0].metadata
    if len(told) == 1:
        return metadata
    authors = {author.value: author for one in told for author in one.metadata.authors}
    return replace(metadata, title=told[0].label or metadata.title, subtitles=(), authors=tuple(authors.values()))


def _parts(told: Sequence[Single], starts: Sequence[int], whole: Metadata) -> tuple[Part, ...]:
    if len(told) == 1:
        return ()
    return tuple(
        Part(start, replace(one.metadata, periodical=one.metadata.periodical or whole.periodical))
        for start, one in zip(starts, told, strict=True)
    )


def _fields(front: FrontMatter, text: str) -> tuple[Piece, ...]:
    """Return the piece of the fields above a text."""
    span = trimmed(text, 0, front.end)
    return (Piece("fw", span, (("type", "header"), ("subtype", "metadata"))),) if len(span) else ()


def _furniture(lines: Sequence[Unit], attributes: Attributes) -> tuple[Piece, ...]:
    if not lines:
        return ()
    return (Piece("fw", Span(lines[0].span.start, lines[-1].span.end), attributes),)
