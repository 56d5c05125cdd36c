"""Whole pages as web sites of many kinds and years make them, and what must be read from each."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tei_edition.core.characters import collapsed
from tei_edition.readers.html import read_html
from tei_edition.readers.html.tokens import Text, tokens

if TYPE_CHECKING:
    from tei_edition.model.article import Article

FOLDER = Path(__file__).parent / "pages"
PAGES: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))
PARAGRAPHS = {
    "@1@": "The committee met on Tuesday in the old customs house and heard a long report about the harbour, the roads "
    "and the price of coal, which had risen again since the spring.",
    "@2@": "Nobody in the room was surprised by the figures, and only two of the members asked to see the accounts "
    "before the money was voted; they were told that the clerk had gone home.",
    "@3@": "“We have been patient for eleven years,” said the chairman of the residents, who had walked in from the "
    "far side of the hill, “and we shall be patient until the tide comes through the door.”",
    "@4@": "The work is to begin in the autumn, if the weather allows it, and will take the better part of two winters "
    "to finish, according to the engineer who drew the plans.",
}


def page(name: str) -> str:
    text = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    for mark, paragraph in PARAGRAPHS.items():
        text = text.replace(mark, paragraph)
    return text


def article_of(name: str) -> Article:
    article = read_html(f"{name}.html", page(name).encode()).article
    assert article is not None
    return article


def byline(article: Article) -> str | None:
    leaf = next((leaf for leaf in article.leaves() if leaf.kind == "byline"), None)
    return collapsed(leaf.span.of(article.text)) if leaf else None


@pytest.mark.parametrize("name", sorted(PAGES))
def test_headline_authors_and_date(name: str) -> None:
    wanted, article = PAGES[name], article_of(name)
    known = article.metadata
    assert (
        known.title.value if known.title else None,
        [author.value for author in known.authors],
        known.date.value if known.date else None,
    ) == (wanted["headline"], wanted["authors"], wanted["date"])
    if "byline" in wanted:
        assert byline(article) == wanted["byline"]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_text_is_the_article_and_the_rest_stands_in_the_ledger(name: str) -> None:
    article, source = article_of(name), page(name)
    text = collapsed(article.text)
    ledger = " ".join(entry.text for entry in article.ledger)
    for words in (*(one for one in PARAGRAPHS.values() if one in source), *PAGES[name].get("text", ())):
        assert words in text
    for words in PAGES[name].get("left", ()):
        assert words not in text
        assert words in ledger


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_character_is_lost(name: str) -> None:
    article = article_of(name)
    found = Counter("".join("".join([article.text, *(entry.text for entry in article.ledger)]).split()))
    words = (one.text for one in tokens(page(name)) if isinstance(one, Text) and one.raw not in {"script", "style"})
    assert found == Counter("".join("".join(words).split()))


def test_each_page_of_the_folder_is_described() -> None:
    assert sorted(PAGES) == sorted(file.stem for file in FOLDER.glob("*.html"))
