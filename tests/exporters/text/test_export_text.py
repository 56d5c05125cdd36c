from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.exporters.text import TextOptions, export_text
from tei_edition.tei.document import TeiDocument
from tei_samples import document

BODY = TextOptions(header=False)
EXACT = TextOptions(flavour="diplomatic", header=False)


def read(body: str, options: TextOptions = BODY, *, language: str = "en") -> str:
    return export_text([document(body, language=language)], options).artifacts[0].data.decode().rstrip("\n")


@given(st.text(alphabet="ab \n\t.'\"`-<&é", min_size=1).filter(str.strip))
def test_diplomatic_text_is_the_source(source: str) -> None:
    assert read_exact(source) == source


def read_exact(source: str) -> str:
    half = len(source) // 2
    inner = f"<p>{escape(source[:half])}</p><fw>{escape(source[half:])}</fw>"
    given_ = document(f'\n  <div xml:space="preserve">{inner}</div>\n')
    return export_text([given_], EXACT).artifacts[0].data.decode()


def test_articles_of_one_source_follow_each_other_exactly() -> None:
    article = '<div type="article" xml:space="preserve"><p>{}</p>\n </div>'
    assert read(f"{article.format('a')}\n  {article.format('b')}", EXACT) == "a\n b\n "


def test_repairs_are_applied_or_not() -> None:
    body = (
        "<p>a <choice><sic>broken- word</sic><corr>broken-word</corr></choice> "
        "<choice><abbr>Mr</abbr><expan>Mister</expan></choice></p>"
    )
    assert read(body) == "a broken-word Mister"
    assert read(body, EXACT) == "a broken- word Mr"


def test_page_furniture_is_read_only_diplomatically() -> None:
    body = "<div><fw>The Herald</fw><p>Text.</p></div>"
    assert read(body) == "Text."
    assert read(body, EXACT) == "The Herald\n\nText."


def test_marks_of_the_source_are_set_and_missing_ones_supplied() -> None:
    assert read('<p><said>"We <q>`no\'</q>"</said> -- she</p>') == "“We ‘no’” — she"
    assert read("<p><q>We <q>no</q></q></p>") == "“We ‘no’”"
    assert read("<p><q>Wir</q></p>", language="de") == "„Wir“"
    assert read('<p>"<q>We</q>"</p>') == "“We”"
    assert read("<p><q>We</q> <code>'x' -- y</code></p>", EXACT) == "We 'x' -- y"


def test_verse_keeps_lines_and_drama_speakers() -> None:
    assert read("<lg><l>one</l><l>two</l></lg><lg><l>three</l></lg>") == "one\ntwo\n\nthree"
    assert read("<sp><speaker>ANN</speaker><p>Yes.</p></sp><sp><speaker>BOB</speaker><l>a</l><l>b</l></sp>") == (
        "ANN\nYes.\n\nBOB\na\nb"
    )


def test_lists_and_tables() -> None:
    assert read("<list><item>a</item><item>b<list type='ordered'><item>c</item></list></item></list>") == (
        "- a\n- b\n\n  1. c"
    )
    assert read("<list><label>x</label><item>a</item></list>") == "- x: a"
    table = (
        "<table><head>H</head><row><cell>a</cell><cell>bb</cell></row><row><cell>ccc</cell><cell>d</cell></row></table>"
    )
    assert read(table) == "H\n\na   | bb\nccc | d"


def test_notes_are_numbered_at_the_end() -> None:
    assert (
        read("<p>a<note>One.</note> b<note><p>Two</p><p>three</p></note></p>")
        == "a[1] b[2]\n\n[1] One.\n[2] Two\n\nthree"
    )
    assert read('<p><app><lem>a</lem><rdg wit="#B">b</rdg><rdg wit="#C"/></app></p>') == "a[1]\n\n[1] b B; om. C"


def test_gaps_erasures_and_line_beginnings() -> None:
    assert read("<p>a <gap/> <del>b</del> c<lb/>d e-<lb break='no'/>f</p>") == "a […] ⟦b⟧ c d e-f"
    assert read("<head>a<lb/>b</head>") == "a b"
    assert read("<closer>a<lb/>b</closer>") == "a\nb"


def test_header_stands_above() -> None:
    text = export_text([document("<p>x</p>")]).artifacts[0].data.decode()
    assert text == "T\n----\n\nx\n"


def test_each_text_of_a_corpus_is_there(samples: list[TeiDocument]) -> None:
    corpus = next(sample for sample in samples if sample.name == "corpus.xml")
    text = export_text([corpus], BODY).artifacts[0].data.decode()
    assert "Il dit «\u00a0bonjour\u00a0»." in text
    assert "Three." in text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<TEI.2/>", "B801"),
        (b"<html/>", "B801"),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', "B802"),
        (b'<listPerson xmlns="http://www.tei-c.org/ns/1.0"/>', "B802"),
        (b"<TEI", "X101"),
    ],
)
def test_what_cannot_be_exported_is_told(data: bytes, code: str) -> None:
    exported = export_text([TeiDocument("x.xml", data)])
    assert not exported.artifacts
    assert [finding.code for finding in exported.findings] == [code]


def test_deep_nesting_keeps_the_words() -> None:
    body = "<p>" + "<hi>" * 400 + "deep <lb/> words" + "</hi>" * 400 + "</p>"
    exported = export_text([document(body)], BODY)
    assert exported.artifacts[0].data == b"deep words\n"
    assert [finding.code for finding in exported.findings] == ["B807"]
