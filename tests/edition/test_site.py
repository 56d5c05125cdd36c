from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.edition.build import Report, build
from tei_edition.edition.config import load

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The Argus(logo)\nVol.12/No.3 May {day}, 1951\n\nWorks Begin on Day {day}\n"
    "John Mill left Leeds for London on Tuesday.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "edition.toml").write_text('[edition]\ntitle = "The Argus"\n[html]\nintroduction = "Hello."\n', "utf-8")
    for day in (1, 2):
        (tmp_path / "sources" / f"a{day}.txt").write_text(TEXT.format(day=day), "utf-8")
    return tmp_path


def run(folder: Path) -> Report:
    return build(load(folder))


def site(folder: Path) -> dict[str, bytes]:
    root = folder / "output" / "html"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_section_html_builds_a_site(project: Path) -> None:
    report = run(project)
    pages = site(project)
    assert project / "output" / "html" / "index.html" in report.written
    assert b"Hello." in pages["index.html"]
    assert sum(name.startswith("articles/") for name in pages) == 2


def test_without_the_section_there_is_none(project: Path) -> None:
    run(project)
    (project / "edition.toml").write_text('[edition]\ntitle = "The Argus"\n', "utf-8")
    run(project)
    assert site(project) == {}


def test_a_second_build_writes_nothing(project: Path) -> None:
    run(project)
    before = site(project)
    assert run(project).written == []
    assert site(project) == before


def test_a_page_that_somebody_deleted_is_made_again(project: Path) -> None:
    run(project)
    before = site(project)
    (project / "output" / "html" / "persons.html").unlink()
    run(project)
    assert site(project) == before


def test_pages_of_sources_that_are_gone_go_too(project: Path) -> None:
    run(project)
    (project / "sources" / "a2.txt").unlink()
    run(project)
    assert sum(name.startswith("articles/") for name in site(project)) == 1
