"""The chunks of an article to its text and blocks."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.article import Block, Metadata
from tei_edition.model.layer import Annotation  # noqa: TC001 - dataclass fields are read at run time
from tei_edition.readers.body import body
from tei_edition.readers.bylines import authors
from tei_edition.readers.fused import FUSED
from tei_edition.readers.html.footnotes import Footnotes, footnotes, is_mere_sign
from tei_edition.readers.html.opening import Known, below_masthead, opening
from tei_edition.readers.html.place import Placed, placed, units_of
from tei_edition.readers.html.structures import structure
from tei_edition.readers.paragraphs import FALSE_BREAK, mended
from tei_edition.readers.pieces import Piece, tiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.article import Stated
    from tei_edition.readers.html.page import Page
    from tei_edition.readers.html.stated import PageMetadata
    from tei_edition.readers.lines import Unit

_LINE_END = re.compile("(?<!\n)\n(?!\n)")


@dataclass(frozen=True, slots=True)
class Composed:
    """Text and structure of a page's article; ``breaks`` and ``fused`` as ``readers.mending`` wants them."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    annotations: tuple[Annotation, ...]
    breaks: tuple[Span, ...]
    fused: tuple[int, ...]


def compose(page: Page, chosen: Sequence[int], main: int | None, stated: PageMetadata, off: frozenset[str]) -> Composed:
    """Put an article together.

    Args:
        page: The page.
        chosen: Numbers of the chunks that are the article, in their order.
        main: The number of the chunk that is the headline.
        stated: What the page's metadata say.
        off: Codes of repairs that are not to be made.
    """
    text, found, annotations = placed((index, page.chunks[index]) for index in chosen)
    main = below_masthead(found, text, main)
    groups = [list(group) for _, group in itertools.groupby(found, key=_together)]

    notes = footnotes(page, chosen)

    def build(group: Sequence[Placed]) -> list[Piece] | None:
        return _notes(group, text, notes) or structure(group, text, page.images)

    known = Known(stated, build, FUSED not in off)
    above = opening(groups, text, main if main in set(chosen) else None, known)
    below = _Text(text, joining=FALSE_BREAK not in off)
    below.run = list(above.left)
    for group in groups[above.rest :]:
        below.take(group, build(group))
    below.flush()
    blocks = tiled([*above.pieces, *below.pieces], Span(0, len(text)))
    ends = (Span(*match.span()) for match in _LINE_END.finditer(text))
    writers = {author.value: author for author in (*above.authors, *below.authors)}
    printed = above.masthead
    metadata = Metadata(
        title=above.title,
        subtitles=tuple(above.subtitles),
        authors=tuple(writers.values()),
        periodical=printed.periodical,
        volume=printed.volume,
        issue=printed.issue,
        page=printed.page,
        date=above.date or printed.date,
    )
    annotations = [*_linked(annotations, notes), *below.annotations]
    return Composed(text, blocks, metadata, tuple(annotations), (*ends, *below.breaks), tuple(above.fused))


def _together(item: Placed) -> tuple[str, int]:
    """Return what keeps chunks together: the outermost structure, else the chunk itself."""
    return item.path[0] if item.path else ("", item.index)


def _notes(group: Sequence[Placed], text: str, notes: Footnotes) -> list[Piece] | None:
    """Return the notes that a group of chunks is made of; None where some of it is none."""
    pieces: list[Piece] = []
    for number, item in enumerate(group):
        note = notes.piece([item], text, item.span)
        if note is None and number and is_mere_sign(group[number - 1].span.of(text)) and pieces:
            pieces[-1] = replace(pieces[-1], span=Span(pieces[-1].span.start, item.span.end))
        elif note is None:
            return None
        else:
            pieces.append(note)
    return pieces


def _linked(annotations: Sequence[Annotation], notes: Footnotes) -> list[Annotation]:
    """Return the annotations, links within the page kept only where they lead to a note."""
    found: list[Annotation] = []
    for one in annotations:
        target = one.feature("target") or ""
        if target.startswith("#") and target[1:] not in notes.targets:
            continue
        found.append(one.with_features(target=f"#{notes.targets[target[1:]]}") if target.startswith("#") else one)
    return found


class _Text:
    """Gathers the pieces of the text: structures, and what stands between them as running text."""

    def __init__(self, text: str, *, joining: bool) -> None:
        self._text = text
        self._joining = joining
        self.breaks: list[Span] = []
        self.pieces: list[Piece] = []
        self.authors: list[Stated] = []
        self.annotations: list[Annotation] = []
        self.run: list[Unit] = []

    def take(self, group: Sequence[Placed], built: Sequence[Piece] | None) -> None:
        """Add the chunks of one structure, or one of running text."""
        last = self.pieces[-1] if self.pieces and not self.run else None
        if built is None and last is not None and last.kind == "note" and is_mere_sign(last.span.of(self._text)):
            self.pieces[-1] = replace(last, span=Span(last.span.start, group[-1].span.end))
        elif built is None:
            self.run += [unit for item in group for unit in units_of(item, self._text)]
        else:
            self.flush()
            self.pieces += built

    def flush(self) -> None:
        """Make pieces of the running text since the last structure."""
        if self.run:
            run = mended(self.run, self._text, joining=self._joining, subheads=False)
            self.breaks += [join for unit in run for join in unit.joins if "\n\n" in join.of(self._text)]
            told = body(run, self._text, has_byline=True)
            self.authors += [author for unit in told.bylines for author in authors(unit, self._text)]
            self.annotations += [one for line in told.datelines for one in line.annotations(None)]
            self.pieces += told.pieces
            self.run = []
