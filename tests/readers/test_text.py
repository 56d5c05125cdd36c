from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.model.article import Metadata, Stated
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.text import article_id, read_text

if TYPE_CHECKING:
    from pathlib import Path


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    reading = read_text("x.txt", data)
    if reading.article is None:
        assert reading.findings
    else:
        assert reading.article.text.strip()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200).filter(str.strip))
def test_every_character_of_a_text_is_in_the_article(text: str) -> None:
    article = read_text("x.txt", text.encode("utf-8-sig")).article
    assert article is not None
    assert article.repairs or len(article.text) > 0
    assert "".join(leaf.span.of(article.text) for leaf in article.leaves()) == article.text


def test_the_sample(sample: Path) -> None:
    data = sample.read_bytes()
    reading = read_text(sample.name, data)
    article = reading.article
    assert article is not None
    assert article.text == data.decode()
    assert article.metadata.language == "en"
    assert [block.kind for block in article.blocks if block.kind != "space"] == [
        "fw",
        "head",
        *["p"] * 9,
        "byline",
        "fw",
    ]
    assert [(repair.span.of(article.text), repair.replacement) for repair in article.repairs] == [
        ("petty- bourgeois", "petty-bourgeois"),
        ("`", "'"),
    ]
    assert [finding.code for finding in reading.findings] == ["A611", "A617"]


def test_what_is_unknown_is_said() -> None:
    reading = read_text(
        "x.txt", b"Xqz wvu tsr qpo nml kji hgf edc, xqz wvu tsr qpo nml kji hgf edc, xqz wvu tsr qpo, and more. " * 2
    )
    assert reading.article is not None
    assert reading.article.metadata == Metadata()
    assert [finding.code for finding in reading.findings] == ["A601", "A602", "A603", "A604", "A620"]


def test_what_the_user_knows_is_believed() -> None:
    options = ReadOptions(language="pl", periodical="Kurier", off=frozenset({"A611"}))
    text = "A petty- bourgeois party; petty habits, a bourgeois one. " * 3
    article = read_text("x.txt", text.encode(), options).article
    assert article is not None
    assert article.metadata.language == "pl"
    assert article.metadata.periodical == Stated("Kurier")
    assert article.repairs == ()


@pytest.mark.parametrize(
    ("metadata", "identifier"),
    [
        (Metadata(), "raw-dump-7"),
        (Metadata(title=Stated("A Title")), "raw-dump-7"),
        (Metadata(title=Stated("A Title"), date=Stated("1951-05-05")), "article-1951-05-05-a-title"),
        (
            Metadata(title=Stated("A Title"), date=Stated("1951-05-05"), periodical=Stated("The Daily Argus")),
            "daily-argus-1951-05-05-a-title",
        ),
    ],
)
def test_ids_tell_what_they_name(metadata: Metadata, identifier: str) -> None:
    assert article_id(metadata, "folder/Raw dump 7.txt") == identifier


def test_control_characters_are_kept_as_signs() -> None:
    article = read_text("x.txt", b"A line with\x07 a bell and more words to read.").article
    assert article is not None
    assert [(repair.kind, repair.replacement) for repair in article.repairs] == [("g", "U+0007")]


@pytest.mark.slow
def test_development_articles_keep_every_character(shared: Path) -> None:
    files = [*(shared / "articles" / "nyt").glob("*.txt"), *(shared / "articles" / "periodicals").glob("*.txt")]
    assert len(files) > 100
    for file in files:
        article = read_text(file.name, file.read_bytes()).article
        assert article is not None, file
        expected = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        if not article.repairs or all(repair.kind != "g" for repair in article.repairs):
            assert article.text == expected, file
