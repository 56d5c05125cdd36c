from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition.core.characters import NOT_XML, collapsed, is_xml, nfc, picture
from tei_edition.core.identifiers import ncname, slug


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_what_is_called_xml_can_be_put_into_xml(text: str) -> None:
    element = etree.Element("a")
    if is_xml(text):
        element.text = text
        assert etree.fromstring(etree.tostring(element)).text in {text, text or None}
    else:
        assert NOT_XML.sub(lambda match: picture(match.group()), text) != text


@given(st.text(max_size=30))
def test_a_stand_in_can_always_be_put_into_xml(text: str) -> None:
    assert is_xml(NOT_XML.sub(lambda match: picture(match.group()), text))


@given(st.text(max_size=40))
def test_collapsing_twice_is_collapsing_once(text: str) -> None:
    once = collapsed(text)
    assert collapsed(once) == once
    assert not any(pair in once for pair in ("  ", "\n", "\t"))


def test_layout_is_collapsed_and_french_spacing_kept() -> None:
    assert collapsed(" Vol.61 \u00a0\u00a0\u00a0 1997 \u00a0\n") == "Vol.61 1997"
    assert collapsed("Qui\u00a0?") == "Qui\u00a0?"


def test_normalization_composes() -> None:
    assert nfc("e\u0301") == "é"
    text = "already composed"
    assert nfc(text) is text


@given(st.text(max_size=60), st.integers(1, 40))
def test_slugs_are_short_lower_case_and_stable(text: str, limit: int) -> None:
    made = slug(text, limit)
    assert len(made) <= limit
    assert made == made.lower()
    assert not made.startswith("-")
    assert not made.endswith("-")


@given(st.text(max_size=40))
def test_ncnames_can_be_xml_ids(text: str) -> None:
    element = etree.Element("a")
    element.set("{http://www.w3.org/XML/1998/namespace}id", ncname(text))
    dtd = etree.DTD(__import__("io").StringIO("<!ELEMENT a EMPTY><!ATTLIST a xml:id ID #REQUIRED>"))
    assert dtd.validate(element), ncname(text)


def test_slugs_as_people_expect_them() -> None:
    assert slug("What Was The Difference Between Stalin, Trotsky?") == "what-was-the-difference-between-stalin-trotsky"
    assert slug("What Was The Difference", 12) == "what-was-the"
    assert slug("Łódź, Straße & Ærø") == "lodz-strasse-aero"
    assert slug("V.I. Lenin's") == "v-i-lenins"
    assert slug("…") == ""


def test_ncnames_keep_what_is_one_already() -> None:
    assert ncname("pers-lenin.1") == "pers-lenin.1"
    assert ncname("1984") == "x-1984"


def test_not_xml_is_the_complement_of_production_2() -> None:
    def is_char(point: int) -> bool:
        ranges = ((0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))
        return point in {0x9, 0xA, 0xD} or any(low <= point <= high for low, high in ranges)

    for point in (*range(0x300), *range(0xD700, 0x10100), 0x10FFFE, 0x10FFFF):
        assert (NOT_XML.fullmatch(chr(point)) is None) == is_char(point)
