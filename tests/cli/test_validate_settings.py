"""[validation] in edition.toml, and the baseline, as a user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

WRONG = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
    "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
    '\n<text><body><p><persName ref="#nobody">A</persName></p></body></text></TEI>\n'
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text('[validation]\nselect = ["R402"]\n', encoding="utf-8")
    (tmp_path / "a.xml").write_text(WRONG, encoding="utf-8")
    return tmp_path


def codes(tei_edition: Command, project: Path, *options: str) -> list[tuple[str, str]]:
    told = tei_edition("validate", "a.xml", "--format", "json", *options, cwd=project)
    return [(item["code"], item["severity"]) for item in json.loads(told.stdout)["findings"]]


def test_the_project_chooses_and_the_command_line_overrules(tei_edition: Command, project: Path) -> None:
    assert codes(tei_edition, project) == [("R402", "error")]
    assert codes(tei_edition, project, "--select", "R401") == []
    assert codes(tei_edition, project, "--ignore", "R4") == []


def test_a_severity_decides_the_exit_code(tei_edition: Command, project: Path) -> None:
    assert tei_edition("validate", "a.xml", cwd=project).returncode == 1
    (project / "edition.toml").write_text(
        '[validation]\nselect = ["R402"]\nseverity = { R402 = "warning" }\n', encoding="utf-8"
    )
    assert codes(tei_edition, project) == [("R402", "warning")]
    assert tei_edition("validate", "a.xml", cwd=project).returncode == 0


def test_a_baseline_silences_what_was_there_and_nothing_new(tei_edition: Command, project: Path) -> None:
    written = tei_edition("validate", "a.xml", "--baseline", "known.json", "--write-baseline", cwd=project)
    assert (written.returncode, written.stdout) == (0, "wrote known.json: 1 known finding\n")
    assert codes(tei_edition, project, "--baseline", "known.json") == []
    (project / "a.xml").write_text(WRONG.replace("<p><pers", '<p>\n<name ref="#new">B</name><pers'), encoding="utf-8")
    assert codes(tei_edition, project, "--baseline", "known.json") == [("R402", "error")]


@pytest.mark.parametrize(
    "options", [["--write-baseline"], ["--baseline", "none.json"], ["--baseline", "a.xml", "--write-baseline"]]
)
def test_a_baseline_needs_a_file_of_its_own(tei_edition: Command, project: Path, options: list[str]) -> None:
    told = tei_edition("validate", "a.xml", *options, cwd=project)
    assert told.returncode == 2
    assert (project / "a.xml").read_text(encoding="utf-8") == WRONG


def test_a_schema_is_named_in_the_project(tei_edition: Command, project: Path) -> None:
    (project / "edition.toml").write_text('[validation]\nschema = "own.rng"\n', encoding="utf-8")
    assert "own.rng" in tei_edition("validate", "a.xml", cwd=project).stderr
    (project / "own.rng").write_text(
        '<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>',
        encoding="utf-8",
    )
    assert any(code.startswith("S") for code, _ in codes(tei_edition, project))
