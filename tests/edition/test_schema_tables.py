"""The table of a user's schema is made once, and kept; without it documents are judged all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.edition import schema_tables
from tei_edition.edition.schema_tables import table_for
from tei_edition.validation.relaxng import compiled, own_schema, written_table

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

NS = 'xmlns="http://relaxng.org/ns/structure/1.0"'


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache/tei-edition/tables"


def test_a_table_is_made_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = own_schema()
    made = table_for(schema, "s")
    assert made == written_table(compiled(schema))
    assert len(list(kept.iterdir())) == 1
    monkeypatch.setattr(schema_tables, "_made", lambda *_: pytest.fail("made again"))
    assert table_for(schema, "s") == made


def test_a_damaged_table_is_made_again(kept: Path) -> None:
    schema = own_schema()
    made = table_for(schema, "s")
    (file,) = kept.iterdir()
    file.write_bytes(b"{}")
    assert table_for(schema, "s") == made == file.read_bytes()


@pytest.mark.parametrize(
    "schema",
    [
        b"<x",
        b"<TEI/>",
        f"<grammar {NS}><start><ref name='none'/></start></grammar>".encode(),
        f"<externalRef {NS} href='other.rng'/>".encode(),
    ],
)
def test_a_schema_that_is_faulty_or_not_whole_has_none(schema: bytes, kept: Path) -> None:
    assert table_for(schema, "s") is None
    assert not kept.exists()


def test_a_table_that_cannot_be_kept_is_none(kept: Path) -> None:
    kept.parent.parent.write_text("", encoding="utf-8")
    assert table_for(own_schema(), "s") is None


def test_the_command_says_the_same_with_and_without(tei_edition: Command, tmp_path: Path, kept: Path) -> None:
    (tmp_path / "s.rng").write_text(f"<element {NS} name='r'><element name='a'><empty/></element></element>", "utf-8")
    for name, document in (("right", "<r><a/></r>"), ("wrong", "<r><b/></r>")):
        (tmp_path / f"{name}.xml").write_text(document, encoding="utf-8")
    told = [tei_edition("validate", "--schema", "s.rng", "right.xml", "wrong.xml", cwd=tmp_path) for _ in range(2)]
    assert len(list(kept.iterdir())) == 1
    assert told[0].stdout.rpartition("(")[0] == told[1].stdout.rpartition("(")[0]
    assert "wrong.xml:1:4: error S211 " in told[0].stdout
    assert "error" not in told[0].stdout.partition("wrong.xml")[0]
