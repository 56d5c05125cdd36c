"""The verdict is jing's, and the first error is on its line: for real files and for documents with faults."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jing_verdicts import jing
from mutants import mutants
from tei_edition.validation import ValidationOptions, validate

if TYPE_CHECKING:
    from conftest import Command

OURS = Path(__file__).parents[2] / "src/tei_edition/schemas/tei_edition.rng"
SMALL = 100_000
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("jing") is None, reason="jing is not installed"),
]


@pytest.fixture(scope="module")
def ours(tei_edition: Command, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("articles")
    tei_edition("convert", sample, "-o", folder)
    return [path.read_bytes() for path in sorted(folder.glob("*.xml"))]


@pytest.fixture(scope="module")
def others() -> list[bytes]:
    folder = Path(__file__).parents[2].parent / "shared/data/tei"
    if not folder.is_dir():
        pytest.skip("no TEI files beside the repository")
    found = [path.read_bytes() for path in sorted(folder.glob("*.xml"))]
    return [data for data in found if b"<!DOCTYPE" not in data and len(data) < SMALL]


@pytest.fixture(scope="module")
def tei_all() -> Path:
    path = Path(__file__).parents[2].parent / "shared/data/schemas/tei_all.rng"
    if not path.exists():
        pytest.skip("tei_all.rng is not beside the repository")
    return path


def compare(schema: Path, documents: list[bytes], number: int, folder: Path, seed: int) -> None:
    files = []
    for index, data in enumerate(mutants(documents, number, seed)):
        files.append(folder / f"{index}.xml")
        files[-1].write_bytes(data)
    expected = jing(schema, files)
    lines = _first_lines(schema, files)
    assert [file for file in files if (lines[file] > 0) != bool(expected[file])] == []
    invalid = [file for file in files if lines[file]]
    assert len(invalid) > number / 4
    same = [file for file in invalid if lines[file] == expected[file][0][0]]
    assert len(same) >= 0.99 * len(invalid)


def _first_lines(schema: Path, files: list[Path]) -> dict[Path, int]:
    options = ValidationOptions(schema=schema.read_bytes(), schema_name=str(schema), select=("S2",))
    return {
        file: min((f.locus.line for f in validate(file.read_bytes(), "x", options=options).findings), default=0)
        for file in files
    }


def test_mutants_with_our_schema(ours: list[bytes], tmp_path: Path) -> None:
    compare(OURS, ours, 1500, tmp_path, 11)


def test_mutants_with_tei_all(ours: list[bytes], others: list[bytes], tei_all: Path, tmp_path: Path) -> None:
    compare(tei_all, ours * 4 + others, 1500, tmp_path, 12)


def test_real_files(shared: Path, tei_all: Path) -> None:
    files = sorted((shared / "data/tei").glob("*.xml"))
    for schema in (OURS, tei_all):
        expected = jing(schema, files)
        lines = _first_lines(schema, list(expected))
        # A root that is not TEI's is a fault whatever the schema says; jing agrees as these schemas forbid it too.
        assert {file.name for file in expected if lines[file]} == {file.name for file in expected if expected[file]}
