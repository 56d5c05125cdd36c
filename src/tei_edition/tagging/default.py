"""The embedded tagger: persons, places, organisations, dates, titles and quotations by gazetteers and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model.fitting import HOLDERS, compatible
from tei_edition.model.layer import Annotation, Layer
from tei_edition.tagging.dates import dates
from tei_edition.tagging.names import names
from tei_edition.tagging.passages import passages
from tei_edition.tagging.quotations import quotations
from tei_edition.tagging.titles import titles

if TYPE_CHECKING:
    from tei_edition.model.article import Article

AGENT = "default"


def tag(article: Article) -> Layer:
    """Tag an article: names, dates, titles of works and quotations in its running text.

    No annotation crosses another or the edge of a block; names, dates and titles do not overlap one another.
    """
    text, running = article.text, passages(article)
    published = article.metadata.date.value if article.metadata.date is not None else None
    named = names(text, running, AGENT)
    quoted = quotations(text, running, named, AGENT)
    flat: list[Annotation] = [one for one in quoted if one.label not in HOLDERS]
    for passage in running:
        flat.extend(titles(text, passage.span, AGENT))
    for passage in running:
        flat.extend(dates(text, passage.span, AGENT, published))
    holders = [one for one in quoted if one.label in HOLDERS]
    return Layer(article.digest, AGENT, compatible([*holders, *flat, *named]))
