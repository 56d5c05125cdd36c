"""Which chunk of a page is its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.readers.html.page import Chunk, Page
    from tei_edition.readers.html.stated import PageMetadata

_HEADINGS = ("h1", "h2", "h3")
_MOST_WORDS = 60
_OUT = frozenset(
    {"metadata", "form", "hidden", "noscript", "graphic", "embedded", "comments", "related", "advertisement"}
)


def headline(page: Page, stated: PageMetadata) -> int | None:
    """Return the number of the chunk that is the headline; None where there is none.

    It is the heading that the page's metadata name as title; else a heading marked as headline, else the first of the
    highest rank.
    """
    headings = [
        (index, chunk)
        for index, chunk in enumerate(page.chunks)
        if chunk.tag in _HEADINGS and chunk.reason not in _OUT and len(chunk.text.split()) <= _MOST_WORDS
    ]
    titles = [_bare(title) for title in (*stated.titles, page.title) if title]
    for index, chunk in headings:
        words = _bare(chunk.text)
        if len(words) > 3 and any(title == words or title.startswith(f"{words} ") for title in titles):  # noqa: PLR2004
            return index
    marked = [index for index, chunk in headings if _is_marked(chunk)]
    if marked:
        return marked[0]
    ranked = [(chunk.tag, index) for index, chunk in headings if not chunk.reason]
    return min(ranked)[1] if ranked else None


def _is_marked(chunk: Chunk) -> bool:
    return not chunk.reason and bool(chunk.hints & {"headline", "entry-title", "post-title", "article-title", "title"})


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
