"""What [epub], [text] and [elements] of edition.toml make of an edition."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tei_edition.core.errors import ProjectError
from tei_edition.edition.build import build
from tei_edition.edition.config import load
from tei_edition.edition.images import LARGEST, images_of
from tei_samples import document

if TYPE_CHECKING:
    from pathlib import Path

_ARTICLE = (
    "The Herald   Vol. 3, No. {0}   May {0}, 1901\n\nThe Strike Number {0}\n\nIt began in the morning. It went on.\n"
)
_PNG = b"\x89PNG\r\n\x1a\n"


def edition(folder: Path, toml: str) -> Path:
    (folder / "sources").mkdir()
    for number in (7, 8):
        (folder / "sources" / f"a{number}.txt").write_text(_ARTICLE.format(number), encoding="utf-8")
    (folder / "edition.toml").write_text(toml, encoding="utf-8")
    return folder


def made(folder: Path) -> list[str]:
    build(load(folder))
    return sorted(path.name for path in (folder / "output").rglob("*") if path.suffix != ".xml" and path.is_file())


def test_books_of_edition_issues_and_articles(tmp_path: Path) -> None:
    names = made(
        edition(tmp_path, '[epub]\nname = "b"\nbooks = ["edition", "issue", "article"]\n[text]\nflavours = []')
    )
    books = [name for name in names if name.endswith(".epub")]
    assert "b.epub" in books
    assert len(books) == 5


def test_flavours_have_files_of_their_own(tmp_path: Path) -> None:
    flavours = '["reading", "diplomatic", "normalised", "markdown", "conll", "conllu"]'
    names = made(edition(tmp_path, f"[text]\nflavours = {flavours}"))
    suffixes = {name.partition(".")[2] for name in names if not name.endswith(".epub")}
    assert {"txt", "diplomatic.txt", "normalised.txt", "md", "conll", "conllu"} <= suffixes


def test_looks_of_elements_reach_the_book(tmp_path: Path) -> None:
    project = load(edition(tmp_path, '[epub]\nspeakers = true\ncertainty = "medium"\n[elements]\nbyline = "p.by"\n'))
    assert project.book.layout.presentation.speakers
    assert project.book.layout.presentation.elements == {"byline": "p.by"}


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[epub]\nbooks = ["chapter"]\n', "no book"),
        ('[epub]\ncertainty = "total"\n', "no certainty"),
        ("[epub]\nspeakers = 1\n", "true or false"),
        ('[elements]\np = "script"\n', "no look"),
        ("[elements]\np = 1\n", "a string"),
        ('[text]\nnotes = "margin"\n', "no note"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(ProjectError, match=message):
        load(edition(tmp_path, toml))


def test_images_come_from_the_given_folders_only(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a b.png").write_bytes(_PNG)
    (tmp_path / "out.png").write_bytes(_PNG)
    with (inside / "large.png").open("wb") as large:
        large.truncate(LARGEST + 1)
    urls = ("a%20b.png", "../out.png", "large.png", "http://a.org/a.png", "/etc/passwd", "none.png", "\u0001")
    body = "".join(f'<figure><graphic url="{url}"/></figure>' for url in urls if url.isprintable())
    found, findings = images_of([document(body)], [inside])
    assert found == {"a%20b.png": _PNG}
    assert [finding.code for finding in findings] == ["B810"]


def test_an_image_of_the_sources_is_in_the_book(tmp_path: Path) -> None:
    folder = edition(tmp_path, "[text]\nflavours = []")
    build(load(folder))
    (folder / "sources" / "new.png").write_bytes(_PNG)
    build(load(folder))
    with zipfile.ZipFile(folder / "output" / "epub" / "edition.epub") as archive:
        assert not any("image-" in name for name in archive.namelist()), "no text shows it"
