"""What holds for any combination of the lines that articles are made of."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.core.finding import has_errors
from tei_edition.edition.source import source_bytes
from tei_edition.encoding.encode import encode
from tei_edition.model.links import Linked
from tei_edition.readers.read import read
from tei_edition.readers.text import read_text
from tei_edition.validation import validate

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
LINES = (
    LONG, LONG[:-6], f"LONDON, April 3--{LONG}", f"NEW YORK—{LONG}", "May 5, 1951", "OBITUARY", "(front page)",
    "Harbour Works Begin", "A pioneer of the harbour.By JOHN MILL", "By MARY O'NEIL and J. R. SMITH Jr.", "BY REUTERS",
    "Special to The Daily Argus", "By JOHN MILL MAY 5, 1951", "Q. What is it?", "A. It is nothing.", "MILL: I say so.",
    "1. Coal", "2. Wood", "* Iron", "* Steel", "- JOHN MILL", "To the Editor:", "Yours truly,", "Leeds, May 5",
    "And the harbour lay in the silent night,", "The ships were asleep, and the sea was white,",
    "Till the morning came;",
    "[Editor's note: This is the second of two articles.]", "Continued on page 2", "* * *", "[Illustration: a harbour]",
    "THE PRICE OF COAL.", "The Price of Coal", "Correction May 6, 1951", "Page 12", "Front page | Home",
    "the rest of it.",
    "Harbour lines were drawn, and Gen.", "\u00a0", "''Yes,'' he said. \"No", "donâ€™t", "The com-", "mittee sat.",
    "title: A Title", "date: 1951-05-05", "---", "\x0c", "e\u0301", "Vol. 61, No. 17", "The Argus(logo)", "",
)  # fmt: skip
texts = st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n", "\n\n ", "\r\n", "\n\n\n", " "])), max_size=14
).map(lambda pairs: "".join(line + end for line, end in pairs))


@settings(max_examples=600)
@given(texts)
def test_any_lines_give_a_valid_document_and_are_given_back(text: str) -> None:
    data = text.encode()
    article = read_text("x.txt", data).article
    if article is None:
        return
    encoded = encode(article, Linked(article.annotations))
    assert not has_errors(encoded.findings)
    assert source_bytes(encoded.draft.data, "x.xml") == data
    assert [str(one) for one in validate(encoded.draft.data, "x.xml").findings if has_errors((one,))] == []


TAGS = (
    "p", "h1", "h2", "div", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "blockquote", "pre", "figure",
    "figcaption", "b", "i", "a href='http://x.org/a b'", "a href='javascript:alert(1)'", "nav", "footer", "article",
    "main",
    "script", "style", "br", "hr", "img src='a.png'", "dl", "dt", "dd", "section", "time datetime='1951-05-05'",
    "span class='byline'", "div class='sidebar'", "!--", "title", "head", "body", "form", "noscript", "time", "em",
)  # fmt: skip
markup = st.lists(
    st.one_of(
        st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
        st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>"),
        st.sampled_from(
            (LONG, "Harbour Works Begin", "By JOHN MILL", "one", "&amp;&eacute;&#7;", "May 5, 1951", "\n", "<", "-->")
        ),
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=600)
@given(markup)
def test_any_markup_gives_a_valid_document(text: str) -> None:
    article = read("x.html", text.encode()).article
    if article is None:
        return
    encoded = encode(article, Linked(article.annotations))
    assert not has_errors(encoded.findings)
    assert [str(one) for one in validate(encoded.draft.data, "x.xml").findings if has_errors((one,))] == []
    assert b"javascript" not in encoded.draft.data
    assert b"a.png" not in article.text.encode()


@settings(max_examples=200)
@given(markup)
def test_markdown_takes_any_text(text: str) -> None:
    article = read("x.md", text.encode()).article
    if article is not None:
        encoded = encode(article, Linked(article.annotations))
        assert not has_errors(encoded.findings)
        assert b'target="javascript' not in encoded.draft.data


@given(st.binary(max_size=300), st.sampled_from(["x.html", "x.md", "x.docx", "x.txt", "x", "x.unknown"]))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes, name: str) -> None:
    reading = read(name, data)
    assert reading.article is not None or reading.findings


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("x.txt", "and the harbour of the town "),
        ("x.txt", "Harbour of the\n\n"),
        ("x.txt", "The committee of the town and the harbour met there and heard of the United\n\n States "),
        ("x.txt", "''\"'.''"),
        ("x.txt", "\n"),
        ("x.txt", "By A "),
        ("x.txt", "A.\n"),
        ("x.txt", "* a\n"),
        ("x.txt", "1. a\n"),
        ("x.txt", "THE COAL\n\n"),
        ("x.txt", "[a]"),
        ("x.txt", "e\u0301\x07"),
        ("x.html", "<div>"),
        ("x.html", "<a href='"),
        ("x.html", "</p>"),
        ("x.html", "<!--"),
        ("x.html", "<"),
        ("x.html", "<ul><li>a"),
        ("x.html", "<article>a"),
        ("x.html", "<table><tr><td>a"),
        ("x.html", "&"),
        ("x.html", "<p>a<b>"),
        ("x.html", "<script>"),
    ],
)
def test_time_is_linear(name: str, piece: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        read(name, f"<p>{piece * times}".encode() if name == "x.html" else (piece * times).encode())
        return time.process_time() - begun

    short = max(seconds(2_000), 0.02)
    assert seconds(16_000) < 24 * short
