"""What comes of one TEI text: its XHTML, and what a book needs to know about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.core.finding import Finding


class Heading(NamedTuple):
    """A heading: level from 1, page id and words without markers."""

    level: int
    id: str
    label: str


class PageBreak(NamedTuple):
    """Where a page of the source begins: page id and page number as it is shown."""

    id: str
    label: str


class Mention(NamedTuple):
    """Where a register's entry is mentioned: the entry's xml:id and the mention's page id."""

    entry: str
    id: str


class Piece(NamedTuple):
    """A stretch of a text's XHTML that begins where a page may begin.

    Attributes:
        markup: Well-formed only together with the pieces around it.
        opened: Start and end tag of each element that is open where it begins, the outermost first; without ids.
        notes: How many of the text's notes stand before it.
    """

    markup: str
    opened: tuple[tuple[str, str], ...] = ()
    notes: int = 0


class Chapter(NamedTuple):
    """One text as XHTML.

    Attributes:
        title: Plain words; may be empty.
        title_id: Page id of the h1.
        body: XHTML of the chapter's section content in one page, notes included.
        pieces: The same without notes, parted where a page may begin; empty where the text is short.
        notes: Its notes in order, an ``aside`` each.
        notes_heading: What stands above them.
        language: BCP 47 tag of the text.
        languages: Every language tag that its markup has.
        headings: In order, the h1 first.
        pages: In order.
        mentions: In order.
        images: Keys of the images that it shows.
        identifiers: Page id of each xml:id.
        has_math: Whether there is MathML in it.
        findings: What was wrong, without the document's name.
    """

    title: str
    title_id: str
    body: str
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    notes_heading: str
    language: str
    languages: frozenset[str]
    headings: tuple[Heading, ...]
    pages: tuple[PageBreak, ...]
    mentions: tuple[Mention, ...]
    images: frozenset[str]
    identifiers: Mapping[str, str]
    has_math: bool
    findings: tuple[Finding, ...]

    def notes_section(self, start: int, end: int) -> str:
        """Return the section with the notes ``start`` to ``end`` (from 0, half-open); empty where there are none."""
        if start >= end:
            return ""
        return f"{self.notes_heading}\n" + "\n".join(self.notes[start:end]) + "\n</section>"
