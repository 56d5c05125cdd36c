from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tei_edition.edition.source import source_bytes
from tei_edition.encoding.encode import encode
from tei_edition.model.links import Linked
from tei_edition.readers.html import read_html
from tei_edition.readers.text import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

ARTICLE = "May 5, 1951\n\nHarbour Works Begin\n\nBy JOHN MILL\n\nThe committee met on Tuesday and heard a report.\n"
NOISE = st.text(
    st.one_of(st.sampled_from("ab .,-'\"\n\r\t\x07\x0b\x0c\u0301\u0308éÅ\u212b\u00a0\ufeffBy"), st.characters()),
    max_size=150,
)


def tei_of(data: bytes) -> bytes | None:
    article = read_text("x.txt", data).article
    return encode(article, Linked(article.annotations)).draft.data if article else None


def given_back(data: bytes) -> bytes | None:
    """The source that the TEI of these bytes gives back; None where they cannot be read."""
    document = tei_of(data)
    if document is None:
        return None
    restored = source_bytes(document, "x.xml")
    assert isinstance(restored, bytes), restored
    return restored


@settings(max_examples=400)
@given(st.binary(max_size=200))
@example(b"caf\xe9 \x81\x8d of the town and the price of coal")
@example(b"\xff\xfea\x00\xff")
def test_any_bytes_that_can_be_read_are_given_back(data: bytes) -> None:
    restored = given_back(data)
    assert restored is None or restored == data


@settings(max_examples=400)
@given(NOISE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "latin-1"]))
def test_any_text_is_given_back_in_any_encoding(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    restored = given_back(data)
    assert restored is None or restored == data


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE.encode(),
        ARTICLE.rstrip("\n").encode(),
        ARTICLE.replace("\n", "\r\n").encode(),
        ARTICLE.replace("\n", "\r").encode(),
        ARTICLE.replace("\n\n", "\r\n\n").encode(),
        codecs.BOM_UTF8 + ARTICLE.encode(),
        codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"),
        ARTICLE.replace("report", "re\x07por\x0ct").encode(),
        ARTICLE.replace("e", "e\u0301").encode(),
        ARTICLE.replace("met", "me\u0301t éte\u0301 \u212b").encode(),
        ARTICLE.replace("met", "mët").encode("latin-1"),
        b"\n\n\n" + ARTICLE.encode() + b" \n \t\n\n",
        b"A harbour deck.By JOHN MILL\n\nThe committee of the\n\n Harbour met, and the com-\nmittee sat.",
    ],
)
def test_what_a_file_may_hold(data: bytes) -> None:
    assert given_back(data) == data


def test_a_changed_text_is_not_passed_off_as_the_source() -> None:
    document = tei_of(ARTICLE.encode())
    assert document is not None
    told = source_bytes(document.replace(b"committee", b"comittee"), "x.xml")
    assert not isinstance(told, bytes)
    assert [finding.code for finding in told] == ["E582"]


def test_an_encoding_that_cannot_write_the_text_is_told() -> None:
    document = tei_of(ARTICLE.replace("met", "mët").encode("latin-1"))
    assert document is not None
    told = source_bytes(document.replace("mët".encode(), "m\u0142t".encode()), "x.xml")
    assert not isinstance(told, bytes)
    assert [finding.code for finding in told] == ["E582"]


def test_other_sources_are_not_given_back() -> None:
    article = read_html("x.html", f"<h1>Works</h1><p>{ARTICLE}</p>".encode()).article
    assert article is not None
    told = source_bytes(encode(article).draft.data, "x.xml")
    assert not isinstance(told, bytes)
    assert [(finding.code, "text/html" in finding.message) for finding in told] == [("E581", True)]
    told = source_bytes(b"<TEI", "x.xml")
    assert not isinstance(told, bytes)
    assert told[0].code == "X101"


def test_the_command(tmp_path: Path, tei_edition: Command) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert tei_edition("convert", source, "-o", tmp_path / "tei").returncode == 0
    done = tei_edition("source", tmp_path / "tei" / "a.xml", "-o", tmp_path / "b.txt")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "b.txt").read_bytes() == source.read_bytes()
    assert tei_edition("source", tmp_path / "none.xml", "-o", tmp_path / "c.txt").returncode == 1
    assert not (tmp_path / "c.txt").exists()


@pytest.mark.slow
def test_every_development_article_is_given_back(shared: Path) -> None:
    files = [*(shared / "articles").rglob("*.txt")]
    assert len(files) > 100
    for file in files:
        data = file.read_bytes()
        assert given_back(data) == data, file
