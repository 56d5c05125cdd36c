"""What readers have mended in the sources of an edition, or only told: one entry a place, for an editor to check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import catalogue
from tei_edition.core.line_index import LineIndex
from tei_edition.readers.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.core.finding import Finding
    from tei_edition.edition.task import SourceFile
    from tei_edition.model.article import Article

TOLD = frozenset({"A612", "A615", "A619"})
"""Codes of what is told and needs no change of the text, or cannot have one: it has no repair."""

_CONTEXT = 24
_PLAIN = "text/plain"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that was mended, or that may have to be.

    Attributes:
        source: The file.
        line: Counted from 1; 0 where the text is not the file's own, as of a web page.
        column: As ``line``.
        code: Of the catalogue.
        original: What the source has; for a finding without a repair, what it says.
        replacement: What a reader sees instead, for a stand-in what the source has (``U+0007``); None where nothing
            was changed.
        before: The words before it.
        after: The words after it.
    """

    source: str
    line: int
    column: int
    code: str
    original: str
    replacement: str | None
    before: str = ""
    after: str = ""

    @property
    def place(self) -> str:
        """File, line and column, as an editor program reads them."""
        return f"{self.source}:{self.line}:{self.column}" if self.line else self.source

    @property
    def cure(self) -> str:
        """What to do if the repair is wrong."""
        return catalogue()[self.code].cure


def repairs(sources: Iterable[SourceFile]) -> Iterator[Entry | Finding]:
    """Yield what was mended in each source, in the order of its text; a finding for one that cannot be read."""
    for source in sources:
        reading = read(source.name, source.data, source.read)
        article = reading.article
        if article is None:
            yield from reading.findings
            continue
        told = (_told(source.name, one) for one in reading.findings if one.code in TOLD)
        mended = _mended(source.name, article)
        yield from sorted((*mended, *told), key=lambda entry: (entry.line, entry.column))


def _told(source: str, found: Finding) -> Entry:
    return Entry(source, found.locus.line, found.locus.column, found.code, found.message, None)


def _mended(source: str, article: Article) -> Iterator[Entry]:
    index = LineIndex(article.text, source)
    for repair in article.repairs:
        span, text = repair.span, article.text
        where = index.locus(span.start)
        plain = article.source.media_type == _PLAIN
        yield Entry(
            source,
            where.line if plain else 0,
            where.column if plain else 0,
            repair.code,
            span.of(text),
            repair.replacement,
            " ".join(text[max(span.start - _CONTEXT, 0) : span.start].split()),
            " ".join(text[span.end : span.end + _CONTEXT].split()),
        )
