"""No command replaces what it reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Command

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
    "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body><p>Words.</p></body></text></TEI>"
)


@pytest.mark.parametrize("kind", ["epub", "text"])
@pytest.mark.parametrize("other", ["a.xml", "./a.xml", "link.xml"])
def test_an_export_does_not_replace_its_document(tei_edition: Command, tmp_path: Path, kind: str, other: str) -> None:
    (tmp_path / "a.xml").write_text(TEI, encoding="utf-8")
    (tmp_path / "link.xml").symlink_to(tmp_path / "a.xml")
    told = tei_edition("export", kind, "a.xml", "-o", other, cwd=tmp_path)
    assert told.returncode == 2
    assert "the output would replace the input" in told.stderr
    assert (tmp_path / "a.xml").read_text(encoding="utf-8") == TEI


def test_a_conversion_does_not_replace_its_source(tei_edition: Command, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("A text that somebody named so.", encoding="utf-8")
    told = tei_edition("convert", "a.xml", "-o", ".", cwd=tmp_path)
    assert told.returncode != 0
    assert (tmp_path / "a.xml").read_text(encoding="utf-8") == "A text that somebody named so."


def test_a_pipe_is_no_source(tei_edition: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    told = tei_edition("convert", "a.txt", "-o", "out", cwd=tmp_path)
    assert told.returncode == 1
    assert "error X004 this is a pipe or a device" in told.stderr


def test_a_broken_link_is_told_by_a_build(tei_edition: Command, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text("", encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").symlink_to(tmp_path / "nowhere")
    told = tei_edition("build", cwd=tmp_path)
    assert told.returncode == 1
    assert "sources/a.txt: error X004 there is no such file" in told.stderr


def test_a_name_that_is_anothers_with_diplomatic_is_told(tei_edition: Command, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\nlanguage = "en"\n', encoding="utf-8")
    (tmp_path / "sources").mkdir()
    for name in ("x.txt", "x.diplomatic.txt"):
        (tmp_path / "sources" / name).write_text(f"Works Begin\n\nThe text of {name}.\n", encoding="utf-8")
    told = tei_edition("build", cwd=tmp_path)
    assert told.returncode == 1
    assert "error E596" in told.stderr


def test_a_full_device_is_exit_4() -> None:
    command = [sys.executable, "-m", "tei_edition", "explain"]
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert told.returncode == 4
    assert b"No space left on device" in told.stderr
