"""Large files without markup are told without reading them into memory."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tei_edition.edition import validation_files
from tei_edition.edition.overlong_files import overlong
from tei_edition.edition.validation_files import validate_files
from tei_edition.validation import ValidationOptions

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"<a>\n" + b"x" * 11_000_000 + b"</a>", 1),
        (b"<a>\n<b>\n" + b"\n" * 11_000_000 + b"</b></a>", 2),
        (b"x" * 6_000_000, 1),
        (b"<a>" + b"x" * 4_000_000 + b"<b/>" + b"x" * 4_000_000 + b"</a>", None),
        (b"<a/>\n" * 3_000_000, None),
        (b"", None),
    ],
)
def test_the_line_of_the_last_markup_is_told(tmp_path: Path, data: bytes, line: int | None) -> None:
    (tmp_path / "a.xml").write_bytes(data)
    told = overlong(tmp_path / "a.xml")
    assert (told and (told.code, told.locus.line)) == (line and ("S207", line))


def test_it_is_asked_before_a_large_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation_files, "_LARGE", 1000)
    (tmp_path / "a.xml").write_bytes(b"<TEI n='" + b"x" * 12_000_000 + b"'/>")
    monkeypatch.setattr(validation_files, "read_bytes", None)
    (told,) = validate_files([tmp_path / "a.xml"], ValidationOptions())
    assert told.code == "S207"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="sparse files")
def test_an_attribute_of_a_gigabyte_costs_next_to_no_memory(tei_edition: Command, tmp_path: Path) -> None:
    with (tmp_path / "a.xml").open("wb") as file:
        file.write(b'<TEI xmlns="http://www.tei-c.org/ns/1.0" n="')
        file.truncate(1_000_000_000)
    told = tei_edition("validate", "a.xml", cwd=tmp_path)
    assert told.stdout.startswith("a.xml:1: error S207 ")
