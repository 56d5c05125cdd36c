"""What a browser makes of a site: no accessibility violation on any kind of page, search that finds, a PDF."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tei_edition.exporters.html import HtmlOptions, export_html

if TYPE_CHECKING:
    from tei_edition.tei.document import TeiDocument

_CHROMIUM = shutil.which("chromium") or ""
_MODULES = Path(os.environ.get("AXE_MODULES", Path(__file__).parents[3] / ".axe")) / "node_modules"
_JUDGE = Path(__file__).with_name("judge.mjs")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not _CHROMIUM, reason="the browser tests need chromium"),
]
needs_axe = pytest.mark.skipif(
    not (_MODULES / "axe-core").is_dir() or shutil.which("node") is None,
    reason="axe-core is missing: npm install --prefix .axe axe-core playwright-core, or name its folder in AXE_MODULES",
)


def written(documents: list[TeiDocument], folder: Path) -> list[str]:
    """Write a site; return the names of its pages."""
    artifacts = export_html(documents, HtmlOptions(title="All samples")).artifacts
    for artifact in artifacts:
        (folder / artifact.name).parent.mkdir(parents=True, exist_ok=True)
        (folder / artifact.name).write_bytes(artifact.data)
    return [artifact.name for artifact in artifacts if artifact.media_type == "text/html"]


def judged(folder: Path, pages: list[str]) -> list[dict[str, Any]]:
    command = ["node", str(_JUDGE), str(_MODULES), _CHROMIUM, str(folder), *pages]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@needs_axe
def test_no_violation_on_any_page_light_or_dark_small_or_large(samples: list[TeiDocument], tmp_path: Path) -> None:
    pages = written(samples, tmp_path)
    assert {"index.html", "persons.html", "map.html", "timeline.html", "search.html"} <= set(pages)
    results = judged(tmp_path, [*pages, "search.html?q=doe"])
    assert [result for result in results if "error" in result] == []
    assert len(results) == 4 * (len(pages) + 1)
    assert all(result["passes"] > 10 for result in results)
    assert all(result["results"] > 0 for result in results if result["page"].endswith("?q=doe"))


@needs_axe
def test_no_violation_in_third_party_texts(third_party: list[TeiDocument], tmp_path: Path) -> None:
    small = [given for given in third_party if len(given.data) < 200_000]
    pages = written(small, tmp_path)
    assert [result for result in judged(tmp_path, pages) if "error" in result] == []


def test_pages_print(samples: list[TeiDocument], tmp_path: Path) -> None:
    written(samples, tmp_path)
    page = next((tmp_path / "articles").glob("*strike*"))
    target = tmp_path / "page.pdf"
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    subprocess.run([_CHROMIUM, *flags, page.as_uri()], capture_output=True, timeout=120, check=True)
    assert target.read_bytes().startswith(b"%PDF-")
