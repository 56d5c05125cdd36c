"""What only who knows more than one file can tell: pointers into other files, ids, inclusions; and typed text."""

from __future__ import annotations

import pytest

from tei_edition.validation import ValidationOptions, identifiers_of, validate

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude" xml:id="{id}">'
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc>"
    "</fileDesc></teiHeader><text><body>{body}</body></text></TEI>"
)
OTHER = TEI.format(id="other", body='<p xml:id="one">A <persName>name</persName>.</p>').encode()
SCHEMA = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns=""
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0">
  <start><element name="{root}" ns="http://www.tei-c.org/ns/1.0"><zeroOrMore><choice>
    <element name="n" ns="http://www.tei-c.org/ns/1.0"><data type="integer"/></element>
    <element name="i" ns="http://www.tei-c.org/ns/1.0"><attribute name="id"><data type="ID"/></attribute></element>
    <element name="r" ns="http://www.tei-c.org/ns/1.0"><attribute name="to"><data type="IDREF"/></attribute></element>
  </choice></zeroOrMore></element></start></grammar>"""


def codes(body: str, options: ValidationOptions, identifier: str = "x") -> list[str]:
    found = validate(TEI.format(id=identifier, body=body).encode(), "x.xml", options=options).findings
    return [finding.code for finding in found if finding.code in {"R410", "E503", "S206"}]


CORPUS = ValidationOptions(check_schema=False, corpus={"x.xml": frozenset({"x"}), "o.xml": identifiers_of(OTHER)})


def test_the_ids_of_a_file() -> None:
    assert identifiers_of(OTHER) == {"other", "one"}
    assert identifiers_of(b"<TEI") == frozenset()


@pytest.mark.parametrize(
    ("pointer", "told"),
    [
        ("o.xml#one", []),
        ("o.xml", []),
        ("o.xml#two", ["R410"]),
        ("p.xml#one", ["R410"]),
        ("https://example.org/#x", []),
    ],
)
def test_pointers_into_other_files(pointer: str, told: list[str]) -> None:
    assert codes(f'<p><ref target="{pointer}">there</ref></p>', CORPUS) == told
    assert codes(f'<p><ref target="{pointer}">there</ref></p>', ValidationOptions(check_schema=False)) == []


def test_an_id_that_another_file_has() -> None:
    assert codes('<p xml:id="one">Words.</p>', CORPUS) == ["E503"]
    assert codes('<p xml:id="own">Words.</p>', CORPUS) == []


def including(files: dict[str, bytes]) -> ValidationOptions:
    return ValidationOptions(check_schema=False, xinclude=files.get)


def test_an_inclusion_is_made_where_its_file_is_there() -> None:
    body = '<div><head>H</head><xi:include href="o.xml" xpointer="one"/></div>'
    assert codes(body, including({"o.xml": OTHER})) == []
    assert codes(body, including({})) == ["S206"]
    assert codes(body.replace('"one"', '"none"'), including({"o.xml": OTHER})) == ["S206"]
    assert codes(body, including({"o.xml": b"<TEI"})) == ["S206"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<n>three</n>", "S218"),
        ('<i id="a"/><i id="a"/>', "S220"),
        ('<i id="a"/><r to="b"/>', "S221"),
        ('<n>3</n><i id="a"/><r to="a"/>', None),
    ],
)
def test_text_and_ids_that_a_schema_types(body: str, code: str | None) -> None:
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{body}</TEI>'.encode()
    options = ValidationOptions(schema=SCHEMA.format(root="TEI").encode(), select=("S",))
    assert [finding.code for finding in validate(data, "x.xml", options=options).findings] == ([code] if code else [])
