"""Which chunks of a page are the article, and why the others are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.html.page import Chunk, Container, Page

OUTSIDE = "outside"
LINKS = "navigation"
_ENOUGH = 400
_SHARE = 0.35
_MOST_LOST = 0.6
_LINK_SHARE = 0.6
_SHORT_LINK = 100
_TOP_HINTS = frozenset(
    {
        "byline",
        "author",
        "headline",
        "dateline",
        "deck",
        "standfirst",
        "subhead",
        "dek",
        "pubdate",
        "published",
        "timestamp",
        "kicker",
    }
)


def reasons(page: Page, headline: int | None) -> list[str]:
    """Return for each chunk why it is no part of the article; empty where it is.

    Args:
        page: The page.
        headline: The number of the chunk that is its headline, where one was found.
    """
    told = [chunk.reason for chunk in page.chunks]
    whole = sum(len(chunk.text) for chunk in page.chunks)
    lost = sum(len(chunk.text) for chunk in page.chunks if chunk.reason)
    if lost > _MOST_LOST * whole:
        # A class that seems to say "navigation" encloses the page: only the elements themselves are believed.
        certain = {"metadata", "form", "graphic", "embedded", "noscript"}
        told = [reason if reason in certain else "" for reason in told]
    main = _main(page, whole - lost)
    for index, chunk in enumerate(page.chunks):
        if told[index]:
            continue
        if main is not None and not main.first <= index < main.last:
            told[index] = "" if _belongs_to_top(chunk, index, headline, main) else OUTSIDE
        elif _is_links(chunk, index, page.chunks):
            told[index] = LINKS
    return told


def _main(page: Page, whole: int) -> Container | None:
    """Return the element that holds the article, None where none holds enough to be believed."""
    good = [one for one in page.containers if one.weight >= min(_ENOUGH, _SHARE * whole) and one.weight]
    exact = [one for one in good if one.exact]
    for candidates in (exact, good):
        best = max(candidates, key=lambda one: one.weight, default=None)
        if best is not None and best.weight >= _SHARE * whole:
            return best
    return None


def _belongs_to_top(chunk: Chunk, index: int, headline: int | None, main: Container) -> bool:
    """Tell headline, deck, byline and date that stand above the element that holds the text."""
    if index >= main.first:
        return False
    if index == headline:
        return True
    near = headline is not None and headline < index
    return (
        near
        and not chunk.linked
        and (bool(chunk.hints & _TOP_HINTS) or re.match(r"(?i)by\s", chunk.text.strip()) is not None)
    )


def _is_links(chunk: Chunk, index: int, chunks: Sequence[Chunk]) -> bool:
    """Tell a line of links among other such lines: a menu that no element declares as one."""
    if chunk.tag in {"h1", "h2", "h3", "p", "blockquote", "pre"} or not _mostly_links(chunk):
        return False
    neighbours = [chunks[other] for other in (index - 1, index + 1) if 0 <= other < len(chunks)]
    return any(_mostly_links(other) for other in neighbours)


def _mostly_links(chunk: Chunk) -> bool:
    length = len(chunk.text.strip())
    return length <= _SHORT_LINK and chunk.linked >= _LINK_SHARE * length
