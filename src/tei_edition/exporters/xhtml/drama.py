"""Rules for what has no look of its own and for speakers.

Source: TEI Guidelines, DR "Performance Texts"; DS "Default Text Structure".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID, XML_LANG

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.markup import Markup
    from tei_edition.exporters.xhtml.walk import Walk


def transparent(walk: Walk, element: Element, out: Markup) -> None:
    """Write the content of ``text``, ``body`` or ``group``; a language or id of its own takes a ``div``."""
    if walk.depth > 1 and (element.get(XML_ID) or element.get(XML_LANG) or element.get("rend")):
        walk.container(element, out, "div")
        return
    out.end_block()
    out.language = walk.language
    with walk.breakable():
        walk.content(element, out)
    out.end_block()


def speaker(walk: Walk, element: Element, out: Markup) -> None:
    """Write who speaks as a line of its own."""
    if element in walk.blocks:
        walk.block(element, out, "div" if walk.has_blocks(element) else "p")
    else:
        walk.phrase(element, out, "b")
