"""Articles made of paragraphs, for what goes on from one to the next."""

from __future__ import annotations

from tei_edition.core.span import Span
from tei_edition.model.article import SPACE, Article, Block


def in_paragraphs(*paragraphs: str) -> Article:
    blocks: list[Block] = []
    text = ""
    for paragraph in paragraphs:
        if text:
            blocks.append(Block(SPACE, Span(len(text), len(text) + 2)))
            text += "\n\n"
        blocks.append(Block("p", Span(len(text), len(text) + len(paragraph))))
        text += paragraph
    return Article("x", text, tuple(blocks))
