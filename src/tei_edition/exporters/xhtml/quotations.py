"""Rule for quotations: the source's own marks are kept; where it has none, ``q`` and the style sheet set them.

Source: TEI Guidelines, COHQU "Quotation"; CSS Generated Content, 2.4 "quotes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.quotation import needs_marks
from tei_edition.exporters.xhtml.markup import escaped, tag
from tei_edition.tei.names import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.markup import Markup
    from tei_edition.exporters.xhtml.walk import Walk


def quotation(walk: Walk, element: Element, out: Markup) -> None:
    """Write ``q``, ``quote``, ``said`` or ``soCalled``."""
    name = local_name(element)
    if element in walk.blocks:
        walk.block(element, out, "" if name == "quote" or walk.has_blocks(element) else "p")
        return
    _speaker(walk, element, out)
    if element.get("direct") == "false":
        walk.phrase(element, out, "span")
        return
    supplied = not walk.keeps_marks and needs_marks(element)
    out.raw(tag("q", **walk.common(element, name, "" if supplied else "kept")))
    if not supplied:
        out.quotation_begins()
    walk.content(element, out)
    if not supplied:
        out.quotation_ends()
    out.raw("</q>")


def _speaker(walk: Walk, element: Element, out: Markup) -> None:
    """Name who speaks, where that is wanted and known; the second part of an interrupted speech needs no name."""
    if not walk.names or element.get("prev"):
        return
    keys = (pointer.rpartition("#")[2] for pointer in element.get("who", "").split())
    known = [walk.names[key] for key in keys if key in walk.names]
    if known:
        out.raw(f'<span class="who">[{escaped(", ".join(known))}]</span> ')
