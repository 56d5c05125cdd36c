"""One TEI text to one chapter.

Source: TEI Guidelines, DS "Default Text Structure"; EPUB 3.3, 6.1 "XHTML content documents".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.typography import typeset
from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.language import language_tag
from tei_edition.exporters.reading.quotation import keeps_marks
from tei_edition.exporters.xhtml.chapter import Chapter, Heading
from tei_edition.exporters.xhtml.headings import title_head
from tei_edition.exporters.xhtml.labels import labels
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag
from tei_edition.exporters.xhtml.notes import notes_section
from tei_edition.exporters.xhtml.rules import RULES
from tei_edition.exporters.xhtml.walk import DEEPEST, Walk
from tei_edition.tei.names import XML_ID, XML_LANG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.reading.header import Header
    from tei_edition.exporters.reading.units import Unit

_LINK = re.compile(r' href="#([^"]+)"')
_SHOWN = 5


def chapter_of(unit: Unit, header: Header, entries: Mapping[str, str], images: Mapping[str, str]) -> Chapter:
    """Transform one text.

    Args:
        unit: The text and its header.
        header: The same header, read.
        entries: Address of each register entry, by its xml:id.
        images: Address of each image, by ``graphic/@url``.

    Returns:
        The chapter; its findings (B803 to B807) have lines but no path yet.
    """
    text = unit.texts[0]
    head = title_head(text) if len(unit.texts) == 1 else None
    language = _language(text, header.language)
    flow = frozenset().union(*(blocks(part) for part in unit.texts))
    walk = Walk(
        blocks=flow,
        rules=RULES,
        labels=labels(language),
        entries=entries,
        images=images,
        keeps_marks=keeps_marks(unit.tei),
        title_head=head,
        language=language,
        heading_level=0 if head is not None else 1,
    )
    for part in unit.texts:
        walk.ids.reserve([value for node in part.iter() if (value := node.get(XML_ID))])
    out = Markup(language)
    title = _heading(walk, header, out) if head is None else ""
    for part in unit.texts:
        walk.element(part, out)
    body = _with_live_links(out.joined() + notes_section(walk), walk)
    first = next((heading for heading in walk.headings if heading.level == 1), Heading(1, "", title))
    return Chapter(
        title=first.label,
        title_id=first.id,
        body=body,
        language=language,
        languages=frozenset({*walk.languages, language}),
        headings=tuple(walk.headings),
        pages=tuple(walk.pages),
        mentions=tuple(walk.mentions),
        images=frozenset(walk.shown_images),
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


def _with_live_links(body: str, walk: Walk) -> str:
    """Take away links to ids that were not written (of readings and page furniture that are not shown)."""
    written = set(re.findall(r' id="([^"]+)"', body))

    def checked(match: re.Match[str]) -> str:
        if match[1] in written:
            return match[0]
        walk.problems.dangling.setdefault(f"#{match[1]}", 0)
        return ""

    return _LINK.sub(checked, body)


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
