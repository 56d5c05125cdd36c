from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.core.errors import OutputError
from tei_edition.core.finding import Finding
from tei_edition.edition.files import read_bytes, source_date, write_whole
from tei_edition.edition.settle import unique_ids

if TYPE_CHECKING:
    from pathlib import Path


def test_what_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    assert read_bytes(tmp_path / "a.txt") == b"a"
    for path, word in ((tmp_path, "directory"), (tmp_path / "none.txt", "no such file")):
        found = read_bytes(path)
        assert isinstance(found, Finding)
        assert found.code == "X004"
        assert word in found.message


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.xml"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["a.xml"]
    assert path.stat().st_mode & 0o400


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    write_whole(path, b"one")
    path.chmod(0o640)
    write_whole(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_unwritable_output_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot write"):
        write_whole(tmp_path / "file" / "a.xml", b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="cannot write"):
        write_whole(tmp_path / "folder", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(
    ("value", "date"), [("0", "1970-01-01"), ("1795392000", "2026-11-23"), ("", None), ("soon", None), ("9" * 30, None)]
)
def test_the_only_clock_is_source_date_epoch(monkeypatch: pytest.MonkeyPatch, value: str, date: str | None) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert source_date() == date


def test_ids_are_unique_and_do_not_depend_on_order() -> None:
    wanted = {"b.txt": "x", "a.txt": "x", "c.txt": "x-2", "d.txt": "y", "e.txt": "x"}
    given = unique_ids(wanted)
    assert given == {"a.txt": "x", "b.txt": "x-3", "c.txt": "x-2", "d.txt": "y", "e.txt": "x-4"}
    assert unique_ids(dict(reversed(wanted.items()))) == given
