from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

DAMAGED = "Works Begin\n\nThe compa- ny was heard -- the company of\n\nold men, it was said in the town that day.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "works.txt").write_text(DAMAGED, encoding="utf-8")
    (tmp_path / "edition.toml").write_text('[edition]\ntitle = "Works"\nlanguage = "en"\n', encoding="utf-8")
    return tmp_path


def test_the_repairs_of_an_edition(tei_edition: Command, project: Path) -> None:
    result = tei_edition("repairs", cwd=project)
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    shown = "“compa- ny” → “company” in … Works Begin The [compa- ny] was heard -- the compan …"
    assert lines[0] == f"sources/works.txt:3:5: A611 {shown}"
    assert lines[2].startswith("sources/works.txt:3:42: A613 “¶” → “ ” in … ")
    assert lines[4:] == [
        "A611 Broken word mended: 1 place",
        "    cure: nothing, if the word is right; switch the repair off by this code in edition.toml otherwise",
        "A613 False paragraph break: 1 place",
        "    cure: nothing, if the two are one sentence; switch the repair off by this code in edition.toml otherwise",
        "A621 Hyphens as dashes: 1 place",
        "    cure: nothing, if they are dashes; switch the repair off by this code in edition.toml otherwise",
    ]


def test_the_edition_says_which_are_made(tei_edition: Command, project: Path) -> None:
    with (project / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[repairs]\noff = ["A611", "A613", "A621"]\n')
    assert tei_edition("repairs", cwd=project).stdout == "no repairs\n"


def test_one_code_of_named_files(tei_edition: Command, project: Path) -> None:
    result = tei_edition("repairs", "sources/works.txt", "--code", "A621", cwd=project)
    assert [line[:27] for line in result.stdout.splitlines()] == [
        "sources/works.txt:3:25: A62", "", "A621 Hyphens as dashes: 1 p", "    cure: nothing, if they ",
    ]  # fmt: skip


def test_as_a_table_and_as_json(tei_edition: Command, project: Path) -> None:
    result = tei_edition("repairs", "--format", "tsv", "-o", "repairs.tsv", cwd=project)
    assert result.stdout == "wrote repairs.tsv\n"
    table = [line.split("\t") for line in (project / "repairs.tsv").read_text(encoding="utf-8").splitlines()]
    assert table[0] == ["source", "line", "column", "code", "original", "replacement", "before", "after"]
    assert table[3][:6] == ["sources/works.txt", "3", "42", "A613", "\\n\\n", " "]
    told = json.loads(tei_edition("repairs", "--format", "json", cwd=project).stdout)
    assert [(one["code"], one["original"]) for one in told] == [("A611", "compa- ny"), ("A621", "--"), ("A613", "\n\n")]
    assert told[0]["cure"].startswith("nothing, if the word is right")


def test_wrapped_lines_are_counted_and_listed_when_asked_for(tei_edition: Command, tmp_path: Path) -> None:
    line = "The committee met on Tuesday and heard a long report about the harbour,\n"
    (tmp_path / "x.txt").write_text("Works Begin\n\n" + line * 9, encoding="utf-8")
    assert "A614 Hard-wrapped lines: 8 places" in tei_edition("repairs", "x.txt", cwd=tmp_path).stdout
    assert tei_edition("repairs", "x.txt", cwd=tmp_path).stdout.count("↵") == 0
    assert tei_edition("repairs", "x.txt", "--code", "A614", cwd=tmp_path).stdout.count("“↵”") == 8


def test_a_file_that_is_not_there(tei_edition: Command, tmp_path: Path) -> None:
    result = tei_edition("repairs", "none.txt", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (1, "no repairs\n")
    assert "X004" in result.stderr


def test_a_folder_without_an_edition(tei_edition: Command, tmp_path: Path) -> None:
    assert tei_edition("repairs", cwd=tmp_path).returncode == 3
