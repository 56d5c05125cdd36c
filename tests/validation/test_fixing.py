"""Safe cures: what is mended is right, what is around it is untouched, and the text is never another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planted import TEMPLATE
from tei_edition.core.catalogue import catalogue
from tei_edition.core.finding import Finding, Locus, Severity
from tei_edition.tei.parse import parse
from tei_edition.validation import ValidationOptions, validate
from tei_edition.validation.fixing import CURES, mended
from tei_edition.validation.fixing.edits import Edit, attribute_at, edited, tags_at

if TYPE_CHECKING:
    from collections.abc import Callable

MENDED = (
    ("R403", '<p xml:id="a">x</p><p n="1" corresp = "a">x</p>', '<p xml:id="a">x</p><p n="1" corresp = "#a">x</p>'),
    (
        "R403",
        '<p xml:id="a">x</p><p corresp="a https://x.org/a">x</p>',
        '<p xml:id="a">x</p><p corresp="#a https://x.org/a">x</p>',
    ),
    ("R409", '<p><ref target="www.x.org/a">x</ref></p>', '<p><ref target="https://www.x.org/a">x</ref></p>'),
    ("R409", '<p><ref target="a.b@x.org">x</ref></p>', '<p><ref target="mailto:a.b@x.org">x</ref></p>'),
    ("R419", "<p>a <persName> A <hi>B</hi> </persName>c</p>", "<p>a  <persName>A <hi>B</hi></persName> c</p>"),
    ("R423", '<p><date cert="High">x</date></p>', '<p><date cert="high">x</date></p>'),
    ("R423", '<p><date cert="87%">x</date></p>', '<p><date cert="0.87">x</date></p>'),
    ("R423", "<p><date cert='0,5'>x</date></p>", "<p><date cert='0.5'>x</date></p>"),
    ("R424", '<p xml:lang="en_US">x</p>', '<p xml:lang="en-US">x</p>'),
    ("R429", '<p corresp="" n="1">x</p>', '<p n="1">x</p>'),
    ("R431", '<p><date when="1997/4/8">x</date></p>', '<p><date when="1997-04-08">x</date></p>'),
    ("R437", '<p><date when="19970408">x</date></p>', '<p><date when="1997-04-08">x</date></p>'),
    ("R431", '<p><date when="8.4.1997">x</date></p>', '<p><date when="1997-04-08">x</date></p>'),
    ("R479", '<p xml:lang="ger">x</p>', '<p xml:lang="de">x</p>'),
    (
        "S211",
        "<p><persname>a <persname>b</persname></persname></p>",
        "<p><persName>a <persName>b</persName></persName></p>",
    ),
    ("S214", '<p lang="de">x</p>', '<p xml:lang="de">x</p>'),
    ("S215", '<p><title level="M">x</title></p>', '<p><title level="m">x</title></p>'),
    ("X102", "<p>A & B &eacute; &nbsp; &amp C</p>", "<p>A &amp; B &#233; &#160; &amp; C</p>"),
    ("X103", "<p>a < b ]]></p>", "<p>a &lt; b ]]&gt;</p>"),
    ("X104", "<p><persName>x</persname></p>", "<p><persName>x</persName></p>"),
    ("X105", "<p n=1 rend=“it”><lb n='2'rend=x/><lb/ ></p>", '<p n="1" rend="it"><lb n=\'2\' rend="x"/><lb/></p>'),
    ("X105", '<p n="a<b">x</p>', '<p n="a&lt;b">x</p>'),
)
LET_BE = (
    ("R431", '<p><date when="5/1/1997">x</date></p>'),
    ("R431", '<p><date when="1997-31-12">x</date></p>'),
    ("R431", '<p><date when="1918/1920">x</date></p>'),
    ("R423", '<p><date cert="certain">x</date></p>'),
    ("R409", '<p><ref target="http:/x.org">x</ref></p>'),
    ("R424", '<p xml:lang="american english">x</p>'),
    ("S211", "<p><persnam>x</persnam></p>"),
    ("S215", '<p><title level="book">x</title></p>'),
    ("S214", '<p whom="#x">x</p>'),
    ("X102", "<p>&foo;</p>"),
    ("X103", "<p>< p>x</p>"),
    ("X104", "<p><persName>x</prsName></p>"),
    ("X105", "<p n>x</p>"),
)


def mend(document: Callable[[str], bytes], code: str, fragment: str) -> tuple[bytes, list[str]]:
    data = document(fragment)
    found = validate(data, "x.xml").findings
    assert code in {each.code for each in found}, found
    better = mended(data, found)
    return better.data, [each.code for each in better.cured]


@pytest.mark.parametrize(("code", "wrong", "right"), MENDED)
def test_it_is_mended_and_found_no_more(document: Callable[[str], bytes], code: str, wrong: str, right: str) -> None:
    data, cured = mend(document, code, wrong)
    assert code in cured
    assert data.decode() == document(right).decode()
    assert code not in {each.code for each in validate(data, "x.xml").findings}


@pytest.mark.parametrize(("code", "fragment"), LET_BE)
def test_what_needs_a_judgement_is_let_be(document: Callable[[str], bytes], code: str, fragment: str) -> None:
    assert mend(document, code, fragment) == (document(fragment), [])


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("X020", '<!DOCTYPE TEI SYSTEM "a.dtd">\n<TEI xmlns="{}"/>', '<TEI xmlns="{}"/>'),
        ("X110", ' \n<?xml version="1.0"?><TEI xmlns="{}"/>', '<?xml version="1.0"?><TEI xmlns="{}"/>'),
        ("S203", '<TEI xmlns="https://tei-c.org/ns/1.0/"/>', '<TEI xmlns="{}"/>'),
    ],
)
def test_the_whole_document_is_mended(code: str, wrong: str, right: str) -> None:
    tei = "http://www.tei-c.org/ns/1.0"
    data = wrong.replace("{}", tei).encode()
    better = mended(data, validate(data, "x.xml").findings)
    assert code in {each.code for each in better.cured}
    assert better.data.decode() == right.replace("{}", tei)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_all_around_is_the_same_byte_for_byte(encoding: str, line_end: str) -> None:
    declared = "UTF-16" if encoding == "utf-16" else "ISO-8859-1" if encoding == "iso-8859-1" else "UTF-8"
    text = (
        TEMPLATE.replace('encoding="UTF-8"', f'encoding="{declared}"').replace("spoke", "spöke").replace("\n", line_end)
    )
    wrong = text.replace('when="1997-04-28">April', 'when="1997/4/28">April')
    data = wrong.encode(encoding)
    better = mended(data, validate(data, "x.xml").findings)
    assert better.data == text.encode(encoding)


def test_every_cure_is_stated_in_the_catalogue_and_no_other() -> None:
    assert {code for code, rule in catalogue().items() if rule.fix} == set(CURES)
    assert {code for code, _, _ in MENDED} | {"X020", "X110", "S203"} == set(CURES)
    for code in CURES:
        assert not catalogue()[code].fix.endswith(".")


def test_a_finding_of_other_bytes_changes_nothing() -> None:
    data = TEMPLATE.encode()
    for code in CURES:
        for line, column in ((1, 1), (7, 9), (41, 3), (9999, 1), (3, 9999)):
            stray = Finding(code, Severity.ERROR, "m", Locus("x.xml", line, column), "write #x")
            assert parse(mended(data, [stray]).data).root is not None


def test_what_would_change_the_text_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    data = TEMPLATE.encode()
    monkeypatch.setitem(
        CURES, "R431", lambda text, _at, _finding: iter([Edit(text.index("spoke"), text.index("spoke") + 5, "ran")])
    )
    assert mended(data, [Finding("R431", Severity.ERROR, "m", Locus("x.xml", 2, 1))]).data == data


def test_bytes_that_are_no_characters_are_let_be() -> None:
    data = b"<TEI n=1>caf\xe9</TEI>"
    assert mended(data, [Finding("X105", Severity.ERROR, "quotation marks", Locus("x.xml", 1, 6))]).data == data


@given(
    st.text("ab \n", max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 3), st.text("xy", max_size=2)), max_size=4),
)
def test_changes_touch_nothing_else(text: str, raw: list[tuple[int, int, str]]) -> None:
    edits = [Edit(min(start, len(text)), min(start + length, len(text)), new) for start, length, new in raw]
    result = edited(text, edits)
    first = min((each.start for each in edits), default=len(text))
    assert result[:first] == text[:first]
    assert edited(text, []) == text


def test_attributes_and_tags_are_found_as_they_are_written() -> None:
    attribute = attribute_at("<p n = 'a&amp;b' >", 3)
    assert attribute is not None
    assert (attribute.name, attribute.value, attribute.start, attribute.end) == ("n", "a&amp;b", 8, 15)
    assert attribute_at("<p n>", 3) is None
    text = '<p n=">"><!-- </p> --><p/><p>x</p></p >'
    tags = tags_at(text, 0)
    assert tags is not None
    assert (tags.name, text[tags.inside : tags.closing], tags.behind) == ("p", "<!-- </p> --><p/><p>x</p>", len(text))
    assert tags_at("<p/>", 0) is None
    assert tags_at("<p>", 0) is None


def test_nothing_is_mended_where_nothing_is_found() -> None:
    data = TEMPLATE.encode()
    assert mended(data, validate(data, "x.xml", options=ValidationOptions()).findings) == (data, ())
