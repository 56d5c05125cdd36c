from __future__ import annotations

from lxml import etree

from tei_edition.tei.names import TEI_NS, is_tei, local_name, tei
from tei_edition.tei.parse import parse
from tei_edition.tei.serialise import serialise
from tei_edition.tei.text import Reading, add, append_text, indent, text_of


def element(xml: str) -> etree._Element:
    return etree.fromstring(f'<p xmlns="{TEI_NS}">{xml}</p>')


CHOICE = "a <choice><sic>petty- b</sic><corr>petty-b</corr></choice> c"


def test_each_reading_takes_its_side_of_a_choice() -> None:
    assert text_of(element(CHOICE), "original") == "a petty- b c"
    assert text_of(element(CHOICE), "reading") == "a petty-b c"


def test_all_pairs_of_a_choice() -> None:
    xml = "<choice><orig>v</orig><reg>u</reg></choice><choice><abbr>Dr</abbr><expan>Doctor</expan></choice>"
    assert text_of(element(xml), "original") == "vDr"
    assert text_of(element(xml), "reading") == "uDoctor"


def test_outside_a_choice_everything_is_text() -> None:
    for reading in ("original", "reading"):
        taken: Reading = "original" if reading == "original" else "reading"
        assert text_of(element("<sic>teh</sic> <supplied>x</supplied> <corr>y</corr>"), taken) == "teh x y"


def test_a_choice_without_the_wanted_side_loses_nothing() -> None:
    assert text_of(element("<choice><corr>only</corr></choice>"), "original") == "only"


def test_comments_and_instructions_are_no_text_but_what_follows_them_is() -> None:
    assert text_of(element("a<!-- b -->c<?d e?>f")) == "acf"
    assert text_of(element("<choice><!-- x --><sic>s</sic><corr>c<!-- y -->d</corr></choice>e"), "reading") == "cde"


def test_the_text_of_an_element_does_not_include_what_follows_it() -> None:
    root = element("<hi>in</hi>out")
    assert text_of(root[0]) == "in"


def test_nested_choices() -> None:
    xml = "<choice><sic>a<choice><orig>b</orig><reg>B</reg></choice></sic><corr>C</corr></choice>d"
    assert text_of(element(xml), "original") == "abd"
    assert text_of(element(xml), "reading") == "Cd"


def test_text_is_appended_where_content_ends() -> None:
    root = etree.Element(tei("p"))
    append_text(root, "a")
    add(root, "hi", "b", rend="italic")
    append_text(root, "c")
    append_text(root, "")
    append_text(root, "d")
    assert etree.tostring(root).decode() == f'<ns0:p xmlns:ns0="{TEI_NS}">a<ns0:hi rend="italic">b</ns0:hi>cd</ns0:p>'


def test_attributes_that_are_python_words() -> None:
    assert dict(add(etree.Element(tei("p")), "date", from_="1918", to="1920").attrib) == {"from": "1918", "to": "1920"}


def test_indenting_leaves_mixed_content_alone() -> None:
    root = element("")
    add(add(root, "list"), "item", "a")
    add(add(root, "list"), "item", "b <hi/> c")
    before = text_of(root).replace("\n", "").replace("  ", "")
    indent(root)
    assert serialise(root).decode().count("\n") > 6
    assert text_of(root).replace("\n", "").replace("  ", "") == before


def test_names() -> None:
    root = element("<hi/><!-- c -->")
    assert local_name(root) == "p"
    assert local_name(root[1]) == ""
    assert is_tei(root)
    assert is_tei(root, "head", "p")
    assert not is_tei(root, "head")
    assert not is_tei(etree.Element("p"), "p")


def test_a_document_is_written_the_same_each_time() -> None:
    root = parse(f'<TEI xmlns="{TEI_NS}"><text/></TEI>'.encode()).root
    assert root is not None
    assert serialise(root) == serialise(root)
    assert serialise(root).startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<TEI')
    assert serialise(root).endswith(b"</TEI>\n")
