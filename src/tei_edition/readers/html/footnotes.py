"""Footnotes and endnotes of a page: chunks that a sign in the text leads to, and that lead back to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.readers.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.core.span import Span
    from tei_edition.readers.html.page import Chunk, Page
    from tei_edition.readers.html.place import Placed

_HINTS = frozenset({"footnote", "footnotes", "endnote", "endnotes", "note", "notes", "fn"})
_SIGN = re.compile(r"\W*[\w*†‡§]{1,4}\W*")
_NUMBER = re.compile(r"[\s\[(]*(\d{1,3}|[*†‡§]{1,3}|[a-z])(?=\W|$)")
_LONGEST_SIGN = 6


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of an article.

    Attributes:
        numbers: Of each chunk that is a note, how many notes there are up to it.
        targets: Ids of the page that lead to a note, and the note's own.
    """

    numbers: Mapping[int, int] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)

    def piece(self, group: Sequence[Placed], text: str, span: Span) -> Piece | None:
        """Return the note that the chunks are; None where they are none."""
        number = self.numbers.get(group[0].index)
        if number is None:
            return None
        sign = _NUMBER.match(span.of(text))
        name = sign[1] if sign and len(sign[0]) <= _LONGEST_SIGN else str(number)
        return Piece("note", span, (("place", "end"), ("n", name), ("id", f"note{number}")))


def footnotes(page: Page, chosen: Sequence[int]) -> Footnotes:
    """Return the notes of an article.

    Args:
        page: The page.
        chosen: Numbers of the chunks that are the article, in their order.
    """
    inside = set(chosen)
    leading = {
        mark.target[1:]: index for index in chosen for mark in page.chunks[index].marks if mark.target[:1] == "#"
    }
    numbers: dict[int, int] = {}
    targets: dict[str, str] = {}
    for anchor, origin in sorted(leading.items(), key=lambda pair: page.anchors.get(pair[0], -1)):
        index = page.anchors.get(anchor, -1)
        if index in inside and origin < index and _is_note(page, page.chunks[index], origin):
            numbers.setdefault(index, len(numbers) + 1)
            targets[anchor] = f"note{numbers[index]}"
    return Footnotes(numbers, targets)


def _is_note(page: Page, chunk: Chunk, origin: int) -> bool:
    """Tell a note: it leads back to where its sign stands, or a class calls it one."""
    back = {page.anchors.get(mark.target[1:]) for mark in chunk.marks if mark.target[:1] == "#"}
    return origin in back or bool(chunk.hints & _HINTS)


def is_mere_sign(text: str) -> bool:
    """Tell the number of a note that stands in a chunk of its own before the note."""
    return bool(_SIGN.fullmatch(text))
