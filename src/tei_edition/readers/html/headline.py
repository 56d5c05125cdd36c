"""Which chunk of a page is its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.html.page import Chunk, Page
    from tei_edition.readers.html.stated import PageMetadata

_HEADINGS = ("h1", "h2", "h3", "h4")
_RANKS = {"h1": 3, "h2": 2, "h3": 1, "h4": 0}
_MOST_WORDS = 60
_OUT = frozenset({"metadata", "form", "noscript", "graphic", "embedded", "comments", "related", "advertisement"})
_MARKS = frozenset(
    "headline entry-title post-title article-title page-title entrytitle posttitle articletitle firstheading".split()
)
_SITE = frozenset("site-title site-name sitename logo masthead banner brand blog-title description tagline".split())
_ROOT = re.compile(r"(?:https?://[^/]+)?\.{0,2}/?(?:index\.\w+)?", re.IGNORECASE)
_MORE = 3


def headline(page: Page, stated: PageMetadata) -> int | None:
    """Return the number of the chunk that is the headline; None where there is none.

    A heading is it the more likely, the more it agrees with the title that the page states, and with classes that say
    so; a heading that names the site is none. Of equals the first of the highest rank is taken.
    """
    titles = [_bare(title) for title in stated.titles if title]
    parts = _parts(page.title)
    found: list[tuple[int, int, int]] = []
    for index, chunk in enumerate(page.chunks):
        if chunk.tag in _HEADINGS and chunk.reason not in _OUT and 0 < len(chunk.text.split()) <= _MOST_WORDS:
            score = _score(chunk, titles, parts)
            if chunk.tag != "h4" or score > _RANKS["h1"]:
                found.append((score, _RANKS[chunk.tag], -index))
    best = max(found, default=None)
    return -best[2] if best is not None and best[0] >= 0 else None


def _score(chunk: Chunk, titles: Sequence[str], parts: Sequence[str]) -> int:
    words = _bare(chunk.text)
    agrees = 8 if any(_agree(words, title) for title in titles) else 5 if _is_part(words, parts) else 0
    marked = 4 if chunk.hints & _MARKS else 2 if "title" in chunk.hints else 0
    site = 9 if chunk.hints & _SITE or any(_ROOT.fullmatch(mark.target) for mark in chunk.marks if mark.target) else 0
    doubt = 3 if chunk.reason and min(chunk.reasons)[0] < 0 else 1 if chunk.reasons else 0
    return agrees + marked - site - doubt


def _agree(words: str, title: str) -> bool:
    """Tell whether a heading is the title, or the one begins or ends with the other but for few words."""
    if words == title:
        return True
    shorter, longer = sorted((words, title), key=len)
    if len(shorter) <= _MORE or not (longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}")):
        return False
    return len(shorter.split()) >= _MORE and len(longer.split()) <= 2 * len(shorter.split())


def _parts(title: str) -> list[str]:
    """Return the parts of a page's title: those of the site and the section stand beside the article's."""
    pieces = re.split(r"\s+[-–—|·•»«:/]+\s+|(?<=\w):\s+|\s--\s", title)
    return [bare for piece in (title, *pieces) if (bare := _bare(piece))]


def _is_part(words: str, parts: Sequence[str]) -> bool:
    """Tell a heading that is a part of the page's title, but no single word of it; or that begins with one."""
    return len(words) > _MORE and (words in parts or any(_agree(words, part) for part in parts))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
