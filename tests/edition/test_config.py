from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.core.errors import OutputError, ProjectError, UsageError
from tei_edition.edition.config import load
from tei_edition.edition.init import init

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: str) -> Path:
    (folder / "edition.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_empty_file_is_a_project_of_defaults(tmp_path: Path) -> None:
    project = load(write(tmp_path, ""))
    assert project.title == tmp_path.name
    assert project.sources == tmp_path / "sources"
    assert project.taggers == ("default",)
    assert project.encode.publisher is None
    assert project.encode.date is None


def test_what_is_written_is_read(tmp_path: Path) -> None:
    project = load(
        write(
            tmp_path,
            """
            [edition]
            title = "T"
            language = "de"
            publisher = "P"
            date = "2026-11"
            licence = "CC0"
            [[edition.editors]]
            id = "ed-mw"
            name = "Mary Wood"
            [sources]
            folder = "raw"
            include = ["**/*.txt"]
            periodical = "The Argus"
            [repairs]
            off = ["A611"]
            [epub]
            name = "book.epub"
            [text]
            flavours = ["reading"]
            [build]
            jobs = 2
            """,
        )
    )
    assert (project.title, project.language, project.book.name, project.jobs) == ("T", "de", "book", 2)
    assert project.read.periodical == "The Argus"
    assert project.read.language == "de"
    assert project.read.off == {"A611"}
    assert project.encode.editors[0].name == "Mary Wood"
    assert project.encode.date == "2026-11"
    assert project.flavours == ("reading",)


def test_the_date_may_come_from_outside(tmp_path: Path) -> None:
    assert load(write(tmp_path, ""), default_date="2026-11-23").encode.date == "2026-11-23"
    assert load(write(tmp_path, '[edition]\ndate = "2020"'), default_date="2026-11-23").encode.date == "2020"


@pytest.mark.parametrize(
    ("text", "line", "message", "cure"),
    [
        ("[edition\n", 1, "no valid TOML", "mend this line"),
        ("\n[editon]\n", 2, "“editon” is no section", "did you mean edition?"),
        ('[edition]\ntitel = "T"\n', 2, "“titel” is no key of [edition]", "did you mean title?"),
        ("[edition]\n\ntitle = 7\n", 3, "title must be a string", "it is 7"),
        ('[edition]\ndate = "1997-02-30"\n', 2, "is no date", "2026-11-23"),
        ('[edition]\ndate = "yesterday"\n', 2, "is no date", "2026-11-23"),
        ('[sources]\ninclude = "*.txt"\n', 2, "include must be a list of strings", "it is"),
        ("[sources]\ninclude = [1]\n", 2, "include must be a list of strings", "write include"),
        ("[build]\njobs = true\n", 2, "jobs must be a whole number", "it is True"),
        ("[build]\njobs = 0\n", 2, "0 processes", "1 or more"),
        ('[text]\nflavours = ["readable"]\n', 2, "no flavour", "reading, diplomatic"),
        ('[epub]\nname = "../book"\n', 2, "cannot be a file name", "no folder"),
        ('[epub]\ncover = "none.png"\n', 2, "no file none.png", "from the folder"),
        ('[[edition.editors]]\nname = "M"\n', 1, "needs an id and a name", "edition.editors"),
        ('[[edition.editors]]\nid = "7 x"\nname = "M"\n', 2, "cannot be an editor's id", "letters"),
        ('edition = "x"\n', 1, "must be a table", "[edition]"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_cure(
    tmp_path: Path, text: str, line: int, message: str, cure: str
) -> None:
    with pytest.raises(ProjectError) as raised:
        load(write(tmp_path, text))
    assert raised.value.line == line
    assert message in raised.value.message
    assert cure in raised.value.cure


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"no edition\.toml"):
        load(tmp_path)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes(b'[edition]\ntitle = "\xe9"\n')
    with pytest.raises(ProjectError, match="UTF-8"):
        load(tmp_path)


def test_a_new_project_can_be_read_and_is_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / 'a "new" edition'
    written = init(folder)
    assert [path.name for path in written] == ["edition.toml", ".gitignore"]
    assert (folder / "sources").is_dir()
    assert load(folder).title == "a new edition"
    with pytest.raises(UsageError, match="already"):
        init(folder)


def test_a_project_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="taken"):
        init(tmp_path / "taken" / "inner")


@pytest.mark.parametrize("folder", ["sources", "sources/out", "../out", ".", "/tmp/elsewhere"])  # noqa: S108 - only named
def test_an_output_stays_within_the_project_and_apart_from_the_sources(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ProjectError, match=r"is no folder within the project|is in the folder of the sources"):
        load(write(tmp_path, f'[output]\ntext = "{folder}"\n'))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[edition]\nlanguage = "english!"\n', "is no language tag"),
        ('[sources]\nlanguage = "e"\n', "is no language tag"),
        ('[repairs]\noff = ["ZZZ"]\n', "no repair ZZZ"),
    ],
)
def test_values_that_mean_nothing_are_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ProjectError, match=message):
        load(write(tmp_path, text))


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").mkdir()
    with pytest.raises(ProjectError, match="is a folder here"):
        load(tmp_path)
