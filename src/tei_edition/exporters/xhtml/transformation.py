"""One TEI text to one chapter.

Source: TEI Guidelines, DS "Default Text Structure"; EPUB 3.3, 6.1 "XHTML content documents".
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.typography import typeset
from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.language import language_tag
from tei_edition.exporters.reading.quotation import keeps_marks
from tei_edition.exporters.xhtml.chapter import Chapter, Heading, Piece
from tei_edition.exporters.xhtml.headings import title_head
from tei_edition.exporters.xhtml.labels import labels
from tei_edition.exporters.xhtml.looks import looks_of
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag
from tei_edition.exporters.xhtml.notes import notes_heading
from tei_edition.exporters.xhtml.paging import LONGEST
from tei_edition.exporters.xhtml.plain import plain_of
from tei_edition.exporters.xhtml.presentation import Presentation
from tei_edition.exporters.xhtml.rules import RULES
from tei_edition.exporters.xhtml.walk import DEEPEST, Cut, Walk
from tei_edition.tei.names import XML_ID, XML_LANG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.reading.header import Header
    from tei_edition.exporters.reading.units import Unit

_LINK = re.compile(r' href="#([^"]+)"')
_ID = re.compile(r' id="([^"]+)"')
_SHOWN = 5


class Surroundings(NamedTuple):
    """What a text stands among: the other texts and the register of the same book.

    Attributes:
        documents: Number of each text, by file name and by xml:id of its document; links to them begin with
            ``links.ELSEWHERE`` and must be resolved by whoever makes the book.
        names: Name of each register entry as it is said in a sentence, by its xml:id.
    """

    documents: Mapping[str, int] = MappingProxyType({})
    names: Mapping[str, str] = MappingProxyType({})


def chapter_of(
    unit: Unit,
    header: Header,
    entries: Mapping[str, str],
    images: Mapping[str, str],
    *,
    presentation: Presentation | None = None,
    surroundings: Surroundings | None = None,
) -> Chapter:
    """Transform one text.

    Args:
        unit: The text and its header.
        header: The same header, read.
        entries: Address of each register entry, by its xml:id.
        images: Address of each image, by ``graphic/@url``.
        presentation: How it is shown.
        surroundings: What it stands among.

    Returns:
        The chapter; its findings (B803 to B807) have lines but no path yet.
    """
    shown, around = presentation or Presentation(), surroundings or Surroundings()
    looks = looks_of(shown.elements)
    own = looks.is_block if looks else None
    text = unit.texts[0]
    head = title_head(text) if len(unit.texts) == 1 else None
    language = _language(text, header.language)
    walk = Walk(
        blocks=frozenset().union(*(blocks(part, own) for part in unit.texts)),
        rules=RULES,
        labels=labels(language),
        entries=entries,
        images=images,
        keeps_marks=keeps_marks(unit.tei),
        title_head=head,
        language=language,
        heading_level=0 if head is not None else 1,
        own=looks.rule if looks else None,
        plain=plain_of(unit.tei, shown),
        documents=around.documents,
        people=around.names,
        names=around.names if shown.speakers else {},
    )
    for part in unit.texts:
        walk.ids.reserve([value for node in part.iter() if (value := node.get(XML_ID))])
    out = Markup(language)
    title = _heading(walk, header, out) if head is None else ""
    for part in unit.texts:
        walk.element(part, out)
    return _chapter(walk, out, title, language)


def _chapter(walk: Walk, out: Markup, title: str, language: str) -> Chapter:
    first = next((heading for heading in walk.headings if heading.level == 1), Heading(1, "", title))
    stretches = out.parted([cut.position for cut in walk.cuts])
    heading = notes_heading(walk) if walk.notes else ""
    written = frozenset(name for text in (*stretches, *walk.notes) for name in _ID.findall(text))
    stretches = [_with_live_links(text, walk, written) for text in stretches]
    notes = tuple(_with_live_links(text, walk, written) for text in walk.notes)
    body = "".join((*stretches, *((f"{heading}\n", "\n".join(notes), "\n</section>") if notes else ())))
    marks = [Cut(0, (), 0), *walk.cuts]
    pieces = [Piece(text, cut.opened, cut.notes) for text, cut in zip(stretches, marks, strict=True)]
    return Chapter(
        title=first.label,
        title_id=first.id,
        body=body,
        pieces=tuple(pieces) if len(body) > LONGEST and len(pieces) > 1 else (),
        notes=notes,
        notes_heading=heading,
        language=language,
        languages=frozenset({*walk.languages, language}),
        headings=tuple(walk.headings),
        pages=tuple(walk.pages),
        mentions=tuple(walk.mentions),
        images=frozenset(walk.shown_images),
        identifiers=walk.ids.all_of(written),
        has_math=walk.has_math,
        findings=tuple(_findings(walk)),
    )


def _heading(walk: Walk, header: Header, out: Markup) -> str:
    title = typeset(header.title, header.language) or walk.labels["untitled"]
    identifier = walk.ids.new("h-1")
    walk.headings.append(Heading(1, identifier, title))
    out.block(tag("h1", id=identifier) + escaped(title) + "</h1>")
    return title


def _language(text: Element, otherwise: str) -> str:
    return language_tag(text.get(XML_LANG, "")) or otherwise


def _with_live_links(markup: str, walk: Walk, written: frozenset[str]) -> str:
    """Take away links to ids that were not written (of readings and page furniture that are not shown)."""

    def checked(match: re.Match[str]) -> str:
        if match[1] in written:
            return match[0]
        walk.problems.dangling.setdefault(f"#{match[1]}", 0)
        return ""

    return _LINK.sub(checked, markup)


def _findings(walk: Walk) -> list[Finding]:
    problems = walk.problems
    found: list[Finding] = []
    for code, what, places in (
        ("B803", "unknown elements, shown as their text", problems.unknown),
        ("B804", "images not in the book", problems.images),
        ("B805", "links that are not safe in a book", problems.unsafe),
        ("B806", "links that lead nowhere in the book", problems.dangling),
    ):
        if places:
            names = sorted(places)
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            shown = ", ".join(name[:80] for name in names[:_SHOWN])
            found.append(finding(code, f"{what}: {shown}{more}", Locus("", min(places.values()))))
    if problems.too_deep:
        message = f"elements are nested more than {DEEPEST} deep; their text is kept without structure"
        found.append(finding("B807", message, Locus("", problems.too_deep)))
    return found
