"""What a page states about its article in its metadata.

Source: schema.org (NewsArticle, in JSON-LD), the Open Graph protocol, Dublin Core in HTML.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tei_edition.core.dates import w3c, written_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.readers.html.page import Page

_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "title")
_DATE_NAMES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "pubdate", "publishdate", "publish-date", "sailthru.date", "citation_publication_date", "citation_date",
    "dc.date.created", "dc:date", "article.published", "displaydate",
)  # fmt: skip
_AUTHOR_NAMES = (
    "author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "sailthru.author",
    "article:author",
)
_PERIODICAL_NAMES = ("citation_journal_title", "og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
_ISO = re.compile(r"\s*((?:1[5-9]|20)\d\d)[-/.]?(\d\d)?[-/.]?(\d\d)?(?!\d)")
_DEEPEST = 6
_MOST_OBJECTS = 200


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page states: None or empty where it states nothing. ``date`` is in W3C form."""

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    date: str | None = None
    periodical: str | None = None


def page_metadata(page: Page) -> PageMetadata:
    """Return what a page states: JSON-LD is believed before ``meta``."""
    objects = [one for one in _objects(page.data) if "headline" in one or "datePublished" in one]
    titles = [_text(one.get("headline")) for one in objects]
    titles += [title for name in _TITLE_NAMES for title in page.meta.get(name, ())]
    authors = next((names for one in objects if (names := _names(one.get("author")))), [])
    authors = authors or next((page.meta[name] for name in _AUTHOR_NAMES if name in page.meta), [])
    dates = [_text(one.get("datePublished")) for one in objects]
    dates += [date for name in _DATE_NAMES for date in page.meta.get(name, ())]
    journals = [name for one in objects for name in _names(one.get("publisher"))]
    journals += [journal for name in _PERIODICAL_NAMES for journal in page.meta.get(name, ())]
    return PageMetadata(
        tuple(dict.fromkeys(title for title in titles if title)),
        _authors(authors),
        next((value for date in dates if (value := iso(date))), None),
        next((journal for journal in journals if journal), None),
    )


def iso(text: str) -> str | None:
    """Return the date with which a text begins, or that it writes out, in W3C form; None where there is none."""
    match = _ISO.match(text)
    if match is None:
        return next((value for _, value in written_dates(text)), None)
    return w3c(*(int(part) for part in match.groups() if part))


def _objects(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    for text in texts:
        try:
            data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->"))
        except (ValueError, RecursionError):
            continue
        queue: list[tuple[Any, int]] = [(data, 0)]
        for _ in range(_MOST_OBJECTS):
            if not queue:
                break
            item, depth = queue.pop(0)
            if isinstance(item, dict):
                yield item
            inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
            if depth < _DEEPEST:
                queue += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in _names(one) if not isinstance(one, list)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [_text(value)] if isinstance(value, str) else []


def _authors(names: Iterable[str]) -> tuple[str, ...]:
    """Return names without "By" and without addresses; several in one string are parted."""
    found: list[str] = []
    for name in names:
        if "://" in name or "@" in name:
            continue
        bare = re.sub(r"^by\s+", "", name.strip(), flags=re.IGNORECASE)
        parts = [part.strip() for part in re.split(r",\s+(?!Jr|Sr|II)|\s+and\s+|;", bare)]
        found += [part for part in parts if part and part not in found]
    return tuple(found)
