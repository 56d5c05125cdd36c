"""Rules for notes and apparatus: a number in the text, the words below, linked both ways.

Source: EPUB 3.3, C.3 "noteref, footnote"; TEI Guidelines, CONO "Notes, Annotation, and Indexing"; TC "Critical
Apparatus".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.elements import elements
from tei_edition.exporters.reading.variants import lemma, other_readings, witnesses
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag
from tei_edition.exporters.xhtml.walk import DEEPEST
from tei_edition.tei.names import is_tei, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.walk import Walk


def note(walk: Walk, element: Element, out: Markup) -> None:
    """Write a note among words as a reference; a note between blocks in its place."""
    if element in walk.blocks and _between_blocks(element):
        walk.block(element, out, "div")
        return
    place = _marker(walk, element, out)
    in_link, walk.in_link = walk.in_link, False
    body = walk.captured(_note_body, element)
    walk.in_link = in_link
    _finish(walk, place, body, has_blocks=walk.has_blocks(element))


def index(walk: Walk, element: Element, out: Markup) -> None:
    """Keep the terms of an ``index``, which no page shows, in a note."""
    if any(words.strip() for words in element.itertext()):
        note(walk, element, out)


def apparatus(walk: Walk, element: Element, out: Markup) -> None:
    """Write the lemma in the text and the other readings in a note."""
    shown = lemma(element)
    blocks = element in walk.blocks
    if blocks:
        out.block(tag("div", **walk.common(element, "app")))
    if shown is not None:
        identifier = walk.own_id(shown) if blocks else walk.own_id(element) or walk.own_id(shown)
        if identifier:
            out.raw(f'<span id="{identifier}"></span>')
        walk.content(shown, out)
    readings = [words for child in other_readings(element) if (words := walk.captured(_reading, child))]
    if readings:
        place = _marker(walk, None, out)
        _finish(walk, place, "; ".join(readings), has_blocks=False)
    if blocks:
        out.block("</div>")


def notes_heading(walk: Walk) -> str:
    """Return the start of the section with the notes of the text: its start tag and heading."""
    heading = escaped(walk.labels["notes"])
    return f'<section class="notes" epub:type="footnotes"><h2 id="{walk.ids.new("notes")}">{heading}</h2>'


def _between_blocks(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) in elements().containers


def _marker(walk: Walk, element: Element | None, out: Markup) -> tuple[int, str, str]:
    number = len(walk.notes) + 1
    walk.notes.append("")
    identifier = (walk.own_id(element) if element is not None else "") or walk.ids.new(f"fn-{number}")
    reference = walk.ids.new(f"fnref-{number}")
    attributes = {"id": reference, "class_": "noteref"}
    if walk.in_link:
        out.raw(f"{tag('sup', **attributes)}{number}</sup>")
    else:
        link = tag("a", **attributes, href=f"#{identifier}", epub__type="noteref", role="doc-noteref")
        out.raw(f"<sup>{link}{number}</a></sup>")
    return number, identifier, reference


def _finish(walk: Walk, place: tuple[int, str, str], body: str, *, has_blocks: bool) -> None:
    number, identifier, reference = place
    back = tag("a", href=f"#{reference}", role="doc-backlink", title=walk.labels["back"])
    start = tag("aside", id=identifier, class_="footnote", epub__type="footnote", role="doc-footnote")
    link = f"{back}{number}</a>"
    content = f'<p class="mark">{link}</p>{body}' if has_blocks else f"<p>{link} {body}</p>"
    walk.notes[number - 1] = f"{start}{content}</aside>"


def _note_body(walk: Walk, element: Element, out: Markup) -> None:
    walk.content(element, out)


def _reading(walk: Walk, element: Element, out: Markup) -> None:
    if is_tei(element, "rdgGrp", "app") and walk.depth < DEEPEST:
        walk.depth += 1
        for number, child in enumerate(child for child in element if isinstance(child.tag, str)):
            if number:
                out.raw("; ")
            _reading(walk, child, out)
        walk.depth -= 1
        return
    words = "".join(element.itertext()).strip()
    if element in walk.blocks and walk.has_blocks(element):
        out.text(words)
    else:
        walk.content(element, out)
    if is_tei(element, "rdg") and not words and not len(element):
        out.raw("<i>om.</i>")
    sigla = witnesses(element)
    if sigla and not is_tei(element, "witDetail"):
        out.raw(f' <span class="wit">{escaped(sigla)}</span>')
