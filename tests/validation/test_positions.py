"""Places are those an editor counts: lines and columns from 1, in code points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition.tei.positions import attribute, start_tags
from tei_edition.validation import ValidationOptions, validate

if TYPE_CHECKING:
    from collections.abc import Callable

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def test_lines_and_columns() -> None:
    places = start_tags(b"<?xml version='1.0'?>\n<a>\n  <b/>x<c/></a>")
    assert [(p.line, p.column, p.offset) for p in places] == [(2, 1, 22), (3, 3, 28), (3, 8, 33)]


def test_columns_count_code_points() -> None:
    data = "<a>\u00e9\U0001f600e\u0301<b/></a>".encode()
    place = start_tags(data)[1]
    assert (place.line, place.column) == (1, 8)
    assert data[place.offset :].startswith(b"<b/>")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert (start_tags(f"<a>{end}{end} <b/></a>".encode())[1].line) == 3


def test_byte_order_mark_takes_no_column() -> None:
    data = b"\xef\xbb\xbf<a><b/></a>"
    assert [(p.line, p.column, p.offset) for p in start_tags(data)] == [(1, 1, 3), (1, 4, 6)]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(codec: str) -> None:
    data = f"<?xml version='1.0' encoding='{codec}'?><a>\n\u00e9<b n='\u00e9' m=''/></a>".encode(codec)
    tag = start_tags(data)[1]
    assert (tag.line, tag.column) == (2, 2)
    place = attribute(data, tag, "m", codec)
    assert (place.line, place.column) == (2, 11)


def test_attributes_of_a_tag_over_several_lines() -> None:
    data = b"<a>\n <b\r\n   n='x > y\n\"' xml:id='i'\n\tref = '#i'/></a>"
    tag = start_tags(data)[1]
    found = {name: attribute(data, tag, name) for name in ("n", "xml:id", "id", "ref", "none")}
    assert {name: (p.line, p.column) for name, p in found.items()} == {
        "n": (3, 4),
        "xml:id": (4, 4),
        "id": (4, 4),
        "ref": (5, 2),
        "none": (2, 2),
    }
    assert data[found["ref"].offset :].startswith(b"ref")


def test_what_is_found_before_a_fault_is_kept() -> None:
    assert len(start_tags(b"<a><b></c>")) == 2
    assert start_tags(b"") == ()


def test_past_the_limit_of_libxml2() -> None:
    data = f"<TEI {NS} xml:lang='en'><text><body>".encode() + b"\n" * 70_000
    data += b" <div><head/></div></body></text></TEI>"
    found = validate(data, "x", options=ValidationOptions(check_schema=False, select=("R411",))).findings
    assert [(f.locus.line, f.locus.column) for f in found] == [(70_001, 7)]


def test_a_finding_lands_on_the_attribute(document: Callable[[str], bytes]) -> None:
    data = document("\r\n<p>\u00e9\n<quote\n  type='x'\n  who='#a'>y</quote></p>")
    places = {f.code: (f.locus.line, f.locus.column) for f in validate(data, "x").findings}
    assert places["R421"] == (5, 3)
    assert "S214" not in places


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@given(st.lists(st.tuples(texts, st.sampled_from(["", "\n", "\r\n"]), texts), min_size=1, max_size=8))
def test_nth_place_is_that_of_the_nth_element(parts: list[tuple[str, str, str]]) -> None:
    root = etree.Element("r")
    for before, end, value in parts:
        child = etree.SubElement(root, "e", n=value)
        child.tail = before + end.replace("\r", "")
    data = etree.tostring(root, encoding="UTF-8")
    places = start_tags(data)
    assert len(places) == len(list(root.iter("*")))
    for place in places:
        before = data[: place.offset].decode()
        assert data[place.offset : place.offset + 1] == b"<"
        assert place.line == before.count("\n") + 1
        assert place.column == len(before) - (before.rfind("\n") + 1) + 1
