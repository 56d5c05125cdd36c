from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tei_edition.edition.archives import unpacked
from tei_edition.edition.task import SourceFile

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

TEXT = "Harbour Works Begin\n\nThe committee met on Tuesday and heard a report about the harbour and the roads.\n"


def zipped(**members: bytes | str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_members_take_the_place_of_their_archive() -> None:
    sources = (
        SourceFile("a.txt", b"A"),
        SourceFile("b.zip", zipped(**{"x/one.txt": "1", "two.html": "2", "x/": "", "__MACOSX/._one.txt": "0"})),
        SourceFile("c.jsonl", b'{"id": "Three!", "text": "3"}\n\n{"text": "4"}\n'),
        SourceFile("d.txt", b"D"),
    )
    whole, findings = unpacked(sources)
    assert [(one.name, one.data) for one in whole] == [
        ("a.txt", b"A"), ("b.zip/x/one.txt", b"1"), ("b.zip/two.html", b"2"), ("c.jsonl/three.txt", b"3"),
        ("c.jsonl/line-3.txt", b"4"), ("d.txt", b"D"),
    ]  # fmt: skip
    assert findings == ()


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "x/../../evil.txt", "C:/evil.txt", "..\\evil.txt"])
def test_members_that_lead_out_of_the_archive_are_left_out(name: str) -> None:
    whole, findings = unpacked([SourceFile("b.zip", zipped(**{name: "1", "good.txt": "2"}))])
    assert [one.name for one in whole] == ["b.zip/good.txt"]
    assert [finding.code for finding in findings] == ["X010"]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    whole, findings = unpacked([SourceFile("b.zip", zipped(**{"a.txt": b"\0" * 9_000_000}))])
    assert whole == ()
    assert [finding.code for finding in findings] == ["X008"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", zipped(**{"a.txt": "1"})[:40]])
def test_what_is_no_whole_archive_is_refused(data: bytes) -> None:
    assert [finding.code for finding in unpacked([SourceFile("b.zip", data)])[1]] == ["X003"]


def test_two_members_of_one_name() -> None:
    _, findings = unpacked([SourceFile("a.txt", b"1"), SourceFile("b.zip", zipped(**{"x/A.txt": "2", "y/b.txt": "3"}))])
    assert [finding.code for finding in findings] == ["E596"]


@pytest.mark.parametrize("line", [b"no json", b"[1]", b'{"id": 7}', b'{"text": 7}', b"[" * 100_000])
def test_lines_that_are_no_article_are_told(line: bytes) -> None:
    whole, findings = unpacked([SourceFile("c.jsonl", b'{"id": "a", "text": "1"}\n' + line)])
    assert [one.name for one in whole] == ["c.jsonl/a.txt"]
    assert [(finding.code, finding.locus.line) for finding in findings] == [("X009", 2)]


def test_the_command_reads_collections(tmp_path: Path, tei_edition: Command) -> None:
    record = {"id": "Works 1", "text": TEXT, "title": "A Given Title", "date": "1951-05-05", "author": "Mary O'Neil"}
    (tmp_path / "all.jsonl").write_text(json.dumps(record) + "\n")
    (tmp_path / "more.zip").write_bytes(zipped(**{"one.txt": TEXT, "two.md": f"# Title\n\n{TEXT}"}))
    done = tei_edition("convert", tmp_path / "all.jsonl", tmp_path / "more.zip", "-o", tmp_path / "tei")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "tei").iterdir()) == ["one.xml", "two.xml", "works-1.xml"]
    written = (tmp_path / "tei" / "works-1.xml").read_text()
    assert 'when="1951-05-05"' in written
    assert "Mary O'Neil" in written
