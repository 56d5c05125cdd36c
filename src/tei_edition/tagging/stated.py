"""What an article states about itself, as annotations of the places where it states it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model.layer import Annotation, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model.article import Article, Stated

AGENT = "reader"


def stated(article: Article) -> Layer:
    """Annotate where an article states its periodical, volume, issue, page, date and authors.

    Labels: title with ``level`` j; num with ``type`` volume, issue or page; date with ``when``; persName or orgName.
    """
    return Layer(article.digest, AGENT, tuple(dict.fromkeys(_annotations(article))))


def _annotations(article: Article) -> Iterator[Annotation]:
    known = article.metadata
    yield from _one(known.periodical, "title", (("level", "j"),))
    for unit, value in (("volume", known.volume), ("issue", known.issue), ("page", known.page)):
        yield from _one(value, "num", (("type", unit),))
    if known.date is not None:
        yield from _one(known.date, "date", (("when", known.date.value),))
    for author in known.authors:
        yield from _one(author, author.element, ())


def _one(value: Stated | None, label: str, features: tuple[tuple[str, str], ...]) -> Iterator[Annotation]:
    if value is not None and value.span is not None and len(value.span):
        yield Annotation(value.span, label, AGENT, features=features)
