"""What only saves time: where it is kept, and that nothing depends on it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tei_edition.edition.memory import keep, memory, recall

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
