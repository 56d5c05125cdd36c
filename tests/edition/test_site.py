from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.edition.build import Report, build
from tei_edition.edition.config import load

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

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


_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>T</title>'
    '<respStmt xml:id="auto"><resp>tagged</resp><name type="software">t</name></respStmt></titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    '<standOff><listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson></standOff>'
    '<text><body><p><persName ref="#ann" resp="#auto" cert="low">Ann</persName> <said who="#ann">“No”</said></p>'
    '<figure><graphic url="gate.png"/><figDesc>A gate</figDesc></figure>'
    '<figure><graphic url="gone.png"/><figDesc>A mill</figDesc></figure></body></text></TEI>'
)


def exported(tei_edition: Command, folder: Path, *options: str) -> str:
    """Return the article's page of a site that the command line makes."""
    (folder / "t.xml").write_text(_TEI, "utf-8")
    (folder / "gate.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = tei_edition("export", "html", "t.xml", "-o", "site", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "B804 images not in the book: gone.png" in done.stderr
    return (folder / "site" / "articles" / "t.html").read_text("utf-8")


def test_images_beside_the_documents_are_in_the_site(tei_edition: Command, tmp_path: Path) -> None:
    page = exported(tei_edition, tmp_path)
    assert '<img src="../images/image-001.png" alt="A gate">' in page
    assert (tmp_path / "site" / "images" / "image-001.png").is_file()
    assert '<span class="placeholder">[Image not included]</span>' in page
    assert ">A mill</p>" in page


def test_what_is_shown_is_chosen(tei_edition: Command, tmp_path: Path) -> None:
    page = exported(tei_edition, tmp_path)
    assert 'class="mention"' in page
    assert 'class="speaker"' in page
    assert 'class="speaker"' not in exported(tei_edition, tmp_path, "--no-speakers")
    for option in (["--reviewed"], ["--certainty", "medium"]):
        plain = exported(tei_edition, tmp_path, *option)
        assert 'class="mention"' not in plain
        assert "Ann <q" in plain.replace("</span>", "")


def test_what_a_project_chooses_is_shown(project: Path) -> None:
    (project / "edition.toml").write_text('[html]\nreviewed = true\n[epub]\nbooks = ["edition"]\n', "utf-8")
    run(project)
    assert not any(b'class="mention"' in data for name, data in site(project).items() if name.startswith("articles/"))
