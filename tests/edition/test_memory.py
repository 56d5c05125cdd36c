"""What only saves time: where it is kept, and that nothing depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_edition.edition import memory as room
from tei_edition.edition.memory import keep, keep_bytecode, memory, recall

PACKAGE = Path(room.__file__).parents[1]


def test_the_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert memory("runs") == str(tmp_path / "tei-edition" / "runs")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert memory("runs") == str(tmp_path / ".cache" / "tei-edition" / "runs")


def test_what_is_kept_is_recalled_and_the_oldest_forgotten(tmp_path: Path) -> None:
    assert recall(str(tmp_path / "none")) == b""
    for number in range(5):
        assert keep(str(tmp_path / "room" / str(number)), b"%d" % number, most=3)
        os.utime(tmp_path / "room" / str(number), (number, number))
    assert sorted(path.name for path in (tmp_path / "room").iterdir()) == ["2", "3", "4"]
    assert recall(str(tmp_path / "room" / "4")) == b"4"
    assert not keep(str(tmp_path / "room" / "4" / "below"), b"", most=3)


@pytest.mark.parametrize(
    ("forbidden", "prefix", "beside", "kept"),
    [(True, None, False, True), (False, None, False, False), (True, "/x", False, False), (True, None, True, False)],
)
def test_bytecode_is_kept_only_where_it_is_kept_nowhere_else(
    *, forbidden: bool, prefix: str | None, beside: bool, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", forbidden)
    monkeypatch.setattr(sys, "pycache_prefix", prefix)
    monkeypatch.setattr(room, "__spec__", SimpleNamespace(cached=__file__ if beside else "/nowhere"))
    keep_bytecode()
    assert (sys.pycache_prefix == memory("bytecode")) == kept
    assert sys.dont_write_bytecode == (forbidden and not kept)


def test_no_bytecode_is_written_beside_the_modules_of_who_wants_none(tmp_path: Path) -> None:
    package = tmp_path / "tei_edition"
    for file in PACKAGE.rglob("*.py"):
        copy = package / file.relative_to(PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment["PYTHONPATH"] = str(tmp_path)
    command = [sys.executable, "-m", "tei_edition", "--version"]
    assert subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True).stdout
    assert not list(package.rglob("*.pyc"))
    assert list((tmp_path / "cache/tei-edition/bytecode").rglob("commands.*.pyc"))
