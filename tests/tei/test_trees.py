"""Laws over arbitrary trees: readings, positions, serialising."""

from __future__ import annotations

import pickle
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition.tei.document import TeiDocument, TeiDraft
from tei_edition.tei.names import TEI_NS, XML_ID, is_tei, local_name, tei
from tei_edition.tei.parse import parse
from tei_edition.tei.positions import Position, attribute, characters, start_tags
from tei_edition.tei.serialise import serialise
from tei_edition.tei.text import (
    add,
    append_text,
    pieces,
    set_text_after,
    set_text_before,
    text_after,
    text_before,
    text_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORDS = st.text(st.sampled_from("ab é\n\t&<>\"'\u00a0😀"), max_size=6)
PLAIN = ("p", "hi", "sic", "corr", "supplied", "g", "seg")
PAIRS = (("sic", "corr"), ("orig", "reg"), ("abbr", "expan"))


@st.composite
def trees(draw: st.DrawFn, *, choices: bool = True) -> Element:
    """Any tree of TEI elements with text, comments, instructions and, where wanted, choices anywhere."""
    root = etree.Element(tei("div"), nsmap={None: TEI_NS})
    open_elements = [root]
    for _ in range(draw(st.integers(0, 14))):
        parent = draw(st.sampled_from(open_elements))
        kind = draw(st.sampled_from(("text", "text", "element", "comment", "choice")))
        if kind == "text":
            append_text(parent, draw(WORDS))
        elif kind == "element":
            open_elements.append(add(parent, draw(st.sampled_from(PLAIN)), draw(WORDS)))
        elif kind == "comment":
            parent.append(etree.Comment("c") if draw(st.booleans()) else etree.ProcessingInstruction("p", "i"))
        elif choices:
            choice = add(parent, "choice")
            sides = draw(st.permutations(draw(st.sampled_from(PAIRS))))
            open_elements += [add(choice, name, draw(WORDS)) for name in sides]
    return root


def texts(root: Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces={"t": TEI_NS})
    assert isinstance(found, list)
    return [str(text) for text in found]


@given(trees(choices=False))
def test_without_a_choice_both_readings_are_all_the_text(root: Element) -> None:
    every = "".join(texts(root, "//text()"))
    assert text_of(root, "original") == text_of(root, "reading") == every


@given(trees())
def test_a_reading_is_the_text_without_the_other_sides(root: Element) -> None:
    for reading, others in (("original", "self::t:corr or self::t:reg or self::t:expan"), ("reading", SOURCE_SIDES)):
        hidden = f"ancestor::*[({others}) and parent::t:choice]"
        shown = "".join(texts(root, f"//text()[not({hidden})]"))
        assert text_of(root, "reading" if reading == "reading" else "original") == shown


SOURCE_SIDES = "self::t:sic or self::t:orig or self::t:abbr"


@given(trees())
def test_the_text_is_that_of_the_pieces_and_none_is_empty(root: Element) -> None:
    for reading in ("original", "reading"):
        taken = list(pieces(root, "original" if reading == "original" else "reading"))
        assert all(taken)
        assert "".join(taken) == text_of(root, "original" if reading == "original" else "reading")


@given(trees())
def test_written_and_read_again_it_is_the_same(root: Element) -> None:
    data = serialise(root)
    again = parse(data).root
    assert again is not None
    assert text_of(again) == text_of(root)
    assert [node.tag for node in again.iter("*")] == [node.tag for node in root.iter("*")]
    assert serialise(again) == data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")


@given(trees())
def test_each_start_tag_is_where_it_is_said_to_be(root: Element) -> None:
    data = serialise(root)
    places = start_tags(data)
    lines = data.decode().split("\n")
    for element, place in zip(root.iter("*"), places, strict=True):
        assert data[place.offset :].startswith(f"<{local_name(element)}".encode())
        assert lines[place.line - 1][place.column - 1 :].startswith(f"<{local_name(element)}")


@given(trees(), st.sampled_from(["utf-16", "utf-8-sig", "latin-1"]))
def test_positions_are_those_of_characters_whatever_the_encoding(root: Element, encoding: str) -> None:
    text = serialise(root).decode().replace("UTF-8", encoding.upper().removesuffix("-SIG"), 1)
    data = text.encode(encoding, "xmlcharrefreplace")
    lines = data.decode(encoding).split("\n")
    for element, place in zip(root.iter("*"), start_tags(data), strict=True):
        assert lines[place.line - 1][place.column - 1 :].startswith(f"<{local_name(element)}")


@given(trees())
def test_each_character_is_where_it_is_said_to_be(root: Element) -> None:
    data = serialise(root)
    wanted = {
        (index, behind, offset): text[offset]
        for index, element in enumerate(root.iter("*"))
        for behind, text in ((False, text_before(element)), (True, text_after(element) if element is not root else ""))
        for offset in range(len(text))
    }
    found = characters(data, wanted.keys())
    assert found.keys() == wanted.keys()
    for key, place in found.items():
        if wanted[key] not in "&<>\"'\n":
            assert data[place.offset :].startswith(wanted[key].encode()), key


class TestAttributes:
    DATA = b'<a>\n<p  n = "1"\n\txml:id=\'x\' corresp="id"\n  t:rend="y" xmlns:t="u">text n="no"</p></a>'

    @pytest.mark.parametrize(
        ("name", "line", "column"),
        [("n", 2, 5), ("xml:id", 3, 2), ("id", 3, 2), ("corresp", 3, 13), ("rend", 4, 3), ("none", 2, 1)],
    )
    def test_an_attribute_is_found_in_its_tag(self, name: str, line: int, column: int) -> None:
        tag = start_tags(self.DATA)[1]
        found = attribute(self.DATA, tag, name)
        assert (found.line, found.column) == (line, column)

    @given(st.lists(st.sampled_from(["n", "type", "ref", "who"]), unique=True), st.sampled_from(["utf-8", "utf-16-le"]))
    def test_every_attribute_is_found_at_its_bytes(self, names: list[str], encoding: str) -> None:
        text = "<é " + "\r\n ".join(f'{name}="é😀"' for name in names) + "/>"
        mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
        data = mark + text.encode(encoding)
        (tag,) = start_tags(data)
        for name in names:
            place = attribute(data, tag, name)
            assert data[place.offset :].startswith(f'{name}="'.encode(encoding))

    def test_an_encoding_that_nobody_knows_gives_the_tag(self) -> None:
        tag = Position(1, 1, 0)
        assert attribute(b'<a n="1"/>', tag, "n", "no-such-encoding") == tag

    def test_what_is_not_well_formed_has_fewer_places(self) -> None:
        assert len(start_tags(b"<a><b></a>")) == 2
        assert start_tags(b"") == ()
        assert characters(b"<a>x</b>", {(0, False, 0), (0, False, 5)}).keys() == {(0, False, 0)}


class TestDeep:
    def deep(self, levels: int) -> Element:
        root = current = etree.Element(tei("div"), nsmap={None: TEI_NS})
        for number in range(levels):
            append_text(current, "a")
            if number % 500 == 250:
                choice = add(current, "choice")
                add(choice, "corr", "C")
                current = add(choice, "sic", "S")
            else:
                current = add(current, "seg")
        return root

    def test_five_thousand_levels_are_read(self) -> None:
        root = self.deep(5000)
        assert text_of(root, "original").count("a") == 5000
        assert text_of(root, "original").count("S") == 10
        assert text_of(root, "reading").count("C") == 1

    def test_five_thousand_levels_are_written(self) -> None:
        assert serialise(self.deep(5000)).count(b"<seg") == 4990


class TestSerialising:
    def test_attributes_stay_in_the_order_in_which_they_were_set(self) -> None:
        root = etree.Element(tei("p"), nsmap={None: TEI_NS})
        for name in ("type", "n", XML_ID, "cert", "ana"):
            root.set(name, "x")
        assert re.findall(rb" ([\w:]+)=", serialise(root))[2:] == [b"xmlns", b"type", b"n", b"xml:id", b"cert", b"ana"]

    def test_foreign_namespaces_and_what_stands_outside_the_root_are_kept(self) -> None:
        text = (
            '<?xml-model href="x.rng"?><!-- top --><TEI xmlns="http://www.tei-c.org/ns/1.0" '
            'xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="a.xml"/></TEI><!-- end -->'
        )
        root = parse(text.encode()).root
        assert root is not None
        written = serialise(root).decode()
        for part in ('<?xml-model href="x.rng"?>', "<!-- top -->", "<xi:include", "<!-- end -->", "XInclude"):
            assert written.count(part) == 1

    def test_what_xml_would_change_is_written_so_that_it_does_not(self) -> None:
        root = etree.Element(tei("p"), nsmap={None: TEI_NS})
        set_text_before(root, "a\rb\u2028]]>\u00a0")
        root.set("n", "a\n\tb\"'&<")
        again = parse(serialise(root)).root
        assert again is not None
        assert text_of(again) == "a\rb\u2028]]>\u00a0"
        assert again.get("n") == "a\n\tb\"'&<"


class TestDocuments:
    def test_a_document_is_its_name_and_bytes(self) -> None:
        one, other = TeiDocument("a.xml", b"<TEI/>"), TeiDocument("a.xml", b"<TEI/>")
        assert one == other
        assert hash(one) == hash(other)
        assert one != TeiDocument("b.xml", b"<TEI/>")

    def test_a_tree_never_travels(self) -> None:
        document = TeiDocument("a.xml", b"<TEI>" + b"<p/>" * 1000 + b"</TEI>")
        assert len(document.root) == 1000
        packed = pickle.dumps(document)
        assert len(packed) < len(document.data) + 300
        again = pickle.loads(packed)  # noqa: S301 - our own bytes
        assert "root" not in again.__dict__
        assert again == document
        assert len(again.root) == 1000
        assert again.root is again.root

    def test_bytes_are_parsed_once_or_told_of(self) -> None:
        document, findings = TeiDocument.parsed("a.xml", b"<TEI><p/></TEI>")
        assert document == TeiDocument("a.xml", b"<TEI><p/></TEI>")
        assert document is not None
        assert document.__dict__["root"] is document.root
        assert not findings
        assert "root" not in pickle.loads(pickle.dumps(document)).__dict__  # noqa: S301 - our own bytes
        broken, found = TeiDocument.parsed("b.xml", b"<TEI>")
        assert broken is None
        assert [one.locus.path for one in found] == ["b.xml"]

    def test_a_draft_is_no_document(self) -> None:
        assert not hasattr(TeiDraft("a", b"<TEI/>"), "root")


def test_texts_before_and_after_are_set_and_read() -> None:
    root = etree.Element(tei("p"))
    child = add(root, "hi")
    assert (text_before(child), text_after(child)) == ("", "")
    set_text_before(child, "in")
    set_text_after(child, "out")
    assert (text_before(child), text_after(child), text_of(root)) == ("in", "out", "inout")
    set_text_before(child, "")
    set_text_after(child, "")
    assert etree.tostring(root[0], with_tail=True).count(b"></") + etree.tostring(root[0]).count(b"/>") == 1


@pytest.mark.parametrize(("tag", "is_one"), [(tei("p"), True), ("p", False), ("{http://x}p", False)])
def test_names_are_names_in_the_namespace_of_tei(tag: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_tei(etree.Element(tag), "p") is is_one
    assert local_name(etree.Element(tag)) == "p"
