"""Rules of Markdown: headings, block quotations, speakers, emphasis and links.

Source: CommonMark 0.31, 4.2 "ATX headings", 5.1 "Block quotes", 6.3 "Links".
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.core.characters import collapsed
from tei_edition.exporters.text import markdown
from tei_edition.tei.names import local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.text.paragraphs import Paragraphs
    from tei_edition.exporters.text.walk import Walk

_WEB = re.compile(r"https?://[^\s<>()]+")


def heading(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A division's heading, one line; a heading of a list, table or poem in bold."""
    own = walk.paragraphs()
    walk.content(element, own)
    own.end_line(gap=False)
    words = collapsed(" ".join(line.text for line in own.lines))
    if not words:
        return
    divisions = [node for node in element.iterancestors() if local_name(node).startswith("div")]
    parent = element.getparent()
    if divisions and parent is divisions[0]:
        out.add_line(markdown.heading(words, len(divisions) + 1))
    else:
        out.add_line(f"**{words.replace('**', '')}**")


def quotation(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A displayed quotation."""
    own = walk.paragraphs()
    walk.content(element, own)
    for number, line in enumerate(own.joined().split("\n")):
        out.add_line(f"> {line}".rstrip(), gap=not number)


def speaker(walk: Walk, element: Element, out: Paragraphs) -> None:
    """Who speaks, in bold."""
    out.sign(markdown.BOLD[0])
    walk.content(element, out)
    out.sign(markdown.BOLD[1])


def phrase(walk: Walk, element: Element, out: Paragraphs) -> None:
    """Words among others: emphasised, linked or neither."""
    target = (element.get("target", "").split() or [""])[0]
    if local_name(element) == "ref" and _WEB.fullmatch(target):
        out.sign("[")
        walk.content(element, out)
        out.sign(f"]({target})")
        return
    marks = markdown.emphasis(element)
    if marks is None or element in walk.blocks:
        walk.content(element, out)
        return
    out.sign(marks[0])
    walk.content(element, out)
    out.sign(marks[1])


RULES: Mapping[str, Callable[[Walk, Element, Paragraphs], None]] = MappingProxyType(
    {"head": heading, "quote": quotation, "q": quotation, "said": quotation, "speaker": speaker}
)
