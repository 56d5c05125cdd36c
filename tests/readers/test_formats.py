from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from tei_edition.model.article import SPACE, Article
from tei_edition.readers.docx import read_docx
from tei_edition.readers.frontmatter import front_matter
from tei_edition.readers.markdown import read_markdown
from tei_edition.readers.read import endings, read, reader
from tei_edition.readers.text import read_text
from word_documents import paragraph, word_document

if TYPE_CHECKING:
    from pathlib import Path

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."


def docx(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of paragraphs: (style, text)."""
    return word_document("".join(paragraph(text, style) for style, text in paragraphs))


def kinds(article: Article | None) -> list[str]:
    assert article is not None
    return [
        " ".join(filter(None, (block.kind, block.attribute("type")))) for block in article.blocks if block.kind != SPACE
    ]


def test_a_word_document() -> None:
    data = docx(
        ("Title", "Harbour Works Begin"), ("Normal", "By JOHN MILL"), ("Normal", f"LEEDS, May 4 — {LONG}"),
        ("Heading1", "The Price of Coal"), ("Normal", LONG),
    )  # fmt: skip
    article = read_docx("x.docx", data).article
    assert kinds(article) == ["head main", "byline", "opener", "p", "head sub", "p"]
    assert article
    assert article.metadata.title
    assert article.metadata.title.value == "Harbour Works Begin"
    assert [author.value for author in article.metadata.authors] == ["John Mill"]
    assert article.source.media_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "X003"),
        (b"PK\x03\x04", "X003"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "X003"),
        (docx(("Normal", LONG))[:500], "X003"),
        (docx(("Normal", "")), "X001"),
        (b"plain text", "X003"),
    ],
)
def test_what_is_no_word_document_is_refused(data: bytes, code: str) -> None:
    reading = read_docx("x.docx", data)
    assert reading.article is None
    assert [finding.code for finding in reading.findings] == [code]


def test_a_package_without_a_document_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "text")
    assert [finding.code for finding in read_docx("x.docx", buffer.getvalue()).findings] == ["X003"]


MARKDOWN = f"""---
title: "Harbour Works"
date_text: 18 December 1949
source: The Daily Argus, Page 4
people:
  - John Mill
---

![[../raw/harbour.jpg]]

# Harbour Works Begin

{LONG} *Coal* and [wood](https://argus.example/wood) and [more](javascript:alert(1)).

1. Coal
2. Wood

| Ware | Price |
|------|-------|
| Coal | 3     |

> {LONG}
"""


def test_markdown_with_front_matter() -> None:
    article = read_markdown("x.md", MARKDOWN.encode()).article
    assert kinds(article) == ["head main", "p", "list numbered", "table", "quote block"]
    assert article
    known = article.metadata
    stated = (known.title, known.date, known.periodical, known.page)
    assert [one.value for one in stated if one] == ["Harbour Works Begin", "1949-12-18", "The Daily Argus", "4"]
    assert [entry.reason for entry in article.ledger] == ["metadata", "embedded"]
    assert "John Mill" in article.ledger[0].text
    targets = [dict(one.features).get("target") for one in article.annotations if one.label == "ref"]
    assert targets == ["https://argus.example/wood"]


def test_markup_in_markdown_is_text() -> None:
    article = read_markdown("x.md", f"# Works\n\n{LONG} <b>bold</b> <script>x</script>\n".encode()).article
    assert article
    assert "<b>bold</b> <script>x</script>" in article.text


@pytest.mark.slow
def test_the_development_clippings(shared: Path) -> None:
    found = {}
    for file in (shared / "articles" / "periodicals").glob("*.md"):
        article = read(file.name, file.read_bytes()).article
        assert article is not None
        found[file.name.split("_")[0]] = (
            article.metadata.date.value if article.metadata.date else None,
            article.metadata.periodical.value if article.metadata.periodical else None,
        )
    assert sorted(found.items()) == [
        ("saroop-1936-07-18", ("1936-07-18", "The Straits Times")),
        ("saroop-1949-12-18", ("1949-12-18", "Indian Daily Mail")),
        ("saroop-unknown-date", (None, None)),
    ]


def test_fields_above_a_plain_text_are_read_and_kept() -> None:
    text = f"title: Works Begin\nsubheadline:\nauthor: Mary O'Neil\ndate: 1911\nuri: http://x.example/1\n\n{LONG}\n"
    article = read_text("x.txt", text.encode()).article
    assert kinds(article) == ["fw header", "p"]
    assert article
    assert article.metadata.title
    assert article.metadata.title.span
    assert article.metadata.title.span.of(article.text) == article.metadata.title.value == "Works Begin"
    assert article.metadata.date
    assert article.metadata.date.value == "1911"
    assert [author.value for author in article.metadata.authors] == ["Mary O'Neil"]


@pytest.mark.parametrize(
    "text",
    ["", "A sentence: with a colon.\nmore", "title: only one field\n\nText", "note: x\ndate: y\n", "---\nno end"],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>\n<html>", "\n <html lang='en'>", "<!-- x -->\n<HEAD>", '<?xml version="1.0"?><html>']
)
def test_a_web_page_named_txt_is_read_as_one_and_said_so(start: str) -> None:
    reading = read("x.txt", f"{start}<body><h1>Works Begin</h1><p>{LONG}</p>".encode())
    assert kinds(reading.article) == ["head main", "p"]
    assert reading.article
    assert reading.article.source.media_type == "text/html"
    assert reading.findings[0].code == "X012"
    assert "named .txt" in reading.findings[0].message


def test_a_text_named_html_keeps_its_paragraphs() -> None:
    reading = read("x.html", f"Works Begin\n\nBy JOHN MILL\n\n{LONG}\n\n{LONG}\n".encode())
    assert kinds(reading.article) == ["head main", "byline", "p", "p"]
    assert "X012" in [finding.code for finding in reading.findings]


@pytest.mark.parametrize("text", [f"1 < 2, he said.\n\n{LONG}", f"The <html> tag is no news.\n\n{LONG}"])
def test_a_text_that_speaks_of_markup_is_a_text(text: str) -> None:
    reading = read("x.txt", text.encode())
    assert "X012" not in [finding.code for finding in reading.findings]


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.md", "x.docx"])
@pytest.mark.parametrize("data", [b"%PDF-1.7\n%...", b"\x89PNG\r\n\x1a\n", b"{\\rtf1 x}", b"\xd0\xcf\x11\xe0" * 9])
def test_no_name_makes_a_binary_file_a_text(name: str, data: bytes) -> None:
    reading = read(name, data)
    assert reading.article is None
    assert [finding.code for finding in reading.findings] == ["X003"]


def test_each_ending_has_its_reader() -> None:
    assert {"txt", "html", "htm", "md", "docx"} <= endings()
    assert reader("html").__name__ == "read_html"
    assert reader("md").__name__ == "read_markdown"
    assert reader("") is reader("unheard-of") is read_text
