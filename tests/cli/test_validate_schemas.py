"""Schemas by name, Schematron, inclusions and the corpus, as a user types them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
    "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
)
RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"'
ANY = "<oneOrMore><attribute><anyName/></attribute></oneOrMore>"
PART = f"<grammar {RNG}><start><element name='TEI'>{ANY}</element></start></grammar>"
SCH = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>\n'
    '<pattern><rule context="t:p"><report test="@rend" role="warning">no rend</report></rule></pattern></schema>'
)
MODEL = '<?xml-model href="https://x.org/own.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'


def tei(body: str, before: str = "") -> str:
    text = f"{HEADER}<text><body>\n{body}</body></text>"
    return f'{before}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{text}</TEI>\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text("", encoding="utf-8")
    (tmp_path / "own.rng").write_text(f"<grammar {RNG}><include href='sub/part.rng'/></grammar>", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "part.rng").write_text(PART, encoding="utf-8")
    (tmp_path / "own.sch").write_text(SCH, encoding="utf-8")
    (tmp_path / "a.xml").write_text(tei('<p xml:id="p1" rend="x">One.</p>'), encoding="utf-8")
    (tmp_path / "b.xml").write_text(tei('<p xml:id="p1" corresp="a.xml#p2">Two.</p>', MODEL), encoding="utf-8")
    return tmp_path


def codes(tei_edition: Command, project: Path, *arguments: str) -> set[str]:
    told = tei_edition("validate", "--format", "json", *arguments, cwd=project)
    assert told.returncode in {0, 1}, told.stderr
    return {item["code"] for item in json.loads(told.stdout)["findings"]}


def test_a_schema_is_added_once_and_then_named(tei_edition: Command, project: Path) -> None:
    told = tei_edition("schemas", "add", "own", "own.rng", cwd=project)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("added own: 1 element, schemas/own/own.rng, with 1 file that it includes\n")
    (project / "own.rng").unlink()
    assert codes(tei_edition, project, "a.xml", "--schema", "own") == {"S211"}
    assert codes(tei_edition, project, "a.xml") == set()
    (project / "edition.toml").write_text('[validation]\nschema = "own"\n', encoding="utf-8")
    assert codes(tei_edition, project, "a.xml") == {"S211"}
    assert codes(tei_edition, project, "a.xml", "--schema", "tei_edition") == set()
    listed = tei_edition("schemas", "list", cwd=project).stdout
    assert listed.startswith("tei_edition  comes with tei-edition\nown  own.rng\n(")
    shown = tei_edition("schemas", "show", "own", cwd=project).stdout
    assert shown.startswith("own: 1 element, roots TEI\nsource  own.rng\n")
    assert "sub/part.rng is schemas/own/1-part.rng" in shown
    assert "roots TEI" in tei_edition("schemas", "show", "tei_edition", cwd=project).stdout


def test_a_schema_of_parts_is_named_by_its_path(tei_edition: Command, project: Path) -> None:
    assert codes(tei_edition, project, "a.xml", "--schema", "own.rng") == {"S211"}
    (project / "sub" / "part.rng").unlink()
    told = tei_edition("validate", "a.xml", "--schema", "own.rng", cwd=project)
    assert told.returncode == 2
    assert "sub/part.rng" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("schemas", "add", "own"), "no known address"),
        (("schemas", "add", "own", "none.rng"), "no such file"),
        (("schemas", "add", "own", "a.xml"), "not RELAX NG"),
        (("schemas", "add", "own", "own.sch"), "not RELAX NG"),
        (("schemas", "show", "none"), "no schema none"),
        (("validate", "a.xml", "--schema", "tei_al"), "schemas add tei_al"),
        (("validate", "a.xml", "--schematron", "none.sch"), "no such file"),
        (("validate", "a.xml", "--schematron", "a.xml"), "no ISO Schematron"),
        (("validate", "a.xml", "--conformance", "none"), "no schema none"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_done(
    tei_edition: Command, project: Path, arguments: tuple[str, ...], words: str
) -> None:
    told = tei_edition(*arguments, cwd=project)
    assert told.returncode == 2
    assert words in told.stderr
    assert "cure" in told.stderr


def test_a_schema_that_a_document_names_is_honoured_once_it_is_known(tei_edition: Command, project: Path) -> None:
    for _ in range(2):
        assert codes(tei_edition, project, "a.xml", "b.xml") == {"S222"}
    assert tei_edition("schemas", "add", "mine", "own.rng", cwd=project).returncode == 0
    for _ in range(2):
        assert codes(tei_edition, project, "a.xml", "b.xml") == {"S211"}


def test_schematron_is_run_and_named_in_the_project(tei_edition: Command, project: Path) -> None:
    assert codes(tei_edition, project, "a.xml", "--schematron", "own.sch") == {"R492"}
    (project / "edition.toml").write_text('[validation]\nschematron = ["own.sch"]\n', encoding="utf-8")
    told = tei_edition("validate", "a.xml", cwd=project)
    assert told.returncode == 0
    assert told.stdout.startswith("a.xml:2:1: warning R492 no rend\n    cure: see own.sch:2: @rend\n")
    assert codes(tei_edition, project, "a.xml", "b.xml") == {"R492", "S222"}
    (project / "own.sch").write_text(SCH.replace("@rend", "@n"), encoding="utf-8")
    assert codes(tei_edition, project, "a.xml", "b.xml") == {"S222"}


def test_the_corpus_is_looked_at_as_one_on_request(tei_edition: Command, project: Path) -> None:
    assert codes(tei_edition, project, "a.xml", "b.xml", "--corpus") == {"E503", "R410", "S222"}
    assert codes(tei_edition, project, "a.xml", "b.xml") == {"S222"}
    (project / "edition.toml").write_text("[validation]\ncorpus = true\n", encoding="utf-8")
    assert codes(tei_edition, project, "a.xml", "b.xml") == {"E503", "R410", "S222"}
    (project / "a.xml").write_text(tei('<p xml:id="p2">One.</p>'), encoding="utf-8")
    assert codes(tei_edition, project, "a.xml", "b.xml") == {"S222"}


def test_inclusions_are_followed_on_request_to_local_files_only(tei_edition: Command, project: Path) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{}"/>'
    (project / "part.xml").write_text('<p xmlns="http://www.tei-c.org/ns/1.0">One.</p>', encoding="utf-8")
    (project / "c.xml").write_text(tei(include.format("part.xml")), encoding="utf-8")
    assert codes(tei_edition, project, "c.xml", "--xinclude") == set()
    assert codes(tei_edition, project, "c.xml") != set()
    for href in ("none.xml", "/etc/passwd", "file:///etc/passwd", "https://example.org/a.xml"):
        (project / "c.xml").write_text(tei(include.format(href)), encoding="utf-8")
        assert "S206" in codes(tei_edition, project, "c.xml", "--xinclude")


def test_conformance_to_a_second_schema_is_checked_on_request(tei_edition: Command, project: Path) -> None:
    assert codes(tei_edition, project, "a.xml", "--conformance", "own.rng") == {"S311"}
