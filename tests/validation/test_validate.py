"""The verb as a whole: what it returns, what it never does, and what options change."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.core.errors import UsageError
from tei_edition.validation import ValidationOptions, validate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tei_edition.core.finding import Finding

SOUND = (
    b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>'
    b"<titleStmt><title>T</title></titleStmt>"
    b"<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
    b"<text><body><div><head>H</head><p>One <persName>A. B.</persName> two.</p></div></body></text></TEI>"
)
GRAMMAR = 'xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"'


def test_a_sound_document() -> None:
    result = validate(SOUND, "a/b.xml")
    assert result.findings == ()
    assert result.document is not None
    assert (result.document.name, result.document.data) == ("a/b.xml", SOUND)
    assert pickle.loads(pickle.dumps(result)).document == result.document  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "X001"),
        (b"<TEI", "X101"),
        (b"\xff\xfe<", "X002"),
        (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI/>', "X005"),
        (b"<TEI/>", "S202"),
        (b'<TEI xmlns="http://tei-c.org/ns/1.0"/>', "S203"),
        (b"<TEI.2/>", "S204"),
        (b"<html/>", "S205"),
        (b'<text xmlns="http://www.tei-c.org/ns/1.0"/>', "S201"),
    ],
)
def test_what_is_no_tei(data: bytes, code: str) -> None:
    result = validate(data, "x.xml", options=ValidationOptions(ignore=("S", "X")))
    assert result.document is None
    assert code in {finding.code for finding in result.findings}


def test_repeated_ids_are_told_although_libxml2_stumbles() -> None:
    data = SOUND.replace(b"<head>", b'<head xml:id="a">').replace(b"<p>One", b'<p xml:id="a">One')
    assert [finding.code for finding in validate(data, "x").findings] == ["R401"]


def test_findings_come_by_place() -> None:
    data = SOUND.replace(b"<head>H</head>", b"<head/>\n").replace(b"<persName>", b'<persName cert="x" ref="#y">')
    findings = validate(data, "x").findings
    assert [finding.code for finding in findings] == ["R411", "R423", "R402"]
    assert list(findings) == sorted(findings, key=lambda finding: finding.locus)


def test_selecting_and_ignoring() -> None:
    data = SOUND.replace(b"<head>H</head>", b"<head/>").replace(b"<persName>", b'<persname ref="#y">', 1)
    data = data.replace(b"</persName>", b"</persname>", 1)

    def codes(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
        options = ValidationOptions(select=select, ignore=ignore)
        return {finding.code for finding in validate(data, "x", options=options).findings}

    assert codes() == {"R411", "S211", "R402"}
    assert codes(select=("S2", "R411")) == {"S211", "R411"}
    assert codes(ignore=("R",)) == {"S211"}
    assert codes(select=("R",), ignore=("R402",)) == {"R411"}


def test_no_schema_check() -> None:
    data = SOUND.replace(b"<persName>", b"<madeUp>").replace(b"</persName>", b"</madeUp>")
    assert [f.code for f in validate(data, "x").findings] == ["S211"]
    assert validate(data, "x", options=ValidationOptions(check_schema=False)).findings == ()


def test_a_schema_of_the_user() -> None:
    child = '<element name="standOff"><empty/></element>'
    schema = f'<element {GRAMMAR} name="TEI"><zeroOrMore><empty/></zeroOrMore>{child}</element>'
    options = ValidationOptions(schema=schema.encode(), select=("S",))
    assert validate(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff/></TEI>', "x", options=options).findings == ()
    assert {f.code for f in validate(SOUND, "x", options=options).findings} == {"S211", "S214"}


@pytest.mark.parametrize(
    ("schema", "says"),
    [
        (b"element TEI { text }", "not well-formed"),
        (b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', "not RELAX NG: its root is <schema>"),
        (f'<grammar {GRAMMAR}><start><ref name="none"/></start></grammar>'.encode(), "faulty"),
        (f'<grammar {GRAMMAR}><include href="a.rng"/></grammar>'.encode(), "needs another file: a.rng"),
        (b"", "not well-formed"),
    ],
)
def test_a_schema_that_cannot_be_used(schema: bytes, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        validate(SOUND, "x", options=ValidationOptions(schema=schema))
    assert caught.value.cure


@given(st.binary(max_size=200))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    result = validate(data, "x")
    assert result.document is not None or result.findings


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<q who='#a'>", "<list/>", "xml:id='a'", " ", "\u201c", '"', "&#x41;", "&b;", "<!-- -->",
        "<?x?>", "]]>", "<head/>", "<date when='x'/>", "<![CDATA[x]]>", "\ufffd", "<e xmlns='u'/>",
        "<idno type='ISSN'>X",
        "<x:y xmlns:x='v' x:z=''/>",
    ]
)  # fmt: skip
PARTS = st.sampled_from(
    [
        "<p>a</p>", "<list/>", "<p><q who='#a'>b</q></p>", "<date when='x'/>", "<p xml:id='a'/>", "<e xmlns='u'/>",
        "\u201c", "<idno type='ISSN'>X</idno>", "<quotation/>", "<!-- c -->", "<?x y?>", "<p cert='1e999'/>",
        "<citeStructure/>", "<p next='#a' prev=''/>", "<x:y xmlns:x='v' x:z=''/>", "<date from='9999999-01' to='-1'/>",
        "<p xml:id=''/>", "<p xml:id='1'/>", "<p who='# '/>",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(SOUND)), st.integers(0, 12), PIECES), min_size=1, max_size=4))
def test_mutated_documents_never_raise(edits: list[tuple[int, int, str]]) -> None:
    data = SOUND
    for at, length, piece in edits:
        data = data[:at] + piece.encode() + data[at + length :]
    for finding in validate(data, "x").findings:
        assert finding.message
        assert finding.locus.path == "x"
        assert finding.locus.line >= 1


@settings(max_examples=200)
@given(st.lists(PARTS))
def test_well_formed_nonsense_never_raises(parts: list[str]) -> None:
    data = SOUND.replace(b"<p>One", "".join(parts).encode() + b"<p>One")
    result = validate(data, "x")
    assert all(finding.locus.column >= 1 for finding in result.findings)


@pytest.mark.parametrize("mode", ["rules", "own"])
def test_real_files(mode: str, shared: Path) -> None:
    files = sorted((shared / "data/tei").glob("*.xml"))
    if not files:
        pytest.skip("no TEI files beside the repository")
    options = ValidationOptions(check_schema=mode == "own")
    for file in files:
        for finding in validate(file.read_bytes(), file.name, options=options).findings:
            _is_readable(finding)


@pytest.mark.slow
def test_real_files_with_tei_all(shared: Path) -> None:
    options = ValidationOptions(schema=(shared / "data/schemas/tei_all.rng").read_bytes())
    for file in sorted((shared / "data/tei").glob("*.xml")):
        for finding in validate(file.read_bytes(), file.name, options=options).findings:
            _is_readable(finding)


def _is_readable(finding: Finding) -> None:
    assert finding.locus.line >= 1
    assert 10 < len(finding.message) < 500
    assert "None" not in finding.message
    assert "{http" not in finding.message


def test_messages_of_fragments(findings: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = findings("<p><persname>x</persname></p>", schema=True)
    assert (finding.message, finding.hint) == ("<persname> is no element of this schema", "did you mean <persName>?")
