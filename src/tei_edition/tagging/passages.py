"""Passages: the stretches of running text that taggers work on, one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.article import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model.article import Article

_NOT_RUNNING = frozenset({SPACE, "fw", "pb", "lb", "cb", "milestone", "gap", "figure", "graphic", "formula", "code"})
_BLANK_LINES = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of running text, or the part of one between blank lines.

    Attributes:
        kind: The kind of its block.
        span: Its stretch of the article's text; neither begins nor ends with white space.
    """

    kind: str
    span: Span


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the running text of an article in its order: no furniture, no white space between blocks."""
    return tuple(
        passage
        for block in article.leaves()
        if block.kind not in _NOT_RUNNING
        for passage in _cut(article.text, block.kind, block.span)
    )


def _cut(text: str, kind: str, whole: Span) -> Iterator[Passage]:
    start = whole.start
    for gap in _BLANK_LINES.finditer(text, whole.start, whole.end):
        yield from _trimmed(text, kind, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, kind, start, whole.end)


def _trimmed(text: str, kind: str, start: int, end: int) -> Iterator[Passage]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    body = piece.strip()
    if body:
        yield Passage(kind, Span(start + lead, start + lead + len(body)))
