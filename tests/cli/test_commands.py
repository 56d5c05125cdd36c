"""The command line as a user types it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tei_edition.core.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

NO_TRACEBACK = "Traceback"


def test_help_and_version(tei_edition: Command) -> None:
    told = tei_edition("--help")
    assert told.returncode == 0
    for command in ("init", "convert", "tag", "validate", "export", "build", "explain"):
        assert re.search(rf"^  {command} ", told.stdout, re.MULTILINE)
        assert tei_edition(command, "--help").returncode == 0
    assert tei_edition("--version").stdout == f"tei-edition, version {VERSION}\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['x', '--help']\n"
        "try:\n    from tei_edition.cli import main; main()\nfinally:\n    print(sorted(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    for heavy in ("'lxml'", "'ebooklib'", "'PIL'", "'tei_edition.tagging'"):
        assert heavy not in told.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["vlidate"], "Did you mean 'validate'?"),
        (["convert"], "Missing argument"),
        (["validate", "--format", "yaml", "x.xml"], "yaml"),
        (["explain", "R4O1"], "did you mean"),
        (["validate", "x.xml", "--schema", "none.rng"], "no such file"),
    ],
)
def test_wrong_use_is_exit_2(tei_edition: Command, tmp_path: Path, arguments: list[str], message: str) -> None:
    told = tei_edition(*arguments, cwd=tmp_path)
    assert told.returncode == 2
    assert message in told.stderr
    assert NO_TRACEBACK not in told.stderr


def test_convert_writes_one_document_a_source(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    told = tei_edition("convert", sample, "-o", tmp_path / "out")
    assert told.returncode == 0, told.stderr
    written = tmp_path / "out" / "militant-1997-04-28.xml"
    assert told.stdout == f"wrote {written}\n"
    checked = tei_edition("validate", written, "--format", "json")
    assert checked.returncode == 0
    assert json.loads(checked.stdout)["summary"] == {"files": 1, "errors": 0, "warnings": 0}


BAD_SOURCES = {
    "empty.txt": (b"", "X001"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(99), "X003"),
    "binary.txt": (bytes(range(256)) * 9, "X003"),
    "long-line.txt": (b"a" * 50_000_000, "X008"),
}


def test_bad_sources_are_told_and_good_ones_converted(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    for name, (data, _) in BAD_SOURCES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    names = [*BAD_SOURCES, "folder", "none.txt"]
    told = tei_edition("convert", *(tmp_path / name for name in names), sample, "-o", tmp_path / "out")
    assert told.returncode == 1
    assert NO_TRACEBACK not in told.stderr
    codes = {name: code for name, (_, code) in BAD_SOURCES.items()} | {"folder": "X004", "none.txt": "X004"}
    for name, code in codes.items():
        assert re.search(rf"{re.escape(str(tmp_path / name))}(:\d+)*: error {code} ", told.stderr), (name, told.stderr)
    assert "cure: " in told.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["militant-1997-04-28.xml"]


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8-sig", "utf-16-le"])
def test_other_encodings_convert(tei_edition: Command, tmp_path: Path, encoding: str) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(("A Café in Paris\n\n" + "The café was old and the crêpes were “good”. " * 9).encode(encoding))
    told = tei_edition("convert", source, "-o", tmp_path)
    assert told.returncode == 0, told.stderr
    assert "The café was old and the crêpes were" in (tmp_path / "a.xml").read_text(encoding="utf-8")


def test_an_unwritable_output_is_exit_4(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    told = tei_edition("convert", sample, "-o", tmp_path / "file")
    assert told.returncode == 4
    assert "cure: check the folder" in told.stderr
    assert (tmp_path / "file").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("text", "place"), [(None, "no edition.toml"), ("[edition", "edition.toml:1"), ("[x]", "edition.toml:1")]
)
def test_a_bad_project_is_exit_3(tei_edition: Command, tmp_path: Path, text: str | None, place: str) -> None:
    if text is not None:
        (tmp_path / "edition.toml").write_text(text, encoding="utf-8")
    told = tei_edition("build", "--project", tmp_path)
    assert told.returncode == 3
    assert place in told.stderr
    assert "cure: " in told.stderr
    assert NO_TRACEBACK not in told.stderr


def test_an_unknown_tagger_is_exit_3(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    told = tei_edition("convert", sample, "-o", tmp_path, "--tagger", "spacie")
    assert told.returncode == 3
    assert "there is no tagger “spacie”" in told.stderr


def test_init_then_build(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    folder = tmp_path / "mine"
    assert tei_edition("init", folder).returncode == 0
    nothing = tei_edition("build", "--project", folder)
    assert nothing.returncode == 1
    assert "error E593" in nothing.stderr
    (folder / "sources" / sample.name).write_bytes(sample.read_bytes())
    first = tei_edition("build", cwd=folder)
    assert first.returncode == 0, first.stderr
    assert "1 article built, 0 unchanged, 0 failed" in first.stdout
    second = tei_edition("build", cwd=folder)
    assert second.stdout.startswith("0 articles built, 1 unchanged, 0 failed")
    checked = tei_edition("validate", cwd=folder)
    assert checked.returncode == 0, checked.stdout
    assert tei_edition("init", folder).returncode == 2


def test_validate_points_at_the_place(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    tei_edition("convert", sample, "-o", tmp_path)
    path = tmp_path / "militant-1997-04-28.xml"
    data = path.read_text(encoding="utf-8").replace(
        '<persName ref="#pers-stalin-joseph"', '<persName ref="#pers-stalyn-joseph"', 1
    )
    path.write_text(data, encoding="utf-8")
    line = data[: data.index("#pers-stalyn")].count("\n") + 1
    told = tei_edition("validate", path)
    assert told.returncode == 1
    assert re.search(rf"{re.escape(str(path))}:{line}:\d+: error R\d+ .*pers-stalyn-joseph", told.stdout), told.stdout
    assert "pers-stalin-joseph" in told.stdout
    assert re.search(r"^1 error, 0 warnings in 1 of 1 file \(\d\.\d\d s\)$", told.stdout, re.MULTILINE)


def test_validate_json_has_the_promised_shape(tei_edition: Command, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI>\n<text></TEI>", encoding="utf-8")
    told = tei_edition("validate", tmp_path, "--format", "json")
    assert told.returncode == 1
    report = json.loads(told.stdout)
    assert list(report) == ["findings", "summary"]
    finding = report["findings"][0]
    assert list(finding) == ["path", "line", "column", "severity", "code", "message", "hint"]
    assert (finding["line"], finding["severity"], finding["code"]) == (2, "error", "X104")


def test_tag_gives_offsets_of_the_very_text(tei_edition: Command, tmp_path: Path) -> None:
    text = 'Cafe\u0301 talk:\r\nJohn Mill said: "Yes." Mr. Mill went to Paris \U0001f600 with Mary Wood.'
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "one", "text": text}) + "\n\nnonsense\n", encoding="utf-8")
    told = tei_edition("tag", tmp_path / "a.jsonl", "--format", "jsonl")
    assert told.returncode == 1
    assert "a.jsonl:3: error X009" in told.stderr
    (line,) = told.stdout.splitlines()
    document = json.loads(line)
    assert (document["id"], document["text"]) == ("one", text)
    spans = {text[span["start"] : span["end"]]: span for span in document["spans"]}
    assert list(spans["Paris"]) == ["start", "end", "type", "ref", "speaker", "certainty"]
    assert spans["John Mill"]["type"] == "persName"
    assert spans["Mill"]["ref"] == spans["John Mill"]["ref"]
    assert spans["Paris"]["type"] == "placeName"
    assert spans['"Yes."']["speaker"] == "John Mill"


def test_tag_as_tei(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    told = tei_edition("tag", sample, "--format", "tei")
    assert told.returncode == 0
    (tmp_path / "a.xml").write_text(told.stdout, encoding="utf-8")
    assert tei_edition("validate", tmp_path / "a.xml").returncode == 0
    assert tei_edition("tag", sample, sample, "--format", "tei").returncode == 2
    assert tei_edition("tag", sample, "--format", "tei", "-o", tmp_path / "out").returncode == 0
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_export_text_and_epub(tei_edition: Command, tmp_path: Path, sample: Path) -> None:
    tei_edition("convert", sample, "-o", tmp_path)
    document = tmp_path / "militant-1997-04-28.xml"
    source = sample.read_text(encoding="utf-8")
    assert tei_edition("export", "text", document, "-o", tmp_path / "r.txt").returncode == 0
    reading = (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert "petty-bourgeois outlook" in reading
    assert "Front page" not in reading
    told = tei_edition("export", "text", document, "-o", tmp_path / "d.txt", "--flavour", "diplomatic", "--no-header")
    assert told.returncode == 0
    assert (tmp_path / "d.txt").read_text(encoding="utf-8").rstrip("\n") == source.rstrip("\n")
    assert tei_edition("export", "epub", document, "-o", tmp_path / "b.epub").returncode == 0
    assert (tmp_path / "b.epub").read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


@pytest.mark.parametrize(("data", "code"), [(b"<TEI", "X101"), (b"<html/>", "B8"), (b"<TEI.2/>", "B8")])
def test_export_refuses_what_is_no_tei(tei_edition: Command, tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.xml").write_bytes(data)
    told = tei_edition("export", "epub", tmp_path / "a.xml", "-o", tmp_path / "b.epub")
    assert told.returncode == 1
    assert f"error {code}" in told.stderr
    assert not (tmp_path / "b.epub").exists()


def test_explain(tei_edition: Command) -> None:
    told = tei_edition("explain", "x101")
    assert told.stdout.startswith("X101 (error): Not well-formed XML\n")
    assert "Wrong:\n    <p>One.</p <p>Two.</p>" in told.stdout
    assert tei_edition("explain").stdout.count("\n") > 40
