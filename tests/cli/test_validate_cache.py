"""Unchanged files are not looked at again, many files at once give what one by one gives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tei_edition.edition import validation_files
from tei_edition.edition.validation_cache import ValidationCache
from tei_edition.edition.validation_files import validate_files
from tei_edition.validation import ValidationOptions

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.core.finding import Finding

WRONG = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
    "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
    '\n<text><body><p><persName ref="#nobody">A</persName></p></body></text></TEI>\n'
)
OPTIONS = ValidationOptions()


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    names = [tmp_path / f"{name}.xml" for name in "cab"]
    for path in names:
        path.write_text(WRONG.replace("nobody", f"{path.stem}-1"), encoding="utf-8")
    return names


def cached(paths: list[Path], options: ValidationOptions = OPTIONS) -> tuple[object, ...]:
    return validate_files(paths, options, cache=ValidationCache(paths[0].parent / "cache", options))


def test_what_is_remembered_is_what_was_found(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = validate_files(paths, OPTIONS)
    assert len({each.locus.path for each in plain}) == 3
    assert cached(paths) == plain
    looked: list[Path] = []
    judged = validation_files._judged

    def watched(path: Path, *, options: ValidationOptions, remembered: bool) -> tuple[str, tuple[Finding, ...]]:
        looked.append(path)
        return judged(path, options=options, remembered=remembered)

    monkeypatch.setattr(validation_files, "_judged", watched)
    assert cached(paths) == plain
    assert looked == []
    paths[1].write_text(WRONG, encoding="utf-8")
    assert cached(paths) == validate_files(paths, OPTIONS)
    assert looked[0] == paths[1]
    assert len(looked) == 1 + len(paths)


def test_other_options_have_a_memory_of_their_own(paths: list[Path]) -> None:
    assert cached(paths)
    assert cached(paths, ValidationOptions(ignore=("R", "S"))) == ()
    assert cached(paths)


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"a": 1}', b"\xff"])
def test_a_damaged_memory_is_none(paths: list[Path], data: bytes) -> None:
    plain = cached(paths)
    (file,) = (paths[0].parent / "cache").iterdir()
    file.write_bytes(data)
    assert cached(paths) == plain
    entries = json.loads(file.read_bytes())
    file.write_text(json.dumps({name: [digest, [{}]] for name, (digest, _) in entries.items()}), encoding="utf-8")
    assert cached(paths) == plain


def test_a_memory_that_cannot_be_written_stops_nothing(paths: list[Path]) -> None:
    (paths[0].parent / "cache").write_bytes(b"a file")
    assert cached(paths) == validate_files(paths, OPTIONS)


def test_what_cannot_be_read_is_not_remembered(paths: list[Path]) -> None:
    gone = paths[0].parent / "gone.xml"
    assert [getattr(each, "code", "") for each in cached([gone])] == ["X004"]
    gone.write_text(WRONG, encoding="utf-8")
    assert cached([gone]) == validate_files([gone], OPTIONS)


def test_processes_change_nothing(paths: list[Path]) -> None:
    assert validate_files(paths, OPTIONS, jobs=2) == validate_files(paths, OPTIONS, jobs=1)
