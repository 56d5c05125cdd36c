"""A project with pages, style sheets, files and elements of its own, built as a user builds it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tei_edition.core.errors import ProjectError
from tei_edition.edition.build import Report, build
from tei_edition.edition.config import load

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

_TEXT = "The Argus(logo)\nVol.12/No.3 May 1, 1951\n\nWorks Begin\n\nJohn Mill left Leeds for London on Tuesday.\n"
_TOML = """
[edition]
title = "The Argus"
publisher = "The Press"
[epub]
templates = "templates"
files = "files"
css = "own.css"
[html]
templates = "templates"
files = "files"
css = "own.css"
"""
_OPS = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
_TEMPLATES = {
    "page.html": (
        '<!DOCTYPE html>\n<html lang="{{language}}" dir="{{direction}}">\n<head>{{head}}</head>\n'
        '<body class="{{kind}}"><img src="{{root}}files/logo.png" alt="{{edition}}"/>{{navigation}}'
        '<main id="text">{{main}}</main></body></html>'
    ),
    "article.html": (
        '{{text}}<p class="cite">{{title}}{{#date}}, {{date}}{{/date}}{{^authors}}, anonymous{{/authors}}</p>'
    ),
    "page.xhtml": (
        f'<html {_OPS} xml:lang="{{{{language}}}}" lang="{{{{language}}}}" dir="{{{{direction}}}}"><head>'
        '<title>{{title}}</title><link rel="stylesheet" type="text/css" href="{{style}}"/></head>'
        '<body epub:type="{{kind}}"><div class="own">{{main}}</div></body></html>'
    ),
    "title.xhtml": (
        '<section epub:type="titlepage"><h1>{{title}}</h1>'
        '{{#publisher}}<p class="imprint">{{publisher}}</p>{{/publisher}}{{details}}</section>'
    ),
    "cover.xhtml": '<img src="{{image}}" alt="{{alt}}" role="doc-cover"/>',
    "index.xhtml": '<section class="register {{kind}}" role="doc-index"><h1>{{title}}</h1>{{entries}}</section>',
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {"edition.toml": _TOML, "own.css": "p { color: red; }", "sources/a.txt": _TEXT}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    for name, text in _TEMPLATES.items():
        (tmp_path / "templates").mkdir(exist_ok=True)
        (tmp_path / "templates" / name).write_text(text, "utf-8")
    (tmp_path / "files" / "fonts").mkdir(parents=True)
    (tmp_path / "files" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "files" / "fonts" / "own.woff2").write_bytes(b"wOF2")
    (tmp_path / "files" / ".hidden").write_bytes(b"x")
    return tmp_path


def run(folder: Path) -> Report:
    return build(load(folder))


def book(folder: Path) -> dict[str, str]:
    with zipfile.ZipFile(folder / "output" / "epub" / "edition.epub") as archive:
        return {
            name.removeprefix("EPUB/"): archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        }


def told(report: Report) -> list[tuple[str, str, int, str]]:
    found = [finding for finding in report.findings if finding.code.startswith("B81")]
    return [(finding.code, finding.locus.path, finding.locus.line, finding.message) for finding in found]


def test_pages_of_the_site_are_laid_out_by_the_project(project: Path) -> None:
    assert told(run(project)) == []
    site = project / "output" / "html"
    page = next((site / "articles").iterdir()).read_text("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">')
    assert '<img src="../files/logo.png" alt="The Argus"/><nav' in page
    assert '<p class="cite">Works Begin, May 1, 1951, anonymous</p>' in page
    assert 'class="aside"' not in page
    assert (site / "files" / "logo.png").is_file()
    assert (site / "files" / "fonts" / "own.woff2").is_file()
    assert not (site / "files" / ".hidden").exists()
    assert (site / "assets" / "own.css").read_text("utf-8") == "p { color: red; }"
    assert '<img src="files/logo.png"' in (site / "index.html").read_text("utf-8")


def test_pages_of_the_book_are_laid_out_by_the_project(project: Path) -> None:
    assert told(run(project)) == []
    files = book(project)
    for name in ("cover.xhtml", "title.xhtml", "nav.xhtml", "chapter-001.xhtml", "index-persons.xhtml"):
        assert '<div class="own">' in files[name], name
        assert ' dir="' not in files[name], "an attribute without a value is left out"
    assert '<p class="imprint">The Press</p>' in files["title.xhtml"]
    assert 'role="doc-cover"' in files["cover.xhtml"]
    assert '<section class="register persons" role="doc-index"><h1>Persons</h1><ul' in files["index-persons.xhtml"]
    assert files["style.css"] == "p { color: red; }"
    assert 'href="files/fonts/own.woff2" id="own-woff2" media-type="font/woff2"' in files["content.opf"]
    assert "files/logo.png" in files


def test_a_broken_template_is_told_and_ours_takes_its_place(project: Path) -> None:
    run(project)
    broken = {"page.html": "<html>\n<p>{{head}}{{main}}</html>", "title.xhtml": "<h1>{{title}}</h1>\n{{editor}}"}
    for name, text in broken.items():
        (project / "templates" / name).write_text(text, "utf-8")
    (project / "templates" / "page.htm").write_text("x", "utf-8")
    (project / "files" / "notes.docx").write_bytes(b"PK")
    report = run(project)
    places = {(code, path, line) for code, path, line, _ in told(report)}
    assert places == {
        ("B811", "templates/page.html", 2),
        ("B811", "templates/title.xhtml", 2),
        ("B812", "templates/page.htm", 0),
        ("B812", "notes.docx", 0),
    }
    assert 'class="skip"' in (project / "output" / "html" / "index.html").read_text("utf-8")
    assert 'class="title-page"' in book(project)["title.xhtml"]
    assert told(run(project)) == told(report), "a build that does nothing tells it again"


@pytest.mark.parametrize("name", ["templates/article.html", "templates/title.xhtml", "files/logo.png", "own.css"])
def test_a_change_is_built(project: Path, name: str) -> None:
    run(project)
    assert run(project).written == []
    path = project / name
    path.write_bytes(path.read_bytes() + b" ")
    assert run(project).written


def test_folders_that_are_not_there(project: Path) -> None:
    for section in ("epub", "html"):
        for key in ("templates", "files"):
            (project / "edition.toml").write_text(f'[{section}]\n{key} = "none"\n', "utf-8")
            with pytest.raises(ProjectError, match=r"edition\.toml:2: there is no folder none"):
                load(project)


def test_elements_of_a_project_in_both_editions(project: Path) -> None:
    with (project / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[elements]\n"fw[type=header]" = "div.masthead"\npersName = "b.who"\n')
    run(project)
    page = next((project / "output" / "html" / "articles").iterdir()).read_text("utf-8")
    for text in (page, book(project)["chapter-001.xhtml"]):
        assert '<b class="persName who">John Mill</b></a>' in text


@pytest.mark.parametrize(
    ("line", "message"),
    [('"x y" = "b"', "is no element"), ('"a:b" = "b"', "is no element"), ('p = "script"', "is no look")],
)
def test_elements_that_are_wrong(project: Path, line: str, message: str) -> None:
    (project / "edition.toml").write_text(f"[elements]\n{line}\n", "utf-8")
    with pytest.raises(ProjectError, match=rf"edition\.toml:2: .*{message}"):
        load(project)


def test_command_line(tei_edition: Command, project: Path) -> None:
    run(project)
    own = ("--templates", "templates", "--files", "files")
    done = tei_edition("export", "html", "output/tei", "-o", "site", *own, cwd=project)
    assert (done.returncode, done.stdout) == (0, done.stdout)
    assert '<p class="cite">' in next((project / "site" / "articles").iterdir()).read_text("utf-8")
    (project / "templates" / "cover.xhtml").write_text("\n<img src='{{title}}'/>{{image}}", "utf-8")
    done = tei_edition("export", "epub", "output/tei", "-o", "book.epub", *own, cwd=project)
    assert done.returncode == 1
    assert "templates/cover.xhtml:2: error B811 {{title}} is no address, which @src must be" in done.stderr
