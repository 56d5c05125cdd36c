"""A book before it is packed: its chapters, indexes and what its package says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.exporters.epub.registers import Entry
    from tei_edition.exporters.reading.header import Header
    from tei_edition.exporters.templates import Template
    from tei_edition.exporters.xhtml.chapter import Chapter
    from tei_edition.exporters.xhtml.labels import Labels


class Place(NamedTuple):
    """A chapter in its files.

    Attributes:
        files: One or more, in reading order.
        pages: The XHTML of each file's section.
        chapter: The chapter.
        header: Of its text.
        locations: File of each page id that is not in the first one.
    """

    files: tuple[str, ...]
    pages: tuple[str, ...]
    chapter: Chapter
    header: Header
    locations: Mapping[str, str]

    @property
    def file(self) -> str:
        """The file in which the chapter begins."""
        return self.files[0]

    def address(self, identifier: str) -> str:
        """Return the address of a page id of this chapter."""
        return f"{self.locations.get(identifier, self.files[0])}#{identifier}"


class Part(NamedTuple):
    """A part of a book: the chapters of one volume and number.

    Attributes:
        file: Of its title page.
        label: Such as "Vol. 61, No. 17".
        first: Number of its first chapter, from 0.
    """

    file: str
    label: str
    first: int


class Index(NamedTuple):
    """An index in its file: the entries of one kind, sorted."""

    file: str
    kind: str
    entries: tuple[Entry, ...]


class Image(NamedTuple):
    """An image of the book: file name within the book, media type, bytes."""

    file: str
    media_type: str
    data: bytes


class Book(NamedTuple):
    """All that a book is made of.

    Attributes:
        title: Of the book.
        language: Main language.
        identifier: Of the book.
        modified: UTC time of the last change.
        publisher: Of the book; may be empty.
        headers: Of all texts, in order.
        chapters: In order.
        parts: In order; empty where the book has none.
        indexes: In order.
        images: Of the chapters.
        cover: The cover image.
        labels: Words that the book says by itself.
        certified_by: Who certifies its accessibility; empty where nobody does.
        templates: The project's own, by name.
    """

    title: str
    language: str
    identifier: str
    modified: str
    publisher: str
    headers: tuple[Header, ...]
    chapters: tuple[Place, ...]
    parts: tuple[Part, ...]
    indexes: tuple[Index, ...]
    images: tuple[Image, ...]
    cover: Image
    labels: Labels
    certified_by: str
    templates: Mapping[str, Template]

    @property
    def frame(self) -> Template | None:
        """The project's own frame of every page."""
        return self.templates.get("page.xhtml")

    @property
    def header(self) -> Header:
        """The first text's header, which speaks for the book where no option does."""
        return self.headers[0]

    @property
    def authors(self) -> tuple[str, ...]:
        """Names of all authors, each once."""
        return tuple(dict.fromkeys(person.name for header in self.headers for person in header.authors))

    @property
    def has_pages(self) -> bool:
        """Whether any chapter marks pages of its source."""
        return any(place.chapter.pages for place in self.chapters)
