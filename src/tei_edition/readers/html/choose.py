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
_MENU_LINKS = 3
_LONG = 120
_HEADING_WORDS = 8
_KICKER_WORDS = 4
_NEAR = 3
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TOP_HINTS = frozenset(
    "byline author headline dateline deck standfirst subhead dek pubdate published timestamp kicker date section "
    "category posted meta".split()
)
_BY = re.compile(r"(?:(?:\w+\s+)?by|von|par|por)\s", re.IGNORECASE)


def reasons(page: Page, headline: int | None) -> list[str]:
    """Return for each chunk why it is no part of the article; empty where it is.

    Args:
        page: The page.
        headline: The number of the chunk that is its headline, where one was found.
    """
    told = _believed(page, headline)
    main = _main(page, told)
    first, last = _text_range(page.chunks, told)
    for index, chunk in enumerate(page.chunks):
        if told[index]:
            continue
        if main is not None and not main.first <= index < main.last:
            told[index] = "" if _belongs_to_top(chunk, index, headline, main) else OUTSIDE
        elif main is not None and headline is not None and main.first <= index < headline:
            told[index] = "" if _is_above(chunk, headline - index) else OUTSIDE
        elif not first < index < last and _is_links(chunk, index, page.chunks):
            told[index] = LINKS
    _headings_of_links(page.chunks, told, max(last, -1 if headline is None else headline))
    return told


def _believed(page: Page, headline: int | None) -> list[str]:
    """Return the reason of each chunk, those left out that would take the headline or most of the page away.

    A class that seems to say "navigation" or "widget" may enclose the article itself: only elements that say so, such
    as ``nav``, are believed then.
    """
    sizes: dict[int, int] = {}
    for chunk in page.chunks:
        for number, _ in chunk.reasons:
            sizes[number] = sizes.get(number, 0) + len(chunk.text)
    whole = sum(len(chunk.text) for chunk in page.chunks)
    doubted = {number for number, size in sizes.items() if number > 0 and size > _MOST_LOST * whole}
    if headline is not None:
        doubted.update(number for number, _ in page.chunks[headline].reasons if number > 0)
    told = [next((reason for number, reason in chunk.reasons if number not in doubted), "") for chunk in page.chunks]
    if sum(len(chunk.text) for chunk, reason in zip(page.chunks, told, strict=True) if reason) <= _MOST_LOST * whole:
        return told
    return [next((reason for number, reason in chunk.reasons if number < 0), "") for chunk in page.chunks]


def _main(page: Page, told: Sequence[str]) -> Container | None:
    """Return the element that holds the article, None where none holds enough to be believed."""
    sums = [0]
    for chunk, reason in zip(page.chunks, told, strict=True):
        sums.append(sums[-1] + (0 if reason else len(chunk.text)))
    whole = sums[-1]
    weighed = [(sums[one.last] - sums[one.first], one) for one in page.containers]
    good = [(weight, one) for weight, one in weighed if weight and weight >= min(_ENOUGH, _SHARE * whole)]
    exact = [(weight, one) for weight, one in good if one.exact]
    for candidates in (exact, good):
        # Of two that hold the same, the inner one, which was closed first.
        weight, best = max(candidates, key=lambda pair: pair[0], default=(0, None))
        if best is not None and weight >= _SHARE * whole:
            return best
    return None


def _text_range(chunks: Sequence[Chunk], told: Sequence[str]) -> tuple[int, int]:
    """Return the numbers of the first and the last chunk that are running text."""
    long = [index for index, chunk in enumerate(chunks) if not told[index] and len(chunk.text) - chunk.linked > _LONG]
    return (long[0], long[-1]) if long else (len(chunks), -1)


def _belongs_to_top(chunk: Chunk, index: int, headline: int | None, main: Container) -> bool:
    """Tell headline, deck, byline, date and picture that stand above the element that holds the text."""
    if headline is None or not headline <= index < main.first:
        return False
    if index == headline or bool(chunk.hints & _TOP_HINTS) or _BY.match(chunk.text.strip()):
        return True
    return not _mostly_links(chunk) and (len(chunk.text.split()) > _KICKER_WORDS or index <= headline + _NEAR)


def _is_above(chunk: Chunk, distance: int) -> bool:
    """Tell what belongs above a headline: a kicker, a label, a date, the masthead."""
    if distance <= 1 and len(chunk.text.split()) <= _KICKER_WORDS:
        return True
    return bool(chunk.hints & _TOP_HINTS) or (not chunk.linked and bool(re.search(r"\d{4}", chunk.text)))


def _is_links(chunk: Chunk, index: int, chunks: Sequence[Chunk]) -> bool:
    """Tell a line of links among other such lines, or of several links: a menu that no element declares as one."""
    if chunk.tag in {"h1", "h2", "h3", "blockquote", "pre"}:
        return False
    links = sum(bool(mark.target) for mark in chunk.marks)
    length = len(chunk.text.strip())
    if links >= _MENU_LINKS and chunk.linked >= _LINK_SHARE * length and len(chunk.text.split()) <= 4 * links:
        return True
    if chunk.tag == "p" or not _mostly_links(chunk):
        return False
    if chunk.tag == "li":
        return True
    neighbours = [chunks[other] for other in (index - 1, index + 1) if 0 <= other < len(chunks)]
    return any(_mostly_links(other) for other in neighbours)


def _mostly_links(chunk: Chunk) -> bool:
    length = len(chunk.text.strip())
    return 0 < length <= _SHORT_LINK and chunk.linked >= _LINK_SHARE * length


def _headings_of_links(chunks: Sequence[Chunk], told: list[str], last: int) -> None:
    """Leave out what stands below the text as heading of nothing but links ("Related topics")."""
    for index in range(len(chunks) - 2, last, -1):
        if not told[index] and told[index + 1] == LINKS and _may_be_heading(chunks[index]):
            told[index] = LINKS


def _may_be_heading(chunk: Chunk) -> bool:
    words = chunk.text.split()
    return chunk.tag in _HEADINGS or (0 < len(words) <= _HEADING_WORDS and words[-1][-1] not in ".!?\"”'’)")
