"""The body of a document: blocks to elements, their text through ``encoding.inline``."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING

from tei_edition.encoding.arrange import Division, arranged
from tei_edition.encoding.source import part_id
from tei_edition.model.article import SPACE, Article, Block
from tei_edition.tei.names import XML_ID, XML_SPACE, local_name
from tei_edition.tei.text import add, append_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.encoding.inline import InlineWriter


def write_body(parent: Element, article: Article, writer: InlineWriter) -> None:
    """Write the article's division into ``parent``, or one for each of the articles that it holds.

    White space inside them is the source's own (``xml:space="preserve"``), so that their text is the source's.
    """
    paragraphs = _Numbering(article.id)
    starts = [part.start for part in article.parts] or [0]
    for number, (start, end) in enumerate(itertools.pairwise((*starts, len(article.text) + 1)), 1):
        division = add(parent, "div", type="article")
        division.set(XML_SPACE, "preserve")
        if article.parts:
            division.set("corresp", f"#{part_id(article, number)}")
        first, last = (bisect_left(article.blocks, edge, key=lambda block: block.span.start) for edge in (start, end))
        _write_division(division, arranged(article.blocks[first:last]), writer, paragraphs)
    writer.chains.link()


class _Numbering:
    """Gives paragraphs their ids in the order of the text."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._count = 0

    def named(self, name: str) -> str:
        return f"{self._prefix}.{name}"

    def next(self) -> str:
        self._count += 1
        return f"{self._prefix}.p{self._count}"


def _write_division(parent: Element, division: Division, writer: InlineWriter, numbering: _Numbering) -> None:
    for item in division.content:
        if isinstance(item, Division):
            _write_division(add(parent, "div", type="section"), item, writer, numbering)
        else:
            _write_block(parent, item, writer, numbering)


def _write_block(parent: Element, block: Block, writer: InlineWriter, numbering: _Numbering) -> None:
    if block.kind == SPACE:
        append_text(parent, block.span.of(writer.text))
        return
    element = add(parent, block.kind)
    if block.kind == "p":
        element.set(XML_ID, numbering.next())
    for name, value in block.attributes:
        if name == "graphic":
            add(element, "graphic", url=value)
        elif name == "id":
            element.set(XML_ID, numbering.named(value))
        else:
            element.set(name, value)
    if not block.children:
        writer.write(element, block.span)
    for child in block.children:
        _write_block(element, child, writer, numbering)
    _set_speaker(element)


def _set_speaker(turn: Element) -> None:
    """Say in @who of a turn of an interview whom its label names, where that is one person or body."""
    if local_name(turn) != "sp" or turn.get("who"):
        return
    labels = (child for child in turn if local_name(child) == "speaker")
    named = {ref for label in labels for name in label.iter() if (ref := name.get("ref"))}
    if len(named) == 1:
        turn.set("who", named.pop())
