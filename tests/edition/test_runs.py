"""A run is told again only where everything that it looked at is as it was."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from tei_edition.edition.runs import remember, told_again

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

ARGUMENTS = ["validate", "texts"]
HEADER = "<titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>"
DOCUMENT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>'
    f"{HEADER}<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body><div><p>words</p></div></body></text></TEI>"
)


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "texts"
    (folder / "inner").mkdir(parents=True)
    for number in range(25):
        (folder / "inner" / f"{number}.xml").write_text(DOCUMENT, encoding="utf-8")
    return folder


def later() -> int:
    return time.time_ns() + 3_000_000_000


def test_what_has_not_changed_is_told_again(texts: Path) -> None:
    assert told_again(ARGUMENTS) is None
    remember(ARGUMENTS, [str(texts), "none.toml"], later(), 1, "é told\n")
    assert told_again(ARGUMENTS) == (1, "é told\n")
    assert told_again([*ARGUMENTS, "-q"]) is None


@pytest.mark.parametrize("change", ["write", "touch", "add", "remove", "rename", "replace", "project", "other folder"])
def test_whatever_changes_is_looked_at(texts: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(ARGUMENTS, ["texts", "edition.toml"], later(), 0, "")
    file = texts / "inner" / "7.xml"
    if change == "write":
        times = file.stat()
        file.write_text(DOCUMENT.replace("words", "sword"), encoding="utf-8")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    elif change == "touch":
        os.utime(file, ns=(1, 1))
    elif change == "add":
        (texts / "new.xml").write_text(DOCUMENT, encoding="utf-8")
    elif change == "remove":
        file.unlink()
    elif change == "rename":
        file.rename(texts / "7.xml")
    elif change == "replace":
        (texts / "inner" / "8.xml").replace(file)
    elif change == "project":
        (texts.parent / "edition.toml").write_text("", encoding="utf-8")
    else:
        monkeypatch.chdir(texts)
    assert told_again(ARGUMENTS) is None


def test_what_was_written_a_moment_ago_is_not_remembered(texts: Path) -> None:
    remember(ARGUMENTS, [str(texts)], time.time_ns(), 0, "")
    assert told_again(ARGUMENTS) is None


@pytest.mark.parametrize("damage", [b"", b"\xff", b"x\0y", b"[]"])
def test_a_damaged_memory_is_none(texts: Path, damage: bytes) -> None:
    remember(ARGUMENTS, [str(texts)], later(), 0, "told")
    (kept,) = (texts.parent / "cache/tei-edition/runs").iterdir()
    kept.write_bytes(damage)
    assert told_again(ARGUMENTS) is None


def test_a_memory_that_cannot_be_written_is_none(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (texts / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(texts / "file"))
    remember(ARGUMENTS, [str(texts)], later(), 0, "told")
    assert told_again(ARGUMENTS) is None


def test_only_so_many_are_kept(texts: Path) -> None:
    for number in range(40):
        remember([str(number)], [str(texts)], later(), 0, "told")
    assert len(list((texts.parent / "cache/tei-edition/runs").iterdir())) == 32
    assert told_again(["39"])
    assert not told_again(["0"])


def test_validate_says_the_same_again_and_sees_a_change(tei_edition: Command, texts: Path) -> None:
    time.sleep(0.2)
    first = tei_edition("validate", "texts")
    assert first.stdout.startswith("0 errors, 0 warnings in 0 of 25 files (")
    assert list((texts.parent / "cache/tei-edition/runs").iterdir())
    again = tei_edition("validate", "texts")
    assert again.stdout.rpartition("(")[0] == first.stdout.rpartition("(")[0]
    (texts / "inner" / "3.xml").write_text(DOCUMENT.replace("<p>words", "<q><p>words"), encoding="utf-8")
    told = tei_edition("validate", "texts")
    assert told.returncode == 1
    assert "inner/3.xml:" in told.stdout
