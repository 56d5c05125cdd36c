"""The embedded tagger: persons, places, organisations, dates, titles and quotations by gazetteers and rules."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tei_edition.model.fitting import HOLDERS, compatible
from tei_edition.model.layer import Layer
from tei_edition.tagging.authors import with_authors
from tei_edition.tagging.dates import dates
from tei_edition.tagging.dialogue import dialogue
from tei_edition.tagging.events import with_events
from tei_edition.tagging.foreign_names import adapted
from tei_edition.tagging.names import names
from tei_edition.tagging.passages import passages
from tei_edition.tagging.quotations import quotations
from tei_edition.tagging.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model.article import Article
    from tei_edition.model.layer import Annotation

AGENT = "default"


def tag(article: Article) -> Layer:
    """Tag an article: names, events, dates, titles of works and quotations in its running text.

    No annotation crosses another or the edge of a block; names, dates and titles do not overlap one another.
    """
    text, running, language = article.text, passages(article), article.metadata.language
    published = article.metadata.date.value if article.metadata.date is not None else None
    named = adapted(text, running, names(text, running, AGENT), language, AGENT)
    spoken = dialogue(text, running, named, language, AGENT)
    quoted = [*spoken, *quotations(text, running, named, AGENT, language)]
    works = [one for one in quoted if one.label not in HOLDERS]
    for passage in running:
        works.extend(titles(text, passage.span, AGENT))
    days = [one for passage in running for one in dates(text, passage.span, AGENT, published, language)]
    known = with_events(text, running, named, AGENT)
    flat = [*with_authors(text, works, known), *_outside(days, known)]
    holders = [one for one in quoted if one.label in HOLDERS]
    return Layer(article.digest, AGENT, compatible([*holders, *flat, *known]))


def _outside(days: Sequence[Annotation], names: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the dates that are no part of a longer name, as in "September 11 Commission"; both in reading order."""
    starts = [name.span.start for name in names]
    for day in days:
        index = bisect_right(starts, day.span.start) - 1
        if index < 0 or not names[index].span.contains(day.span) or len(names[index].span) == len(day.span):
            yield day
