from __future__ import annotations

from hypothesis import given

from strategies import articles
from tei_edition.core.span import Span
from tei_edition.encoding.arrange import Division, arranged
from tei_edition.model.article import Article, Block


def outline(*kinds: str) -> list[object]:
    blocks = [Block(kind, Span(number, number + 1)) for number, kind in enumerate(kinds)]
    return shape(arranged(blocks))


def shape(division: Division) -> list[object]:
    return [
        shape(item)
        if isinstance(item, Division)
        else f"{item.kind}={item.attribute('type')}"
        if item.kind == "ab"
        else item.kind
        for item in division.content
    ]


def flat(division: Division) -> list[Block]:
    return [block for item in division.content for block in (flat(item) if isinstance(item, Division) else [item])]


@given(articles())
def test_no_block_is_lost_or_moved(article: Article) -> None:
    assert [block.span for block in flat(arranged(article.blocks))] == [block.span for block in article.blocks]


def test_an_article_as_most_are() -> None:
    assert outline("fw", "head", "byline", "p", "p", "byline", "fw") == [
        "fw",
        "head",
        "byline",
        "p",
        "p",
        "byline",
        "fw",
    ]


def test_subheads_open_divisions_and_the_signature_stays_outside() -> None:
    assert outline("head", "p", "space", "head", "space", "p", "head", "p", "byline", "fw") == [
        "head", "p", "space", ["head", "space", "p"], ["head", "p"], "byline", "fw",
    ]  # fmt: skip


def test_a_byline_between_paragraphs_opens_a_division() -> None:
    assert outline("p", "byline", "p") == ["p", ["byline", "p"]]


def test_two_heads_belong_together() -> None:
    assert outline("p", "head", "head", "byline", "p") == ["p", ["head", "head", "byline", "p"]]


def test_what_may_only_end_a_division_becomes_a_block_of_its_type() -> None:
    assert outline("p", "closer", "p", "trailer", "p") == ["p", "ab=closer", "p", "ab=trailer", "p"]


def test_an_article_without_text() -> None:
    assert outline("fw", "head", "byline") == ["fw", "head", "byline"]
    assert outline() == []


def test_closing_matter_goes_together() -> None:
    assert outline("p", "closer", "fw", "trailer") == ["p", "closer", "fw", "trailer"]
