"""Documents that mean harm, and documents that were harmed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.finding import Severity, has_errors
from tei_edition.tei.names import TEI_NS
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from pathlib import Path

SMALL = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{TEI_NS}">\n<!-- a comment --><?an instruction?>\n'
    '<text n="é &amp; &#233;"><p>a&lt;b <![CDATA[<&>]]> é 😀</p></text>\n</TEI>\n'
)


def codes(data: bytes) -> list[str]:
    parsed = parse(data, "x.xml")
    assert (parsed.root is None) == has_errors(parsed.findings)
    return [finding.code for finding in parsed.findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_cut_anywhere_is_told_with_its_place(encoding: str) -> None:
    declared = "UTF-16" if "16" in encoding else "UTF-8"
    data = SMALL.replace("UTF-8", declared).encode(encoding)
    end = len(data.rstrip(b"\n\0"))
    assert codes(data) == []
    for length in range(end - 1):
        parsed = parse(data[:length], "x.xml")
        assert parsed.root is None, length
        (finding,) = parsed.findings
        assert finding.severity is Severity.ERROR
        assert finding.code in {"X001", "X002", "X101", "X105", "X109", "X110"}, length
        assert 1 <= finding.locus.line <= SMALL.count("\n") + 1
        assert finding.message


@given(st.integers(0, len(SMALL.encode()) - 1), st.integers(0, 255))
def test_one_byte_changed_is_a_tree_or_a_finding(place: int, byte: int) -> None:
    data = bytearray(SMALL.encode())
    data[place] = byte
    codes(bytes(data))


@given(st.text(st.sampled_from("<>&;!-[]?/'\"= aTEIDOCTYPENTITYCDATAé\n"), max_size=60))
def test_anything_that_looks_like_markup_is_a_tree_or_a_finding(text: str) -> None:
    codes(text.encode())
    codes(f"<!DOCTYPE a [{text}]><a/>".encode())
    codes(f"<a>{text}</a>".encode("utf-16"))


ENTITIES = (
    '<!ENTITY e "x">',
    "<!ENTITY\n\te 'x'>",
    '<!ENTITY e SYSTEM "file:///etc/passwd">',
    '<!ENTITY e PUBLIC "p" "http://127.0.0.1:9/x">',
    "<!ENTITY % p \"<!ENTITY e SYSTEM 'file:///etc/passwd'>\"> %p;",
    '<!ENTITY % a "<!--"><!ENTITY e "x"><!ENTITY % b "-->">',
    '<!-- <!ENTITY harmless "x"> --><!ENTITY e "x">',
)


@pytest.mark.parametrize("declaration", ENTITIES)
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1"],
)
def test_entities_are_refused_in_every_encoding(declaration: str, encoding: str) -> None:
    name = encoding.upper().removesuffix("-SIG")
    text = f'<?xml version="1.0" encoding="{name}"?><!DOCTYPE a [{declaration}]><a b="&e;">&e;</a>'
    assert codes(text.encode(encoding)) in (["X005"], ["X002"])


@pytest.mark.parametrize("encoding", ["UTF-7", "utf7", "ISO-2022-JP", "csISO2022KR", "HZ-GB-2312"])
def test_encodings_that_can_hide_markup_are_refused(encoding: str) -> None:
    assert codes(f'<?xml version="1.0" encoding="{encoding}"?><a>+ADw-b/+AD4-</a>'.encode()) == ["X002"]


@pytest.mark.parametrize("encoding", ["cp037", "cp500"])
def test_mainframe_encodings_are_told(encoding: str) -> None:
    assert codes('<?xml version="1.0"?><a/>'.encode(encoding)) in (["X002"], ["X101"])


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE TEI SYSTEM "tei.dtd">\n<TEI>caf&eacute;</TEI>',
        '<!DOCTYPE TEI SYSTEM "tei.dtd">\n<TEI n="caf&eacute;"/>',
        '<!DOCTYPE TEI PUBLIC "-//TEI//DTD" "tei.dtd" [<!ENTITY % TEI.XML "INCLUDE">]>\n<TEI>&mdash;</TEI>',
    ],
)
def test_a_character_that_only_a_dtd_knows_is_never_dropped_silently(text: str) -> None:
    (finding,) = parse(text.encode(), "x.xml").findings
    assert (finding.code, finding.locus.line) == ("X005", 2)
    assert "only its DTD knows" in finding.message
    assert "replace the entity references" in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "<!-- <!ENTITY e 'x'> --><TEI>a</TEI>",
        "<TEI><![CDATA[<!DOCTYPE a [<]]>a</TEI>",
        "<TEI><![CDATA[<!ENTITY e 'x'>]]></TEI>",
        '<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI><![CDATA[&eacute;]]><!-- &x; --><?p &y;?>&amp;&lt;&#233;&#xE9;</TEI>',
        '<!DOCTYPE TEI [<!ELEMENT TEI ANY><!ATTLIST TEI n CDATA #IMPLIED><!NOTATION x SYSTEM "x">]><TEI/>',
    ],
)
def test_what_only_looks_like_an_entity_is_read(text: str) -> None:
    assert codes(text.encode()) == (["X020"] if 'SYSTEM "tei' in text else [])


@pytest.mark.parametrize("where", ["text", "attribute"])
def test_an_entity_bomb_costs_no_time(where: str) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    body = "<a>&l29;</a>" if where == "text" else '<a b="&l29;"/>'
    began = time.perf_counter()
    assert codes(f'<!DOCTYPE a [<!ENTITY l0 "x">{levels}]>{body}'.encode()) == ["X005"]
    assert time.perf_counter() - began < 2


def test_default_attributes_of_a_doctype_reach_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY e "leaked">', encoding="utf-8")
    parsed = parse(f'<!DOCTYPE a [<!ENTITY % x SYSTEM "{tmp_path.as_uri()}/x.dtd"> %x;]><a>&e;</a>'.encode())
    assert parsed.root is None or "leaked" not in text_of(parsed.root)


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_without_a_document_is_an_empty_file(mark: bytes) -> None:
    assert codes(mark) == ["X001"]
    assert codes(mark + b" ") == ["X001"]


def test_a_mark_that_belies_the_declaration_is_a_tree_or_a_finding() -> None:
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        codes(mark + SMALL.encode())
        codes(mark + SMALL.encode("utf-16-le"))


@pytest.mark.parametrize("place", ["<a>\0</a>", "<a\0/>", "\0<a/>", "<a/>\0", '<a b="\0"/>', "<a>&#0;</a>"])
def test_a_nul_is_told(place: str) -> None:
    assert codes(place.encode()) in (["X108"], ["X002"])


def test_what_is_huge_is_read() -> None:
    attribute = parse(b'<a b="' + b"x" * 10_000_000 + b'"/>').root
    assert attribute is not None
    assert len(attribute.get("b", "")) == 10_000_000
    text = parse(b"<a>" + b"y" * 11_000_000 + b"</a>").root
    assert text is not None
    assert len(text_of(text)) == 11_000_000


@pytest.mark.parametrize("depth", [1, 200, 2000])
def test_what_is_deep_is_read(depth: int) -> None:
    root = parse(b"<a>" * depth + b"x" + b"</a>" * depth).root
    assert root is not None
    assert text_of(root) == "x"


@pytest.mark.parametrize("depth", [3000, 100_000])
def test_what_is_too_deep_is_told_in_plain_words(depth: int) -> None:
    (finding,) = parse(b"<a>" * depth + b"</a>" * depth, "x.xml").findings
    assert finding.code == "X101"
    assert "2048 deep" in finding.message
    assert "XML_PARSE_HUGE" not in finding.message


def test_no_namespace_prefix_is_left_undeclared() -> None:
    assert codes(b"<t:TEI/>") in (["X107"], [])
    assert codes(b'<TEI xmlns="x" xmlns="y"/>') == ["X106"]


def test_a_repeated_id_is_no_fault_of_syntax() -> None:
    assert codes(b'<a xml:id="x"><b xml:id="x"/></a>') == []
