"""Rules for what has no look of its own, and for who speaks on a stage or in a transcript.

Source: TEI Guidelines, DR "Performance Texts"; DS "Default Text Structure"; TSSASE "Utterances".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.xhtml.markup import escaped
from tei_edition.tei.names import XML_ID, XML_LANG, is_tei, local_name

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


def utterance(walk: Walk, element: Element, out: Markup) -> None:
    """Write what somebody says in a transcript, after who it is where the text does not say so itself."""
    walk.wrapped(element, out, walk.block_name(element), *walk.classes(element), content=_utterance)


def _utterance(walk: Walk, element: Element, out: Markup) -> None:
    previous = element.getprevious()
    announced = (
        previous is not None
        and is_tei(previous, "note", "speaker")
        and "speaker" in {local_name(previous), previous.get("type")}
    )
    keys = [pointer.rpartition("#")[2] for pointer in element.get("who", "").split()]
    if keys and not announced:
        names = ", ".join(walk.people.get(key) or key.replace("_", " ") for key in keys)
        out.raw(f'<b class="who">{escaped(names)}:</b> ')
    walk.content(element, out)
