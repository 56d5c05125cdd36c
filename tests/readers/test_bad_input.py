"""Input that is no article, or made to do harm: a clear finding or a text, in bounded time, never an exception."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.finding import has_errors
from tei_edition.encoding.encode import encode
from tei_edition.model.links import Linked
from tei_edition.readers.decode import LIMIT
from tei_edition.readers.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
SIZE = 12_000
MOST_SECONDS = 30.0
PAGES = {
    "div": "<div>",
    "navigation": "<div class='nav ads'>x",
    "less-than": "<",
    "unended tags": "<a ",
    "unended inline": "<a><b>x",
    "lists": "<ul><li>x",
    "tables": "<table><tr><td>x",
    "quotations": "<blockquote>x",
    "breaks": "x<br>",
    "side by side": "<span>x</span>",
    "links": "<a href='/x'>x</a> ",
    "notes": "<p><a href='#x' id='x'>x</a></p>",
    "scripts": "<script>",
    "comments": "<!--",
    "titles": "<title>",
    "headings": "<h1>Title</h1>",
    "bylines": "<p>By John Mill</p>",
    "references": "&amp;&#x41;&nope;&#xFFFFFFFF;",
    "lines": "<pre>a\n",
    "metadata": "<meta name='author' content='x'>",
    "data": "<script type='application/ld+json'>[[[[{</script>",
}
TEXTS = {
    "empty lines": "\n",
    "empty lines between": "x\n\n\n\n\n\n",
    "blank lines": " \n",
    "short lines": "x\n",
    "one line": "x ",
    "apostrophes": "''",
    "backticks": "`a",
    "dashes": "a--b ",
    "no-break spaces": "x\u00a0\u00a0 y ",
    "hyphens": "ab- cd ",
    "accents": "e\u0301",
    "mojibake": "â€™",
}


def timely(name: str, data: bytes) -> None:
    """Read a source, and encode it where it holds an article."""
    begun = time.process_time()
    reading = read(name, data)
    if reading.article is None:
        assert has_errors(reading.findings)
    else:
        encode(reading.article, Linked(annotations=reading.article.annotations))
    assert time.process_time() - begun < MOST_SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(PAGES))
def test_pages_that_go_on_for_ever(kind: str) -> None:
    piece = PAGES[kind]
    timely("x.html", f"{piece * (SIZE // len(piece))}<p>{LONG}".encode())


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(TEXTS))
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_texts_that_go_on_for_ever(kind: str, ending: str) -> None:
    piece = TEXTS[kind]
    timely(f"x.{ending}", (piece * (SIZE // len(piece))).encode() + b"x")


def test_a_hundred_thousand_elements_deep() -> None:
    for start in ("<div>", "<blockquote><div class='sidebar'>"):
        reading = read("x.html", f"{start * 100_000}{LONG}".encode())
        assert reading.article is not None
        assert LONG in reading.article.text + " ".join(entry.text for entry in reading.article.ledger)


@pytest.mark.parametrize("name", ["x.html", "x.txt", "x.md"])
def test_a_file_of_a_hundred_megabytes_is_refused_unread(name: str) -> None:
    begun = time.process_time()
    reading = read(name, b"<p>x" * (10 * LIMIT // 4))
    assert reading.article is None
    assert [finding.code for finding in reading.findings] == ["X008"]
    assert time.process_time() - begun < 5


def test_a_page_of_nothing_but_links_keeps_them() -> None:
    article = read("x.html", b"".join(b"<div><a href='/%d'>Section %d</a></div>" % (n, n) for n in range(5))).article
    assert article is not None
    assert "Section 4" in article.text


@pytest.mark.parametrize("name", ["x.docx", "x.html", "x.txt"])
@pytest.mark.parametrize("member", ["../../etc/passwd", "/etc/passwd", "word/document.xml", "C:\\x"])
def test_archives_under_any_name(name: str, member: str) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, "<x/>")
    reading = read(name, buffer.getvalue())
    assert reading.article is None
    assert [finding.code for finding in reading.findings] == ["X003"]


@given(st.binary(max_size=400), st.sampled_from(["x.html", "x.md", "x.docx", "x.txt", "x"]))
def test_any_bytes_give_an_article_or_an_error(data: bytes, name: str) -> None:
    reading = read(name, data)
    assert (reading.article is None) == has_errors(reading.findings)


@given(
    st.lists(st.sampled_from([*PAGES.values(), *TEXTS.values(), "</div>", "</p>", "</ul>", "<p>", LONG]), max_size=30)
)
def test_any_mixture_of_markup_is_encoded(pieces: list[str]) -> None:
    reading = read("x.html", "".join(pieces).encode())
    if reading.article is not None:
        encoded = encode(reading.article, Linked(annotations=reading.article.annotations))
        assert not has_errors(encoded.findings)


HOSTILE = f"""<html><head><title>Works</title><script>alert(1)</script></head><body onload="alert(2)">
<h1 onclick="alert(3)">Works <script>alert(4)</script>Begin</h1><p>By <a href="javascript:alert(5)">John Mill</a></p>
<p>{LONG} <a href=" jAvAsCrIpT:alert(6)">one</a> <a href="data:text/html,<script>alert(7)</script>">two</a>
<a href="vbscript:x">three</a> &lt;script&gt;alert(8)&lt;/script&gt; <img src=x onerror=alert(9)></p>
<iframe src="https://evil.example/"></iframe><p style="background:url(javascript:alert(10))">{LONG}</p>
<figure><img src="javascript:alert(11)"><figcaption>x</figcaption></figure><svg onload=alert(12)></svg></body></html>"""


def test_nothing_that_runs_reaches_a_book(tei_edition: Command, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "works.html").write_text(HOSTILE, encoding="utf-8")
    settings = '[edition]\ntitle = "W"\nlanguage = "en"\n[sources]\ninclude = ["*.html"]\n'
    (tmp_path / "edition.toml").write_text(settings, encoding="utf-8")
    result = tei_edition("build", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    with zipfile.ZipFile(tmp_path / "output" / "epub" / "edition.epub") as book:
        pages = [book.read(name).decode() for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx"))]
    for page in [*pages, (tmp_path / "output" / "tei" / "works.xml").read_text(encoding="utf-8")]:
        assert "<script" not in page
        for word in ("javascript:", "vbscript:", "onload", "onerror", "onclick", "evil.example"):
            assert word not in page.lower()
    assert any("&lt;script&gt;alert(8)&lt;/script&gt;" in page for page in pages)
