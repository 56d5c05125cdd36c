"""What comes of one TEI text: its XHTML, and what a book needs to know about it."""

from __future__ import annotations

from dataclasses import dataclass

from tei_edition.core.finding import Finding  # noqa: TC001 - dataclass fields are read at run time


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level from 1, page id and words without markers."""

    level: int
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a page of the source begins: page id and page number as it is shown."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a register's entry is mentioned: the entry's xml:id and the mention's page id."""

    entry: str
    id: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One text as XHTML.

    Attributes:
        title: Plain words; may be empty.
        title_id: Page id of the h1.
        body: XHTML of the chapter's section content, notes included.
        language: BCP 47 tag of the text.
        languages: Every language tag that its markup has.
        headings: In order, the h1 first.
        pages: In order.
        mentions: In order.
        images: Keys of the images that it shows.
        has_math: Whether there is MathML in it.
        findings: What was wrong, without the document's name.
    """

    title: str
    title_id: str
    body: str
    language: str
    languages: frozenset[str]
    headings: tuple[Heading, ...]
    pages: tuple[PageBreak, ...]
    mentions: tuple[Mention, ...]
    images: frozenset[str]
    has_math: bool
    findings: tuple[Finding, ...]
