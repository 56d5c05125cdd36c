from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from tei_edition.core.line_index import LineIndex
from tei_edition.core.span import Span
from tei_edition.model.article import Block
from tei_edition.readers.conventions import conventions
from tei_edition.readers.docx import read_docx
from tei_edition.readers.html import read_html
from tei_edition.readers.markdown import read_markdown
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.text import read_text
from word_documents import paragraph, word_document


def regular(text: str, language: str | None = "en", off: frozenset[str] = frozenset(), kind: str = "p") -> str:
    """The text with its conventions replaced."""
    repairs, findings = conventions(text, (Block(kind, Span(0, len(text))),), language, LineIndex(text, "x"), off)
    assert {repair.code for repair in repairs} == {finding.code for finding in findings}
    for repair in sorted(repairs, key=lambda one: one.span, reverse=True):
        assert repair.kind == "orig"
        text = text[: repair.span.start] + repair.replacement + text[repair.span.end :]
    return text


@given(texts)
def test_only_the_marks_themselves_are_replaced(text: str) -> None:
    marks = "`'\"-–— \u00a0\u2007\u202f\t"
    assert regular(text).translate({ord(mark): None for mark in marks}) == text.translate(
        {ord(mark): None for mark in marks}
    )


@given(st.text("ab,. \n", max_size=60))
def test_plain_prose_has_none(text: str) -> None:
    assert regular(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("''Yes,'' he said, ``and no.''", '"Yes," he said, "and no."'),
        ("He cried: ''Stop!''", 'He cried: "Stop!"'),
        ("the `one country' idea", "the 'one country' idea"),
        ("pages 14--16 and 1914--18", "pages 14–16 and 1914–18"),
        ("the strike--it failed--ended", "the strike—it failed—ended"),
        ("LONDON -- The strike ended.", "LONDON — The strike ended."),
        ("''Well--'' he began.", '"Well—" he began.'),
        ("one \u00a0 two", "one two"),
        ("one\u00a0\u00a0two", "one two"),
    ],
)
def test_what_stands_for_print(text: str, wanted: str) -> None:
    assert regular(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "run ls --all here",
        "a line\n-----\nbelow",
        "x = '' or ''",
        "type `ls` now",
        "10\u00a0km",
        "Qui\u00a0? Moi\u00a0!",
        "the boys' dogs' tails",
        "<!-- no text -->",
        "'''bold'''",
        "a line \n\u00a0\nanother",
    ],
)
def test_what_is_none(text: str) -> None:
    assert regular(text) == text


def test_the_dash_is_that_of_the_language() -> None:
    assert regular("Er kam -- spät.", "de") == "Er kam – spät."
    assert regular("He came -- late.", None) == "He came – late."


@pytest.mark.parametrize("code", ["A617", "A618", "A621"])
def test_each_can_be_switched_off(code: str) -> None:
    text = "''One'' -- two\u00a0\u00a0three"
    found, _ = conventions(text, (Block("p", Span(0, len(text))),), "en", LineIndex(text, "x"), frozenset({code}))
    assert {repair.code for repair in found} == {"A617", "A618", "A621"} - {code}


def test_furniture_is_left_as_it_is() -> None:
    assert regular("''Home'' -- News", kind="fw") == "''Home'' -- News"


DAMAGED = "The harbour works were begun in spring by the old compa- ny of donâ€™ts -- ''late,'' it was said of the"
REST = "company that had built the pier in the year before, and of nobody else in the town at the time."
OFF = frozenset({"A611", "A613", "A616", "A617", "A621"})


@pytest.mark.parametrize("off", [frozenset(), OFF])
@pytest.mark.parametrize("kind", ["txt", "html", "md", "docx"])
def test_every_reader_makes_the_same_repairs(kind: str, off: frozenset[str]) -> None:
    options = ReadOptions(off=off)
    plain = f"Works Begin\n\n{DAMAGED}\n\n{REST}\n"
    marked = f"<h1>Works Begin</h1><p>{DAMAGED}</p><p>{REST}</p>"
    word = word_document(paragraph("Works Begin", "Title") + paragraph(DAMAGED) + paragraph(REST))
    reading = {
        "txt": lambda: read_text("x.txt", plain.encode(), options),
        "html": lambda: read_html("x.html", marked.encode(), options),
        "md": lambda: read_markdown("x.md", f"# {plain}".encode(), options),
        "docx": lambda: read_docx("x.docx", word, options),
    }[kind]()
    assert reading.article is not None
    codes = {repair.code for repair in reading.article.repairs}
    assert codes == (set() if off else OFF)
    assert {finding.code for finding in reading.findings} & OFF == codes
    paragraphs = [block for block in reading.article.blocks if block.kind == "p"]
    assert len(paragraphs) == (2 if off else 1)


def test_fused_lines_of_a_page_are_parted() -> None:
    page = f"<h1>Works Begin</h1><p>A pioneer of the harbour.By JOHN MILL</p><p>{REST}</p><p>{REST}</p>"
    reading = read_html("x.html", page.encode())
    assert reading.article is not None
    assert [author.value for author in reading.article.metadata.authors] == ["John Mill"]
    assert "A615" in [finding.code for finding in reading.findings]
    kept = read_html("x.html", page.encode(), ReadOptions(off=frozenset({"A615"}))).article
    assert kept is not None
    assert kept.metadata.authors == ()
