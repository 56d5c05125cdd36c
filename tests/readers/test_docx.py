from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.readers import docx
from tei_edition.readers.docx import read_docx
from word_documents import paragraph, run, word_document

if TYPE_CHECKING:
    from tei_edition.model.article import Article

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent>"
    "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def article_of(body: str, **parts: str) -> Article:
    article = read_docx("x.docx", word_document(body, parts)).article
    assert article is not None
    return article


def ledger(article: Article) -> list[tuple[str, str]]:
    return [(entry.reason, entry.text) for entry in article.ledger]


TEXT = paragraph("Harbour Works Begin", "Title") + paragraph(LONG)


def test_headers_and_footers_stand_in_the_ledger() -> None:
    article = article_of(
        TEXT,
        header1=paragraph("The Daily Argus"),
        header2=paragraph("May 5,  1951") + paragraph("Late edition"),
        footer1=paragraph("Page 3"),
    )
    assert ledger(article) == [
        ("header", "The Daily Argus"),
        ("header", "May 5, 1951 Late edition"),
        ("footer", "Page 3"),
    ]
    found = read_docx("x.docx", word_document(TEXT, {"footer1": paragraph("Page 3")})).findings
    assert [(one.code, one.message[:7]) for one in found if one.code == "A631"] == [("A631", "2 words")]


def test_comments_stand_in_the_ledger() -> None:
    comment = f'<w:comment w:id="1" w:author="Ed">{paragraph("Is this the right date?")}</w:comment>'
    assert ledger(article_of(TEXT, comments=comment)) == [("comments", "Is this the right date?")]


def test_inserted_words_are_text_and_deleted_ones_stand_in_the_ledger() -> None:
    changed = (
        f"<w:p>{run('The price rose ')}<w:ins>{run('sharply ')}</w:ins><w:del>{run('a little ', 'delText')}</w:del>"
        f"{run('in spring.')}</w:p>"
    )
    article = article_of(TEXT + changed)
    assert "The price rose sharply in spring." in article.text
    assert ledger(article) == [("deleted", "a little")]


def test_footnotes_are_notes() -> None:
    body = paragraph("Works Begin", "Title") + f'<w:p>{run(LONG)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:footnote w:id="2">{paragraph("So the minutes.")}</w:footnote>'
    article = article_of(body, footnotes=note)
    (found,) = [block for block in article.blocks if block.kind == "note"]
    assert found.span.of(article.text).startswith("So the minutes.")
    assert found.attribute("place") == "end"
    assert [one.feature("target") for one in article.annotations if one.label == "ref"] == ["#note1"]
    assert ledger(article) == []


def test_a_text_box_is_read_once_and_never_lost() -> None:
    article = article_of(TEXT + BOX.format(paragraph("A box of its own")))
    kept = article.text + " ".join(entry.text for entry in article.ledger)
    assert kept.count("A box of its own") == 1


def test_what_the_reader_does_not_know_stands_in_the_ledger() -> None:
    formula = "<w:p><m:oMath xmlns:m='urn:m'><m:r><m:t>alphabeta</m:t></m:r></m:oMath></w:p>"
    assert ("unread", "alphabeta") in ledger(article_of(TEXT + formula))


words = st.text("abcdefgh é", min_size=1, max_size=30).filter(str.strip)


@given(st.lists(words, min_size=1, max_size=6), st.lists(words, max_size=3), st.lists(words, max_size=3))
def test_no_word_of_a_document_is_lost(body: list[str], deleted: list[str], header: list[str]) -> None:
    markup = "".join(map(paragraph, body)) + "".join(
        f"<w:p><w:del>{run(one, 'delText')}</w:del></w:p>" for one in deleted
    )
    article = article_of(markup, header1="".join(map(paragraph, header)))
    kept = Counter(f"{article.text} {' '.join(entry.text for entry in article.ledger)}".split())
    assert kept == Counter(" ".join([*body, *deleted, *header]).split())


def test_too_much_markup_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_MOST_XML", 1000)
    reading = read_docx("x.docx", word_document(paragraph(LONG) * 20))
    assert reading.article is None
    assert [one.code for one in reading.findings] == ["X008"]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 20_000_000)
    assert [one.code for one in read_docx("x.docx", buffer.getvalue()).findings] == ["X008"]


@pytest.mark.parametrize("depth", [50, 20_000])
def test_deep_nesting_is_read_or_refused(depth: int) -> None:
    reading = read_docx(
        "x.docx", word_document("<w:sdt><w:sdtContent>" * depth + TEXT + "</w:sdtContent></w:sdt>" * depth)
    )
    assert (reading.article is None) == ("X003" in [one.code for one in reading.findings])


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_document_is_refused(kept: float) -> None:
    data = word_document(TEXT)
    reading = read_docx("x.docx", data[: int(kept * len(data))])
    assert reading.article is None
    assert [one.code for one in reading.findings] == ["X003"]


def test_an_encrypted_document_is_refused_with_a_cure() -> None:
    (found,) = read_docx("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)).findings
    assert (found.code, "without a password" in found.hint) == ("X003", True)
