"""Arbitrary texts, articles and annotations for the laws."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from tei_edition.core.characters import XML_SPACE, nfc
from tei_edition.core.span import Span
from tei_edition.model.article import SPACE, Article, Block, Metadata, Repair, RepairKind, Stated
from tei_edition.model.layer import Annotation

REPAIR_KINDS: tuple[RepairKind, ...] = ("sic", "orig")
TEXT_KINDS = (
    "p", "head", "byline", "dateline", "opener", "closer", "salute", "signed", "trailer", "fw", "note", "ab", "l",
    "quote",
)  # fmt: skip
LABELS = (
    "said", "quote", "q", "soCalled", "mentioned", "title", "persName", "placeName", "orgName", "date", "rs", "num",
    "unheardOf",
)  # fmt: skip

xml_characters = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[chr(c) for c in range(32) if c not in {9, 10}] + ["\ufffe", "\uffff"],
)
texts = (
    st.text(st.one_of(st.sampled_from("ab “”\"'`.-\n\u00a0&<>]é"), xml_characters), max_size=120)
    .map(nfc)
    .filter(lambda t: "\r" not in t)
)


@st.composite
def blocks_of(draw: st.DrawFn, text: str) -> tuple[Block, ...]:
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    blocks = []
    for start, end in pairwise(cuts):
        blank = not text[start:end].strip(XML_SPACE)
        kind = SPACE if blank and draw(st.booleans()) else draw(st.sampled_from(TEXT_KINDS))
        if kind == "head" and not text[start:end].strip():
            kind = "p"  # no reader makes a heading of nothing
        blocks.append(Block(kind, Span(start, end)))
    return tuple(blocks)


@st.composite
def spans_in(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def repairs_in(draw: st.DrawFn, blocks: tuple[Block, ...]) -> tuple[Repair, ...]:
    repairs = []
    for block in blocks:
        if block.kind == SPACE or not len(block.span) or not draw(st.booleans()):
            continue
        span = draw(spans_in(len(block.span))).shifted(block.span.start)
        kind: RepairKind = draw(st.sampled_from(REPAIR_KINDS))
        repairs.append(Repair(span, draw(st.sampled_from(("", "x", "corrected"))), kind, "A611"))
    return tuple(repairs)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(texts)
    blocks = draw(blocks_of(text))
    title = Stated("A title") if draw(st.booleans()) else None
    language = draw(st.sampled_from(("en", "pl", None)))
    return Article(
        "article-x", text, blocks, Metadata(title=title, language=language), repairs=draw(repairs_in(blocks))
    )


@st.composite
def annotations_of(draw: st.DrawFn, text: str) -> tuple[Annotation, ...]:
    """Any annotations: nested, crossing, across blocks, doubled, of no known label."""
    if not text:
        return ()
    return tuple(
        Annotation(
            draw(spans_in(len(text))),
            draw(st.sampled_from(LABELS)),
            draw(st.sampled_from(("default", "other"))),
            draw(st.floats(0, 1)),
            draw(st.sampled_from(((), (("chain", "c1"),), (("level", "m"),)))),
        )
        for _ in range(draw(st.integers(0, 8)))
    )
