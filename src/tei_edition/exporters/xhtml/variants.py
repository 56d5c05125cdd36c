"""Rules for editorial changes: the reading text, the original on demand.

Source: TEI Guidelines, COED "Simple Editorial Changes"; PHSK "Headers, Footers, and Similar Matter".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.characters import collapsed
from tei_edition.exporters.xhtml.markup import escaped, tag
from tei_edition.tei.text import text_after, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.markup import Markup
    from tei_edition.exporters.xhtml.walk import Walk


def choice(walk: Walk, element: Element, out: Markup) -> None:
    """Write what the editor chose; what the source has stands in the title."""
    shown = walk.choice(element)
    seen = frozenset(shown)
    others = (child for child in element if isinstance(child.tag, str) and child not in seen)
    hidden = collapsed(" / ".join(map(text_of, others)))
    wrapped = bool(hidden) and element not in walk.blocks
    if wrapped:
        title = f"{walk.labels['original']}: {hidden}"
        out.raw(tag("span", **walk.common(element, "choice"), title=title))
    for number, child in enumerate(shown):
        if number:
            out.raw(" / ")
        walk.element(child, out)
    if wrapped:
        out.raw("</span>")


def label(walk: Walk, element: Element, out: Markup) -> None:
    """Write a label; among words it is a word apart."""
    if element in walk.blocks:
        walk.block(element, out)
        return
    walk.phrase(element, out)
    if text_after(element)[:1].isalnum():
        out.text(" ")


def gap(walk: Walk, element: Element, out: Markup) -> None:
    """Write an omission as […], with what is said about it."""
    title = " ".join(part for part in (walk.labels["gap"], element.get("reason", "")) if part)
    out.raw(tag("span", **walk.common(element, "gap"), title=title) + "[…")
    words = collapsed(text_of(element, "reading"))
    out.raw((" " + escaped(words) if words else "") + "]</span>")


def space(walk: Walk, element: Element, out: Markup) -> None:
    """Write white space that the source shows as one space."""
    out.text(" ")
    walk.content(element, out)


def forme_work(walk: Walk, element: Element, out: Markup) -> None:
    """Leave page furniture out of reading text."""
    del walk, element, out
