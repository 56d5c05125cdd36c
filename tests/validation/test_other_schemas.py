"""Schemas besides ours: those that documents name, and a second one for conformance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.validation import ValidationOptions, validate
from tei_edition.validation.schema_source import SchemaSource
from tei_edition.validation.xml_model import relax_ng_models

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"'
ANY = "<zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name='any'/></choice></zeroOrMore>"
LOOSE = SchemaSource(
    "loose.rng",
    f"<grammar {RNG}><start><element name='TEI'>{ANY}</element></start>"
    f"<define name='any'><element><anyName/>{ANY}</element></define></grammar>".encode(),
)
STRICT = SchemaSource("strict.rng", f"<element {RNG} name='TEI'><empty/></element>".encode())
MODEL = '<?xml-model href="{}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>'


def codes(data: bytes, **options: object) -> list[str]:
    chosen = ValidationOptions(select=("S",), **options)  # type: ignore[arg-type]  # named by each test
    return [each.code for each in validate(data, "x.xml", options=chosen).findings]


@pytest.mark.parametrize(
    ("prolog", "expected"),
    [
        (MODEL.format("a.rng"), [("a.rng", 1, 1)]),
        (f"<?xml version='1.0'?>\r\n  {MODEL.format('a.rng')}", [("a.rng", 2, 3)]),
        ("<?xml-model href='a.rng'?>", [("a.rng", 1, 1)]),
        (MODEL.format("a") + MODEL.format("b"), [("a", 1, 1), ("b", 1, 1 + len(MODEL.format("a")))]),
        (f"<!-- {MODEL.format('a.rng')} -->", []),
        ('<?xml-model href="a.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>', []),
        ('<?xml-model href="a.rnc" type="application/relax-ng-compact-syntax"?>', []),
        ("<?xml-model?>", []),
        ("<?xml-stylesheet href='a.rng'?>", []),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_models_are_read_with_their_places(prolog: str, expected: list[tuple[str, int, int]], encoding: str) -> None:
    assert list(relax_ng_models(f"{prolog}<TEI>{MODEL.format('z.rng')}</TEI>".encode(encoding))) == expected


def test_a_model_that_is_known_judges_the_document(document: Callable[[str], bytes]) -> None:
    data = MODEL.format("loose.rng").encode() + document("<p><persname/></p>")
    assert codes(data) == ["S211"]
    assert codes(data, known={"loose.rng": LOOSE}.get) == []
    assert codes(data, known={"loose.rng": STRICT}.get) != []


def test_a_model_that_is_not_known_is_said_so(document: Callable[[str], bytes]) -> None:
    data = b"\n " + MODEL.format("http://x.org/my.rng").encode() + document("<p>x</p>")
    (told,) = validate(data, "x.xml", options=ValidationOptions(known=lambda _: None)).findings
    assert (told.code, told.severity, str(told.locus)) == ("S222", "info", "x.xml:2:2")
    assert told.hint == "tei-edition schemas add NAME http://x.org/my.rng"
    assert codes(data, known=lambda _: None) == ["S222"]
    assert codes(data, known=lambda _: None, ignore=("S222",)) == []


def test_what_the_user_names_is_stronger_than_a_model(document: Callable[[str], bytes]) -> None:
    data = MODEL.format("strict.rng").encode() + document("<p>x</p>")
    assert codes(data, known={"strict.rng": STRICT}.get, schema=LOOSE.source) == []
    assert codes(data, known={"strict.rng": STRICT}.get, check_schema=False) == []


def test_the_first_model_that_is_known_counts(document: Callable[[str], bytes]) -> None:
    data = (MODEL.format("none.rng") + MODEL.format("loose.rng")).encode() + document("<persname/>")
    assert codes(data, known={"loose.rng": LOOSE}.get) == []


@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ("<p><persname>A</persname></p>", "S311"),
        ("<p><body/></p>", "S310"),
        ('<p colour="red">x</p>', "S314"),
        ('<p><title level="book">x</title></p>', "S315"),
        ("<list/>", "S319"),
    ],
)
def test_what_is_no_tei_is_told_where_a_second_schema_is_named(
    document: Callable[[str], bytes], shared: Path, fragment: str, code: str
) -> None:
    tei_all = SchemaSource("tei_all.rng", (shared / "data/schemas/tei_all.rng").read_bytes())
    data = document(fragment)
    assert codes(data, schema=LOOSE.source) == []
    assert codes(data, schema=LOOSE.source, conformance=tei_all) == [code]
    (told,) = (each for each in codes(data) if each.startswith("S2"))
    assert codes(data, conformance=tei_all) == [told], "one cause is told once"


def test_an_extension_with_a_namespace_of_its_own_is_tei(document: Callable[[str], bytes], shared: Path) -> None:
    tei_all = SchemaSource("tei_all.rng", (shared / "data/schemas/tei_all.rng").read_bytes())
    data = document('<p>x</p><x:new xmlns:x="urn:x"><x:more/></x:new>')
    assert codes(data, schema=LOOSE.source, conformance=tei_all) == []
