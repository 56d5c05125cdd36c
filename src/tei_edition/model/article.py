"""An article: one string that never changes, the blocks that tile it, and what it states about itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from tei_edition.core.characters import XML_SPACE, is_xml, nfc
from tei_edition.core.digest import digest_text
from tei_edition.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.model.layer import Annotation

SPACE = "space"
"""The kind of a block that holds nothing but XML white space: what stands between two other blocks."""

CHILDREN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "closer": frozenset({"dateline", "salute", "signed"}),
        "figure": frozenset({"figDesc", "head", "p"}),
        "item": frozenset({"list", "p"}),
        "lg": frozenset({"head", "l", "lg"}),
        "list": frozenset({"head", "item", "label"}),
        "note": frozenset({"l", "lg", "list", "p"}),
        "opener": frozenset({"byline", "dateline", "salute"}),
        "postscript": frozenset({"p"}),
        "quote": frozenset({"l", "lg", "p"}),
        "row": frozenset({"cell"}),
        "sp": frozenset({"l", "lg", "p", "speaker"}),
        "table": frozenset({"head", "row"}),
    }
)
"""Which blocks may have children of their own, and which."""

CONTAINERS = frozenset({"figure", "lg", "list", "postscript", "row", "sp", "table"})
"""Blocks that hold no running text of their own, only children."""

TOP_LEVEL = frozenset(
    "ab byline closer dateline figure fw head l lg list note opener p postscript quote salute signed sp table "
    "trailer".split()
)
"""Which blocks may stand in an article itself."""

RepairKind = Literal["sic", "orig", "g", "lb"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is one structural unit.

    Attributes:
        kind: The TEI element that encodes it (head, p, byline, fw …), or ``SPACE``.
        span: The code points it covers.
        attributes: TEI attributes as (name, value) pairs, such as ``("type", "main")``. Two are more than that:
            ``graphic`` is the address of a figure's image, ``id`` becomes an xml:id that begins with the article's,
            which a ``ref`` to ``#id`` points to.
        children: Blocks that tile this one (items of a list, lines of a verse); none for a block of running text.
    """

    kind: str
    span: Span
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if self.children:
            _check_tiling(self.children, self.span)
            _check_kinds(self.children, CHILDREN.get(self.kind, frozenset()), self.kind)

    def attribute(self, name: str) -> str | None:
        """Return the value of the TEI attribute ``name``, None where the block has none."""
        return dict(self.attributes).get(name)

    def leaves(self) -> Iterator[Block]:
        """Yield the blocks of running text at and below this one, in the order of the text."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of metadata that the text itself states, or that the user supplies.

    Attributes:
        value: The value as the header gives it (a date in W3C form, a name in its normal case).
        span: Where the text states it; None where it came from elsewhere.
        element: For an author, what it is: ``persName``, or ``orgName`` for an agency or a newspaper.
    """

    value: str
    span: Span | None = None
    element: str = "persName"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article's publication; None or empty where it is unknown: nothing is ever guessed.

    ``date`` is in W3C form (1997, 1997-04 or 1997-04-28); ``language`` a BCP 47 tag.
    """

    title: Stated | None = None
    subtitles: tuple[Stated, ...] = ()
    authors: tuple[Stated, ...] = ()
    periodical: Stated | None = None
    volume: Stated | None = None
    issue: Stated | None = None
    page: Stated | None = None
    date: Stated | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A change to the text that is proposed beside it: the text itself keeps what the source has.

    Attributes:
        span: What the source has.
        replacement: What a reader should see instead.
        kind: ``sic`` for an error, ``orig`` for a convention, ``g`` where the text holds a stand-in for what the
            source has (``replacement`` then gives the code points, such as ``U+0007`` or ``U+0065 U+0301``), ``lb``
            for white space inside a paragraph that ends a line or looks like the end of the paragraph.
        code: The catalogue's code of the finding that reports it.
    """

    span: Span
    replacement: str
    kind: RepairKind
    code: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article's text comes from.

    Attributes:
        name: The file's name as the user gave it.
        sha256: Digest of the file's bytes, in hexadecimal.
        media_type: Such as ``text/plain``.
        encoding: The encoding it was read in, a name in lower case.
        byte_order_mark: Whether the bytes began with one.
        line_endings: ``LF``, ``CRLF`` or ``CR``, or where they are mixed how many lines in a row end in which
            (``CRLF 3, LF 12``).
        normalization: Unicode normalization form of the file's characters, NFC or NFD.
    """

    name: str = ""
    sha256: str = ""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    byte_order_mark: bool = False
    line_endings: str = "LF"
    normalization: str = "NFC"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Words of the source that are no part of the article.

    Attributes:
        text: The words.
        reason: Why they are left out: ``navigation``, ``advertisement``, ``form``, ``footer``, ``metadata`` …
    """

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of several articles in one text.

    Attributes:
        start: Offset at which it begins; it goes on to the next one, or to the end.
        metadata: What it states about itself.
    """

    start: int
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Article:
    r"""One article of a periodical.

    Attributes:
        id: Identifier, unique in its corpus; an NCName.
        text: Every character of the source in its order: NFC, lines ended by ``\n``, XML characters only.
        blocks: What tiles the text: the first begins at 0, each begins where the one before ends.
        metadata: What is known of its publication.
        source: Where the text comes from.
        repairs: Proposed changes in the order of the text; none overlaps another or leaves a block of running text.
        annotations: What the reader itself knows of stretches of the text: places and dates of datelines, and markup
            of the source such as emphasis and links.
        ledger: Words of the source that are not in the text.
        parts: The articles that the text holds, where it is a column or an issue; the first begins at 0, each of the
            others with a block. None where it is one article.

    Raises:
        ValueError: if an invariant above does not hold.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    source: Source = field(default_factory=Source)
    repairs: tuple[Repair, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if not is_xml(self.text) or "\r" in self.text or nfc(self.text) != self.text:
            message = f"{self.id}: the text is not NFC with newlines only, or holds characters that XML cannot hold"
            raise ValueError(message)
        _check_tiling(self.blocks, Span(0, len(self.text)))
        _check_kinds(self.blocks, TOP_LEVEL, "an article")
        for leaf in self.leaves():
            if leaf.kind == SPACE and leaf.span.of(self.text).strip(XML_SPACE):
                message = f"{self.id}: a block of white space holds text at {leaf.span.start}"
                raise ValueError(message)
        _check_parts(self)
        _check_repairs(self)

    def leaves(self) -> Iterator[Block]:
        """Yield the blocks of running text, and of white space, in the order of the text."""
        for block in self.blocks:
            yield from block.leaves()

    def reading(self, span: Span) -> str:
        """Return a stretch of the text as a reader should see it: with the replacements of the repairs within it."""
        pieces: list[str] = []
        position = span.start
        for repair in self.repairs:
            if span.contains(repair.span) and repair.kind in {"sic", "orig"}:
                pieces += (self.text[position : repair.span.start], repair.replacement)
                position = repair.span.end
        return "".join((*pieces, self.text[position : span.end]))

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, which layers are bound to."""
        return digest_text(self.text)


def plain_article(identifier: str, text: str, metadata: Metadata | None = None) -> Article:
    """Return an article of one paragraph, for text that has no structure of its own.

    Raises:
        ValueError: if the text is not as ``Article`` wants it.
    """
    kind = "p" if text.strip(XML_SPACE) else SPACE
    return Article(identifier, text, (Block(kind, Span(0, len(text))),) if text else (), metadata or Metadata())


def _check_tiling(blocks: tuple[Block, ...], whole: Span) -> None:
    position = whole.start
    for block in blocks:
        if block.span.start != position:
            message = f"blocks do not tile the text: {block.kind} begins at {block.span.start}, not at {position}"
            raise ValueError(message)
        position = block.span.end
    if position != whole.end:
        message = f"blocks do not tile the text: they end at {position}, not at {whole.end}"
        raise ValueError(message)


def _check_kinds(blocks: tuple[Block, ...], allowed: frozenset[str], parent: str) -> None:
    for block in blocks:
        if block.kind != SPACE and block.kind not in allowed:
            message = f"a block {block.kind} cannot stand in {parent}"
            raise ValueError(message)
        if block.kind in CONTAINERS and all(child.kind == SPACE for child in block.children):
            message = f"a block {block.kind} holds children, not text"
            raise ValueError(message)


def _check_parts(article: Article) -> None:
    starts = [part.start for part in article.parts]
    begun = {0, *(block.span.start for block in article.blocks)}
    if starts != sorted({0, *starts} & begun if starts else ()):
        message = f"{article.id}: its parts do not begin with blocks, in their order, the first at 0"
        raise ValueError(message)


def _check_repairs(article: Article) -> None:
    position = 0
    leaves = article.leaves()
    leaf = next(leaves, None)
    for repair in article.repairs:
        while leaf is not None and leaf.span.end < repair.span.end:
            leaf = next(leaves, None)
        if repair.span.start < position or leaf is None or not leaf.span.contains(repair.span) or not len(repair.span):
            message = f"{article.id}: repair {repair.code} at {repair.span.start} overlaps another or leaves its block"
            raise ValueError(message)
        position = repair.span.end
