"""Text files of several articles: one article, divisions of one document, or documents of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.edition.archives import unpacked
from tei_edition.edition.task import SourceFile
from tei_edition.readers.reading import ReadOptions
from tei_edition.tei.names import NSMAP
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
LETTERS = (
    f"LETTERS\n\nWho Pays?\n\nTo the Editor:\n\n{LONG}\n\nANN WADE\n\n"
    f"Who Gains?\n\nTo the Editor:\n\n{LONG}\n\nJOHN REED\n"
)
ONE, DIVS, DOCUMENTS = (ReadOptions(articles=choice) for choice in ("one", "divs", "documents"))


@pytest.fixture
def project(tmp_path: Path, tei_edition: Command) -> Path:
    assert tei_edition("init", tmp_path).returncode == 0
    (tmp_path / "sources").mkdir(exist_ok=True)
    (tmp_path / "sources" / "letters.txt").write_text(LETTERS, encoding="utf-8", newline="")
    return tmp_path


def with_articles(project: Path, choice: str) -> None:
    file = project / "edition.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("[sources]", f'[sources]\narticles = "{choice}"'), "utf-8")


def heads(file: Path) -> list[list[str]]:
    """The headings of each article of a document."""
    root = parse(file.read_bytes(), "x").root
    assert root is not None
    return [
        [text_of(head) for head in div.findall("t:head", NSMAP)]
        for div in root.iterfind(".//t:body/t:div[@type='article']", NSMAP)
    ]


@pytest.mark.parametrize(("options", "names"), [
    (ONE, ["letters.txt"]),
    (DIVS, ["letters.txt"]),
    (DOCUMENTS, ["letters.txt/letters-1.txt", "letters.txt/letters-2.txt"]),
])  # fmt: skip
def test_what_is_read(options: ReadOptions, names: list[str]) -> None:
    whole, findings = unpacked([SourceFile("letters.txt", LETTERS.encode(), options)])
    assert [one.name for one in whole] == names
    assert b"".join(one.data for one in whole) == LETTERS.encode()
    assert findings == ()


def test_an_article_never_takes_another_ones_output() -> None:
    sources = [SourceFile("letters-2.txt", b"x", DOCUMENTS), SourceFile("letters.txt", LETTERS.encode(), DOCUMENTS)]
    whole, findings = unpacked(sources)
    assert [one.name for one in whole] == ["letters-2.txt", "letters.txt/letters-1.txt"]
    assert [finding.code for finding in findings] == ["E596"]


def test_documents(project: Path, tei_edition: Command) -> None:
    with_articles(project, "documents")
    assert tei_edition("build", "--project", project).returncode == 0
    tei = project / "output" / "tei"
    assert [heads(tei / f"letters-{number}.xml") for number in (1, 2)] == [[["LETTERS", "Who Pays?"]], [["Who Gains?"]]]
    again = tei_edition("build", "--project", project)
    assert "0 articles built, 2 unchanged" in again.stdout + again.stderr
    given = []
    for number in (1, 2):
        assert tei_edition("source", tei / f"letters-{number}.xml", "-o", project / "back.txt").returncode == 0
        given.append((project / "back.txt").read_bytes())
        assert tei_edition("verify", project / "sources" / "letters.txt", tei / f"letters-{number}.xml").returncode == 0
    assert b"".join(given) == LETTERS.encode()


def test_a_document_that_lacks_a_word_of_its_article_is_told(project: Path, tei_edition: Command) -> None:
    with_articles(project, "documents")
    assert tei_edition("build", "--project", project).returncode == 0
    document = project / "output" / "tei" / "letters-2.xml"
    document.write_text(document.read_text(encoding="utf-8").replace("Gains", "Loses"), encoding="utf-8")
    told = tei_edition("verify", project / "sources" / "letters.txt", document)
    assert told.returncode == 1
    assert "E583" in told.stdout + told.stderr


def test_divisions(project: Path, tei_edition: Command) -> None:
    with_articles(project, "divs")
    assert tei_edition("build", "--project", project).returncode == 0
    document = project / "output" / "tei" / "letters.xml"
    assert heads(document) == [["LETTERS", "Who Pays?"], ["Who Gains?"]]
    assert tei_edition("verify", project / "sources" / "letters.txt", document).returncode == 0
    assert tei_edition("source", document, "-o", project / "back.txt").returncode == 0
    assert (project / "back.txt").read_bytes() == LETTERS.encode()


def test_an_unknown_choice_is_refused(project: Path, tei_edition: Command) -> None:
    with_articles(project, "many")
    refused = tei_edition("build", "--project", project)
    assert refused.returncode == 3
    assert "many" in refused.stderr
    assert "divs" in refused.stderr


@pytest.mark.parametrize(
    ("choice", "written"), [("divs", ["letters.xml"]), ("documents", ["letters-1.xml", "letters-2.xml"])]
)
def test_convert(tmp_path: Path, tei_edition: Command, choice: str, written: list[str]) -> None:
    source = tmp_path / "letters.txt"
    source.write_text(LETTERS, encoding="utf-8")
    done = tei_edition("convert", source, "--articles", choice, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == written
    assert "A606" not in done.stderr
