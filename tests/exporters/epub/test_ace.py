"""DAISY Ace finds no violation of EPUB Accessibility 1.1; needs ace-cli (``ACE_CLI``) and Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_edition.exporters.epub import EpubOptions, export_epub

if TYPE_CHECKING:
    from tei_edition.tei.document import TeiDocument

_SAMPLES = Path(__file__).parents[1] / "samples"
_INSTALLED = Path(__file__).parents[3] / ".ace" / "node_modules" / ".bin" / "ace-cli"
_ACE = os.environ.get("ACE_CLI") or shutil.which("ace-cli") or (str(_INSTALLED) if _INSTALLED.is_file() else "")
_CHROMIUM = os.environ.get("PUPPETEER_EXECUTABLE_PATH") or shutil.which("chromium") or ""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (_ACE and _CHROMIUM), reason="Ace needs ace-cli (set ACE_CLI) and Chromium"),
]


def violations(data: bytes, folder: Path) -> list[str]:
    book, report = folder / "book.epub", folder / "report"
    book.write_bytes(data)
    command = [_ACE, "-E", "-f", "-s", "-o", str(report), str(book)]
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": _CHROMIUM}
    subprocess.run(command, check=False, env=environment, capture_output=True)
    result = json.loads((report / "report.json").read_text("utf-8"))
    assert result["assertions"], "no page was read"
    found = [one for page in result["assertions"] for one in page["assertions"]]
    return [f"{one['earl:test']['dct:title']}: {one['earl:result'].get('html', '')[:200]}" for one in found]


@pytest.mark.parametrize("name", sorted(path.stem for path in _SAMPLES.glob("*.xml")))
def test_each_sample(samples: list[TeiDocument], name: str, tmp_path: Path) -> None:
    sample = next(one for one in samples if one.name == f"{name}.xml")
    assert violations(export_epub([sample]).artifacts[0].data, tmp_path) == []


def test_all_samples_in_one_book(samples: list[TeiDocument], tmp_path: Path) -> None:
    assert violations(export_epub(samples, EpubOptions(title="All")).artifacts[0].data, tmp_path) == []


def test_third_party_files(third_party: list[TeiDocument], tmp_path: Path) -> None:
    for given in third_party:
        exported = export_epub([given])
        if exported.artifacts:
            assert violations(exported.artifacts[0].data, tmp_path) == [], given.name
