"""Sentences in which a page says where and when its article was printed or published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.dates import written_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.html.page import Page

_ISSUE = re.compile(
    r"\b(?:published|appeared|from|printed)\s+in\s+issue\s+(?:no\.?\s*|#)?(?P<issue>\d{1,4})\s+of\s+(?:the\s+)?"
    r"(?P<periodical>(?-i:[A-Z])[\w'’ ]{2,40}?)\s*,\s+(?P<date>[^\n.;]{4,30})",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:^|\n)\s*(?:(?:first|originally)\s+)?(?:published|printed|appeared)\s*(?:in|on|by)?\s*:?\s(?P<rest>[^\n]{4,160})",
    re.IGNORECASE,
)
_FIRST, _LAST = 14, 8


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a page says of its article's publication; ``date`` in W3C form, empty what it does not say."""

    periodical: str = ""
    issue: str = ""
    date: str = ""


def imprint(page: Page, told: Sequence[str]) -> Imprint:
    """Return what a note at the beginning or the end of an article says of its publication.

    Args:
        page: The page.
        told: For each chunk why it is no part of the article; empty where it is.
    """
    chosen = [index for index, reason in enumerate(told) if not reason]
    end = chosen[-1] + 1 if chosen else 0
    near = [*chosen[-_LAST:], *range(end, min(end + _LAST, len(page.chunks)))]
    for index in near:
        match = _ISSUE.search(" ".join(page.chunks[index].text.split()))
        date = _date(match["date"]) if match else ""
        if match and date:
            return Imprint(match["periodical"].strip(), match["issue"], date)
    for index in chosen[:_FIRST]:
        published = _PUBLISHED.search(page.chunks[index].text)
        if published and (date := _date(published["rest"])):
            return Imprint(date=date)
    return Imprint()


def _date(text: str) -> str:
    return next((value for _, value in written_dates(text)), "")
