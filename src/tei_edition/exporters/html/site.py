"""A web edition before its pages are written: articles in their order, entries of the indexes, mentions of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.exporters.reading.registers import kinds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.exporters.html.words import Words
    from tei_edition.exporters.reading.header import Header
    from tei_edition.exporters.reading.registers import Entity
    from tei_edition.exporters.templates import Template
    from tei_edition.exporters.xhtml.chapter import Chapter


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation whose speaker or source is in a register: page id, keys of the entries, whether they speak."""

    id: str
    entities: tuple[str, ...]
    spoken: bool


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that a text mentions: page id, W3C date of its beginning (``1917-10``), the words of the text."""

    id: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text of the edition.

    Attributes:
        file: Of its page, from the site's root: ``articles/the-strike.html``.
        tei: The TEI document to download, from the site's root.
        chapter: Its XHTML.
        header: Its metadata.
        date: When the source appeared, else the electronic text: ``1931-05-02``; empty where unknown.
        quotations: In the text's order.
        dates: In the text's order.
    """

    file: str
    tei: str
    chapter: Chapter
    header: Header
    date: str
    quotations: tuple[Quotation, ...]
    dates: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry is mentioned: number of the article, page ids of the mentions."""

    article: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All that the pages are made of.

    Attributes:
        title: Of the edition.
        introduction: A paragraph of plain text; may be empty.
        words: What the site says by itself.
        articles: By date.
        entities: Of the indexes by key, in their sorting order.
        anchors: Id of each entry on its index page, by key.
        files: Index page of each entry, by key.
        mentions: Of each entry that has any, by key.
        own_css: Whether a style sheet of the user's is read after ours.
        templates: Of the pages, by name.
    """

    title: str
    introduction: str
    words: Words
    articles: tuple[Article, ...]
    entities: Mapping[str, Entity]
    anchors: Mapping[str, str]
    files: Mapping[str, str]
    mentions: Mapping[str, tuple[Place, ...]]
    own_css: bool
    templates: Mapping[str, Template]

    def indexes(self) -> tuple[str, ...]:
        """Return the kinds of entries that there are, in their order."""
        present = {entity.kind for entity in self.entities.values()}
        return tuple(kind for kind in kinds() if kind in present)

    def count(self, key: str) -> int:
        """Return how often an entry is mentioned."""
        return sum(len(place.ids) for place in self.mentions.get(key, ()))

    def address(self, key: str) -> str:
        """Return the address of an entry from the site's root."""
        return f"{self.files[key]}#{self.anchors[key]}"
