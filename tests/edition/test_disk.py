"""What disks, names, clocks and machines may do to an edition."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects import article, files_in, outputs, project, put, run
from tei_edition.core.errors import OutputError, ProjectError
from tei_edition.core.finding import Severity, has_errors
from tei_edition.edition.build import STATE, build
from tei_edition.edition.config import load
from tei_edition.edition.convert import convert
from tei_edition.edition.files import read_bytes, remove, write_whole
from tei_edition.edition.state import ArticleState, ExportState, State, load_state, save_state
from tei_edition.encoding.options import EncodeOptions
from tei_edition.model.registry import Entity
from tei_edition.readers.reading import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


NO_SPACE = OSError(errno.ENOSPC, "No space left on device")


class TestWritingWhole:
    @given(st.lists(st.binary(max_size=2000), min_size=1, max_size=4))
    def test_the_last_bytes_written_stand_and_nothing_else(self, contents: list[bytes]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "deep" / "er" / "a.xml"
            for data in contents:
                write_whole(path, data)
            assert files_in(Path(folder)) == {"deep/er/a.xml": contents[-1]}

    @pytest.mark.parametrize("place", ["replace", "chmod"])
    @pytest.mark.parametrize("error", [NO_SPACE, PermissionError(errno.EACCES, "Permission denied")])
    def test_a_failure_leaves_the_old_file_and_no_other(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, error: OSError
    ) -> None:
        path = tmp_path / "a.xml"
        write_whole(path, b"old")
        monkeypatch.setattr(Path, place, raising(error))
        with pytest.raises(OutputError, match=r"a\.xml: cannot write this file: .* \(check the folder"):
            write_whole(path, b"new")
        assert files_in(tmp_path) == {"a.xml": b"old"}

    def test_a_full_disk_leaves_the_old_file_and_no_other(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.xml"
        write_whole(path, b"old")
        monkeypatch.setattr(os, "fdopen", raising(NO_SPACE))
        with pytest.raises(OutputError, match="No space left"):
            write_whole(path, b"new")
        assert files_in(tmp_path) == {"a.xml": b"old"}

    def test_an_interruption_leaves_the_old_file_and_no_other(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.xml"
        write_whole(path, b"old")
        monkeypatch.setattr(Path, "replace", raising(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            write_whole(path, b"new")
        assert files_in(tmp_path) == {"a.xml": b"old"}

    def test_the_longest_name_that_a_disk_takes_can_be_written(self, tmp_path: Path) -> None:
        path = tmp_path / ("n" * 251 + ".xml")
        write_whole(path, b"x")
        assert path.read_bytes() == b"x"

    def test_a_name_too_long_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(OutputError, match="too long"):
            write_whole(tmp_path / ("n" * 300), b"x")

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        target, link = tmp_path / "real.xml", tmp_path / "link.xml"
        target.write_bytes(b"old")
        link.symlink_to(target)
        write_whole(link, b"new")
        assert link.is_symlink()
        assert target.read_bytes() == b"new"

    def test_a_folder_that_is_a_link_is_written_into(self, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "real")
        write_whole(tmp_path / "link" / "a.xml", b"x")
        assert (tmp_path / "real" / "a.xml").read_bytes() == b"x"

    def test_a_pipe_is_written_to_and_stays_a_pipe(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        write_whole(pipe, b"through")
        assert os.read(reader, 99) == b"through"
        assert pipe.is_fifo()
        os.close(reader)

    def test_a_full_device_is_told(self) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("this system has no /dev/full")
        with pytest.raises(OutputError, match="No space left"):
            write_whole(Path("/dev/full"), b"x")
        assert Path("/dev/full").is_char_device()

    def test_removing_what_is_not_there_is_no_failure_and_a_folder_is_one(self, tmp_path: Path) -> None:
        remove(tmp_path / "none")
        (tmp_path / "folder").mkdir()
        with pytest.raises(OutputError, match="cannot remove"):
            remove(tmp_path / "folder")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {}
    for error in (PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EIO, "Input/output error")):
        monkeypatch.setattr(Path, "read_bytes", raising(error))
        told[type(error).__name__] = str(read_bytes(tmp_path / "a.txt"))
    assert "you may not read this file" in told["PermissionError"]
    assert "Input/output error" in told["OSError"]


class TestMemory:
    entities = st.builds(
        Entity,
        id=st.text("abc-", min_size=1),
        kind=st.sampled_from(("person", "place", "org", "work", "event")),
        preferred=st.text(min_size=1, max_size=9),
        names=st.lists(st.text(max_size=5), max_size=3).map(tuple),
        idnos=st.lists(st.tuples(st.just("wikidata"), st.text(max_size=4)), max_size=2).map(tuple),
        features=st.lists(st.tuples(st.sampled_from(("note", "geo")), st.text(max_size=4)), max_size=2).map(tuple),
    )
    states = st.builds(
        ArticleState,
        key=st.text(max_size=4),
        wanted=st.text(max_size=4),
        id=st.text(max_size=4),
        date=st.just("1951"),
        output=st.text(max_size=9),
        sha256=st.text("0123456789abcdef", max_size=8),
        entities=st.lists(entities, max_size=2).map(tuple),
    )

    @given(st.dictionaries(st.text(max_size=9), states, max_size=3))
    def test_what_is_remembered_is_what_was_to_be_remembered(self, articles: dict[str, ArticleState]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "state.json"
            state = State(articles, {"x.txt": ExportState("k", "s")})
            save_state(path, state)
            assert load_state(path) == state

    @given(st.one_of(st.binary(max_size=60), st.recursive(st.none() | st.text(), st.lists).map(json.dumps)))
    def test_any_damage_is_no_memory(self, damage: bytes | str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "state.json"
            path.write_bytes(damage if isinstance(damage, bytes) else damage.encode())
            assert load_state(path) == State()

    def test_a_piece_of_a_memory_is_no_memory(self, tmp_path: Path) -> None:
        folder = project(tmp_path, {"a.txt": article()})
        run(folder)
        whole = (folder / STATE).read_bytes()
        for end in range(0, len(whole) - 2, 97):
            (folder / STATE).write_bytes(whole[:end])
            assert load_state(folder / STATE) == State()


class TestNames:
    @pytest.mark.parametrize(
        "name", ["with space.txt", "Łódź & ærø.txt", "日本語.txt", "a.b.c.txt", "-dash.txt", "100%.txt", "#1 «q».txt"]
    )
    def test_any_name_makes_a_document_of_that_name(self, tmp_path: Path, name: str) -> None:
        folder = project(tmp_path / "my édition", {name: article()})
        report = run(folder)
        assert not has_errors(report.findings), [str(finding) for finding in report.findings]
        assert f"output/tei/{Path(name).stem}.xml" in outputs(folder)
        assert run(folder).built == []

    def test_a_name_that_is_no_unicode_stops_nothing_else(self, tmp_path: Path) -> None:
        folder = project(tmp_path, {"good.txt": article()})
        try:
            (folder / "sources" / os.fsdecode(b"caf\xe9.txt")).write_text(article(2, "Other"), encoding="utf-8")
        except OSError:
            pytest.skip("this disk takes no such name")
        report = run(folder)
        assert "output/tei/good.xml" in outputs(folder)
        assert [finding.code for finding in report.findings if finding.severity is Severity.ERROR] == ["X004"]
        assert run(folder).findings == report.findings

    def test_endings_in_capitals_are_sources_where_they_are_included(self, tmp_path: Path) -> None:
        folder = project(tmp_path, {"A.TXT": article()}, '[sources]\ninclude = ["*.txt", "*.TXT"]\n')
        assert run(folder).built == ["sources/A.TXT"]

    @pytest.mark.parametrize("other", ["a.text", "sub/a.txt", "A.txt", "registry.txt"])
    def test_two_sources_never_share_an_output(self, tmp_path: Path, other: str) -> None:
        include = '[sources]\ninclude = ["**/*.txt", "**/*.text"]\n'
        folder = project(tmp_path, {"a.txt": article(), other: article(2, "Other")}, include)
        errors = [finding.code for finding in run(folder).findings if finding.severity is Severity.ERROR]
        assert errors == ["E596", "E595"][: len(errors)] or errors == ["E596"]
        assert errors

    def test_a_linked_source_is_a_source(self, tmp_path: Path) -> None:
        folder = project(tmp_path / "p", {})
        (tmp_path / "raw.txt").write_text(article(), encoding="utf-8")
        (folder / "sources" / "a.txt").symlink_to(tmp_path / "raw.txt")
        assert run(folder).built == ["sources/a.txt"]

    def test_a_link_to_nothing_stops_nothing(self, tmp_path: Path) -> None:
        folder = project(tmp_path, {"a.txt": article()})
        (folder / "sources" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
        assert run(folder).built == ["sources/a.txt"]

    def test_a_folder_named_like_a_source_is_none(self, tmp_path: Path) -> None:
        folder = project(tmp_path, {"a.txt": article(), "b.txt/c.md": "x"})
        assert run(folder).built == ["sources/a.txt"]

    @pytest.mark.parametrize(("folder", "output"), [("sources", "sources"), (".", "output"), ("sources", "sources/x")])
    def test_outputs_never_stand_among_the_sources(self, tmp_path: Path, folder: str, output: str) -> None:
        configuration = f'[sources]\nfolder = "{folder}"\ninclude = ["**/*.txt"]\n[output]\ntext = "{output}"\n'
        with pytest.raises(ProjectError, match="in the folder of the sources"):
            load(project(tmp_path, {"a.txt": article()}, configuration))

    def test_a_converted_document_never_replaces_its_source(self, tmp_path: Path) -> None:
        for name, text in (("a.xml", article()), ("b.txt", article(2, "Two"))):
            (tmp_path / name).write_text(text, encoding="utf-8")
        done = convert((tmp_path / "a.xml", tmp_path / "b.txt"), tmp_path, read=ReadOptions(), encode=EncodeOptions())
        assert [finding.code for finding in done.findings if finding.severity is Severity.ERROR] == ["E597"]
        assert (tmp_path / "a.xml").read_text(encoding="utf-8") == article()
        assert done.written == (tmp_path / "b.xml",)


class TestFolders:
    def test_a_source_folder_that_is_a_file_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "edition.toml").write_text("", encoding="utf-8")
        (tmp_path / "sources").write_text("x", encoding="utf-8")
        (finding,) = run(tmp_path).findings
        assert (finding.code, finding.locus.path) == ("E593", "sources")

    @pytest.mark.parametrize("key", ["tei", "epub", "text"])
    def test_an_output_folder_that_is_a_file_is_told_and_the_file_stays(self, tmp_path: Path, key: str) -> None:
        folder = project(tmp_path, {"a.txt": article()}, f'[output]\n{key} = "taken"\n')
        (folder / "taken").write_text("x", encoding="utf-8")
        with pytest.raises(OutputError, match="taken"):
            run(folder)
        assert (folder / "taken").read_text(encoding="utf-8") == "x"

    def test_absolute_and_relative_projects_give_the_same_bytes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        texts = {"a.txt": article(), "b.txt": article(2, "Two")}
        one, other = project(tmp_path / "one" / "e", texts), project(tmp_path / "other" / "e", texts)
        run(one)
        monkeypatch.chdir(tmp_path / "one")
        report = build(load(Path("../other/e")))
        assert str(report.written[0]) == "../other/e/output/tei/a.xml"
        assert outputs(one) == outputs(other)
        monkeypatch.chdir(other)
        assert build(load(Path())).unchanged == ["sources/a.txt", "sources/b.txt"]

    def test_sources_may_lie_anywhere(self, tmp_path: Path) -> None:
        (tmp_path / "raw").mkdir()
        (tmp_path / "raw" / "a.txt").write_text(article(), encoding="utf-8")
        for folder in ("../raw", str(tmp_path / "raw")):
            made = project(tmp_path / folder.replace("/", "-"), {}, f'[sources]\nfolder = "{folder}"\n')
            assert len(run(made).built) == 1
            assert "output/tei/a.xml" in outputs(made)
            assert run(made).written == []

    @pytest.mark.parametrize("pattern", ["/etc/*.txt", "", "../*.txt"])
    def test_a_pattern_that_leaves_the_folder_is_refused(self, tmp_path: Path, pattern: str) -> None:
        folder = project(tmp_path, {"a.txt": article()}, f'[sources]\ninclude = ["{pattern}"]\n')
        with pytest.raises(ProjectError) as told:
            run(folder)
        assert told.value.line == 2
        assert "*.txt" in told.value.cure


class TestMachines:
    SCRIPT = (
        "import sys; from pathlib import Path; from tei_edition.edition.build import build; "
        "from tei_edition.edition.config import load; from tei_edition.edition.files import source_date; "
        "build(load(Path(sys.argv[1]), default_date=source_date()), jobs=int(sys.argv[2]))"
    )

    def build(self, folder: Path, jobs: int = 1, **environment: str) -> dict[str, bytes]:
        texts = {"a.txt": article(), "b.txt": article(2, "Two", "Paris"), "Ä.txt": article(3, "Three")}
        made = project(folder / "e", texts)
        command = [sys.executable, "-c", self.SCRIPT, str(made), str(jobs)]
        subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True, timeout=120)
        return outputs(made)

    def test_hash_seed_time_zone_language_and_processes_change_no_byte(self, tmp_path: Path) -> None:
        first = self.build(tmp_path / "1", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C")
        second = self.build(tmp_path / "2", jobs=2, PYTHONHASHSEED="77", TZ="America/Anchorage", LANG="de_DE.UTF-8")
        assert len(first) == 11
        assert first == second

    def test_the_date_given_from_outside_is_everywhere_and_nothing_else_changes(self, tmp_path: Path) -> None:
        day = self.build(tmp_path / "1", SOURCE_DATE_EPOCH="1795392000")
        later = self.build(tmp_path / "2", SOURCE_DATE_EPOCH="1795392001")
        assert day == later
        assert b'when="2026-11-23"' in day["output/tei/a.xml"]

    def test_what_a_build_needs_is_small(self, tmp_path: Path) -> None:
        folder = project(tmp_path, {"a.txt": article()})
        run(folder)
        put(folder, "b.txt", "Two\n\nWords.\n")
        before = (folder / "output" / "tei" / "a.xml").stat().st_mtime_ns
        run(folder)
        assert (folder / "output" / "tei" / "a.xml").stat().st_mtime_ns == before, "what stands is not written again"
