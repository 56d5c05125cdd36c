from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tei.document import TeiDocument
from tei_edition.tei.parse import parse

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = '<?xml version="1.0" encoding="{}"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text>é</text></TEI>'


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_a_finding(data: bytes) -> None:
    parsed = parse(data, "x.xml")
    assert (parsed.root is None) == bool(parsed.findings)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"])
def test_declared_encodings_are_read(encoding: str) -> None:
    parsed = parse(DOCUMENT.format(encoding).encode(encoding))
    assert parsed.root is not None
    assert "".join(parsed.root.itertext()) == "é"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "X001"),
        (b" \n\t", "X001"),
        (b"\xef\xbb\xbf", "X001"),
        (DOCUMENT.format("UTF-8").encode("latin-1"), "X002"),
        (b"<TEI><text></TEI>", "X104"),
        (b"<TEI>", "X101"),
        (b"no markup at all", "X111"),
        (b"<a>&undeclared;</a>", "X102"),
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "X005"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', "X005"),
        ('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'.encode("utf-16"), "X005"),
    ],
)
def test_what_cannot_be_read_is_told_by_code(data: bytes, code: str) -> None:
    parsed = parse(data, "x.xml")
    assert parsed.root is None
    assert [finding.code for finding in parsed.findings] == [code]
    assert parsed.findings[0].locus.path == "x.xml"


def test_a_syntax_error_names_its_line() -> None:
    (finding,) = parse(b"<TEI>\n<text>\n</txet>\n</TEI>", "x.xml").findings
    assert finding.locus.line == 3


def test_an_entity_bomb_is_refused_at_once() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    (finding,) = parse(f'<!DOCTYPE a [<!ENTITY l0 "x">{levels}]><a>&l11;</a>'.encode()).findings
    assert finding.code == "X005"
    assert finding.locus.line == 1


def test_no_other_file_is_ever_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ATTLIST a leaked CDATA "yes">', encoding="utf-8")
    parsed = parse(f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><a/>'.encode())
    assert parsed.root is not None
    assert not parsed.root.attrib


def test_a_parameter_entity_of_an_old_dtd_does_no_harm() -> None:
    parsed = parse(b'<!DOCTYPE TEI SYSTEM "tei.dtd" [<!ENTITY % TEI.XML "INCLUDE">]><TEI/>')
    assert parsed.root is not None


def test_a_document_travels_without_its_tree() -> None:
    document = TeiDocument("x.xml", b"<TEI/>")
    assert document.root.tag == "TEI"
    again = pickle.loads(pickle.dumps(document))  # noqa: S301 - our own bytes
    assert again == document
    assert again.root.tag == "TEI"


def test_a_document_of_no_xml_is_a_bug() -> None:
    with pytest.raises(ValueError, match="X101"):
        _ = TeiDocument("x.xml", b"<TEI>").root
