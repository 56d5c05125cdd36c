"""Normalised text, Markdown and tokens."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exported_words import words_of
from tei_edition.exporters.text import TextOptions, export_text, export_tokens
from tei_edition.exporters.text.markdown import escaped, finished
from tei_edition.exporters.text.tokens import sentences, tokens_of
from tei_samples import document

if TYPE_CHECKING:
    from tei_edition.tei.document import TeiDocument

NORMALISED = TextOptions(flavour="normalised")
MARKDOWN = TextOptions(flavour="markdown", header=False)


def read(body: str, options: TextOptions) -> str:
    return export_text([document(body)], options).artifacts[0].data.decode().rstrip("\n")


def tagged(body: str) -> list[tuple[str, ...]]:
    data = export_tokens([document(body)]).artifacts[0].data.decode()
    return [tuple(line.split("\t")) for line in data.split("\n") if line]


def test_normalised_text_has_every_word_and_nothing_else(samples: list[TeiDocument]) -> None:
    for sample in samples:
        text = export_text([sample], NORMALISED).artifacts[0].data.decode()
        assert Counter(re.findall(r"\w+", text)) == sum(words_of(sample).values(), Counter[str]()), sample.name


def test_normalised_text_of_third_party_files(third_party: list[TeiDocument]) -> None:
    for given_ in third_party:
        exported = export_text([given_], NORMALISED)
        if exported.artifacts:
            expected = sum(words_of(given_).values(), Counter[str]())
            shown = Counter(re.findall(r"\w+", exported.artifacts[0].data.decode()))
            assert sum((expected - shown).values()) <= 2, given_.name
            assert sum((shown - expected).values()) <= 2, given_.name


def test_one_paragraph_a_line() -> None:
    body = "<p>One -- \n two.</p><p>Three<note>Four</note> <del>five</del></p><list><item>six</item></list>"
    assert read(body, NORMALISED) == "One -- two.\nThree five\nsix\nFour"
    assert read("<table><row><cell>a</cell><cell>b</cell></row></table>", NORMALISED) == "a\tb"
    assert read("<p>co<gap/>ice</p>", NORMALISED) == "co…ice"


def test_notes_may_be_left_out() -> None:
    assert read("<p>a<note>b</note> c</p>", TextOptions(header=False, notes="none")) == "a c"


def test_pages_of_diplomatic_text_begin_with_a_form_feed() -> None:
    assert read("<p>a <pb n='2'/> b</p>", TextOptions(flavour="diplomatic", header=False)) == "a\n\f\nb"


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        ("<div><head>H</head><p>x</p></div>", "## H\n\nx"),
        ("<p><hi rend='bold'>b</hi> <emph> i </emph>x <hi/></p>", "**b** *i* x"),
        ("<p>1. a * b_c [d] &lt;e></p>", r"1\. a \* b\_c \[d\] \<e\>"),
        ("<p># no heading</p>", r"\# no heading"),
        ("<quote><p>a</p><p>b</p></quote>", "> a\n>\n> b"),
        ("<lg><l>one</l><l>two</l></lg>", "one\\\ntwo"),
        ("<sp><speaker>Ann</speaker><p>Yes.</p></sp>", "**Ann**\\\nYes."),
        ("<p>a<note>n</note></p>", "a[^1]\n\n[^1]: n"),
        ("<p><ref target='https://a.org/'>a</ref> <ref target='javascript:x'>b</ref></p>", "[a](https://a.org/) b"),
        ("<list><item>a</item><item>b</item></list>", "- a\n- b"),
        ("<table><row><cell>a</cell><cell>b|</cell></row></table>", "| a | b\\| |\n| --- | --- |"),
        ("<figure><head>H *</head></figure>", "[**H \\***]"),
    ],
)
def test_markdown(body: str, markdown: str) -> None:
    assert read(body, MARKDOWN) == markdown


def test_the_title_stands_once() -> None:
    text = read("<div><head>T</head><p>x</p></div>", TextOptions(flavour="markdown"))
    assert text == "# T\n\nx"


@given(st.text(st.sampled_from("ab 1.-*_#[]`>|\\")))
def test_escaping_keeps_every_character(text: str) -> None:
    assert re.sub(r"\\(.)", r"\1", finished(escaped(text))) == " ".join(text.split())


def test_tokens_have_iob2_tags() -> None:
    body = "<p><persName>V.I. Lenin</persName>'s party in <placeName>Rome</placeName>, <date>1917</date>.</p>"
    assert tagged(body) == [
        ("V.I.", "B-PER"),
        ("Lenin", "I-PER"),
        ("'", "O"),
        ("s", "O"),
        ("party", "O"),
        ("in", "O"),
        ("Rome", "B-LOC"),
        (",", "O"),
        ("1917", "B-DATE"),
        (".", "O"),
    ]
    assert tagged("<p><persName>Ann <rs type='place'>of <placeName>York</placeName></rs></persName></p>") == [
        ("Ann", "B-PER"),
        ("of", "I-PER"),
        ("York", "I-PER"),
    ]


def test_sentences() -> None:
    line = "Mr. Doe came. “Why?” He said 3.5 times. no more"
    found = ["".join(token.text + " " * token.spaced for token in part) for part in sentences(list(tokens_of(line)))]
    assert found == ["Mr. Doe came. ", "“Why?” ", "He said 3.5 times. no more "]


def test_ten_columns() -> None:
    text = export_tokens([document("<p>One, <orgName>Two</orgName>.</p><p>Three</p>")], "conllu").artifacts[0].data
    lines = text.decode().split("\n")
    assert lines[:4] == ["# newdoc id = t", "# newpar id = t.p1", "# sent_id = t.p1.s1", "# text = One, Two."]
    assert [len(line.split("\t")) for line in lines if line and not line.startswith("#")] == [10] * 5
    assert lines[4].endswith("NER=O|SpaceAfter=No")
    assert "# newpar id = t.p2" in lines


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "Zs"])), max_size=4))
def test_every_character_is_in_some_token(parts: list[str]) -> None:
    line = " ".join(parts)
    assert "".join(token.text for token in tokens_of(line)) == "".join(line.split())
