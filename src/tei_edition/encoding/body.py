"""The body of a document: blocks to elements, their text through ``encoding.inline``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.encoding.arrange import Division, arranged
from tei_edition.model.article import SPACE, Article, Block
from tei_edition.tei.names import XML_ID, XML_SPACE
from tei_edition.tei.text import add, append_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.encoding.inline import InlineWriter


def write_body(parent: Element, article: Article, writer: InlineWriter) -> Element:
    """Write the article's division into ``parent`` and return it.

    White space inside it is the source's own (``xml:space="preserve"``), so that its text is the source's.
    """
    division = add(parent, "div", type="article")
    division.set(XML_SPACE, "preserve")
    paragraphs = _Numbering(article.id)
    _write_division(division, arranged(article.blocks), writer, paragraphs)
    writer.chains.link()
    return division


class _Numbering:
    """Gives paragraphs their ids in the order of the text."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._count = 0

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
        element.set(name, value)
    if not block.children:
        writer.write(element, block.span)
    for child in block.children:
        _write_block(element, child, writer, numbering)
