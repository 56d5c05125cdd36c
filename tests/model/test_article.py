from __future__ import annotations

import pickle

import pytest
from hypothesis import given

from strategies import articles
from tei_edition.core.span import Span
from tei_edition.model.article import SPACE, Article, Block, Repair, plain_article


@given(articles())
def test_leaves_tile_the_text_and_articles_travel(article: Article) -> None:
    assert "".join(leaf.span.of(article.text) for leaf in article.leaves()) == article.text
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("text", "blocks", "complaint"),
    [
        ("abc", (Block("p", Span(0, 2)),), "do not tile"),
        ("abc", (Block("p", Span(1, 3)),), "do not tile"),
        ("abc", (Block("p", Span(0, 2)), Block("p", Span(1, 3))), "do not tile"),
        ("a\rb", (Block("p", Span(0, 3)),), "newlines only"),
        ("e\u0301", (Block("p", Span(0, 2)),), "NFC"),
        ("a\x07b", (Block("p", Span(0, 3)),), "XML cannot hold"),
        ("abc", (Block(SPACE, Span(0, 3)),), "white space holds text"),
        ("abc", (Block("item", Span(0, 3)),), "cannot stand in an article"),
        ("abc", (Block("list", Span(0, 3)),), "holds children"),
    ],
)
def test_what_is_no_article_is_refused(text: str, blocks: tuple[Block, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Article("x", text, blocks)


def test_children_tile_their_parent() -> None:
    with pytest.raises(ValueError, match="do not tile"):
        Block("list", Span(0, 5), children=(Block("item", Span(0, 4)),))
    with pytest.raises(ValueError, match="cannot stand in list"):
        Block("list", Span(0, 5), children=(Block("p", Span(0, 5)),))


@pytest.mark.parametrize("spans", [(Span(0, 2), Span(1, 3)), (Span(2, 5),), (Span(1, 1),), (Span(2, 3), Span(0, 1))])
def test_repairs_stay_apart_and_in_their_blocks(spans: tuple[Span, ...]) -> None:
    blocks = (Block("p", Span(0, 4)), Block("p", Span(4, 8)))
    repairs = tuple(Repair(span, "x", "sic", "A611") for span in spans)
    with pytest.raises(ValueError, match="repair A611"):
        Article("x", "abcdefgh", blocks, repairs=repairs)


def test_plain_articles() -> None:
    assert plain_article("x", "").blocks == ()
    assert plain_article("x", " \n").blocks[0].kind == SPACE
    assert plain_article("x", "Text.").blocks[0].kind == "p"


def test_attributes_are_read_by_name() -> None:
    block = Block("head", Span(0, 1), (("type", "main"),))
    assert block.attribute("type") == "main"
    assert block.attribute("n") is None
