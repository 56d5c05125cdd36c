"""A long text as several pages: parted between divisions, notes with the words they belong to.

Source: EPUB 3.3, 6.1 "XHTML content documents"; reading systems lay out one document at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.xhtml.chapter import Chapter, Piece

LONGEST = 150_000
"""Characters of XHTML in a page, notes not counted, unless a single division has more."""


def paged(chapter: Chapter, longest: int = LONGEST) -> tuple[str, ...]:
    """Return the XHTML of a chapter as one or more pages, each well-formed; links are as in ``chapter.body``."""
    if not chapter.pieces:
        return (chapter.body,)
    groups = _groups(chapter.pieces, longest)
    if len(groups) == 1:
        return (chapter.body,)
    pages = []
    for number, group in enumerate(groups):
        after = groups[number + 1][0] if number + 1 < len(groups) else None
        opened = "".join(start for start, _ in group[0].opened)
        closed = "".join(end for _, end in reversed(after.opened)) if after else ""
        until = after.notes if after else len(chapter.notes)
        notes = chapter.notes_section(group[0].notes, until)
        pages.append(opened + "".join(piece.markup for piece in group) + closed + notes)
    return tuple(pages)


def _groups(pieces: Sequence[Piece], longest: int) -> list[list[Piece]]:
    """Put pieces together until a page is full; one that is half full ends before a division of the highest level."""
    groups: list[list[Piece]] = [[]]
    length = 0
    highest = min((len(piece.opened) for piece in pieces[1:]), default=0)
    for piece in pieces:
        size = len(piece.markup)
        full = length + size > longest or (len(piece.opened) == highest and length > longest // 2)
        if groups[-1] and full and length:
            groups.append([])
            length = 0
        groups[-1].append(piece)
        length += size
    return groups
