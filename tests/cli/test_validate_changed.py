from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_only_what_differs_from_the_last_commit_is_checked(tei_edition: Command, tmp_path: Path) -> None:
    folder = tmp_path / "tei ö"
    folder.mkdir()
    for name in ("same.xml", "other ü.xml"):
        (folder / name).write_text("<a/>", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    assert tei_edition("validate", ".", "--changed", cwd=folder).stdout.startswith(
        "0 errors, 0 warnings in 0 of 0 files"
    )
    (folder / "other ü.xml").write_text("<b/>", encoding="utf-8")
    (folder / "new.xml").write_text("<c/>", encoding="utf-8")
    told = json.loads(tei_edition("validate", ".", "--changed", "--format", "json", cwd=folder).stdout)
    assert {item["path"] for item in told["findings"]} == {"new.xml", "other ü.xml"}
    assert told["summary"]["files"] == 2


def test_outside_git_it_is_told(tei_edition: Command, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a/>", encoding="utf-8")
    told = tei_edition("validate", ".", "--changed", cwd=tmp_path)
    assert told.returncode == 2
    assert "git cannot tell which files have changed" in told.stderr
