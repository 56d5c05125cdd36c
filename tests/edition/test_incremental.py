"""Laws of incremental builds: whatever happened before, a build ends in the bytes of a build from nothing."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from projects import article, files_in, outputs, project, put, run
from tei_edition.core.errors import OutputError
from tei_edition.edition import build as building
from tei_edition.edition import export_files, files
from tei_edition.edition.state import load_state

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("a.txt", "b.txt", "sub/a.txt", "sub/c d.txt", "é.txt", "z.txt")
ARTICLES = tuple(article(number, title) for number, title in ((1, "One"), (1, "One"), (2, "Two"), (2, "One")))
OPTIONS = (
    "",
    '[edition]\npublisher = "P"\ndate = "2026"\n',
    '[edition]\ntitle = "Other"\nlanguage = "en"\n[epub]\nname = "book"\n',
    '[text]\nflavours = ["reading"]\n[repairs]\noff = ["A611"]\n',
    '[output]\ntei = "output/xml"\ntext = "output/plain"\n',
    '[sources]\nperiodical = "The Argus"\n',
)
INCLUDE = '\n[sources]\ninclude = ["**/*.txt"]\n'


class Stop(Exception):  # noqa: N818 - it stands for a crash, and is no error of the program
    """The machine stops at this write."""


class Edition(RuleBasedStateMachine):
    """A user at work; each rule changes something, and the invariant builds and compares."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.mine, self.clean = self.folder / "mine" / "edition", self.folder / "clean" / "edition"
        self.sources: dict[str, str] = {}
        self.options = OPTIONS[0]
        self.edited: set[str] = set()
        project(self.mine, {})
        self.configure(OPTIONS[0])

    def configure(self, options: str) -> None:
        own = "[sources]\n" in options
        text = options.replace("[sources]\n", INCLUDE.lstrip()) if own else options + INCLUDE
        self.options = text
        (self.mine / "edition.toml").write_text(text, encoding="utf-8")

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from(ARTICLES))
    def add_or_change(self, name: str, text: str) -> None:
        put(self.mine, name, text)
        self.sources[name] = text

    @precondition(lambda self: self.sources)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.sources)))
        (self.mine / "sources" / name).unlink()
        del self.sources[name]

    @precondition(lambda self: self.sources)
    @rule(data=st.data(), new=st.sampled_from(NAMES))
    def rename(self, data: st.DataObject, new: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.sources)))
        (self.mine / "sources" / name).unlink()
        self.sources[new] = self.sources.pop(name)
        put(self.mine, new, self.sources[new])

    @rule(options=st.sampled_from(OPTIONS))
    def change_options(self, options: str) -> None:
        self.configure(options)

    @precondition(lambda self: bool(outputs(self.mine)))
    @rule(data=st.data(), edit=st.booleans())
    def spoil_an_output(self, data: st.DataObject, edit: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        name = data.draw(st.sampled_from(sorted(outputs(self.mine))))
        if edit:
            with (self.mine / name).open("ab") as file:
                file.write(b"<!-- mine -->")
            self.edited.add(name)
        else:
            (self.mine / name).unlink()

    @rule(writes=st.integers(0, 6), after=st.booleans())
    def crash(self, writes: int, after: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        with pytest.MonkeyPatch.context() as patch:
            stop_at(patch, writes, after=after)
            try:
                run(self.mine)
            except Stop:
                return

    @rule()
    def forget(self) -> None:
        if not self.edited:
            shutil.rmtree(self.mine / ".tei-edition", ignore_errors=True)
            shutil.rmtree(self.mine / "output", ignore_errors=True)

    @invariant()
    def a_build_ends_as_one_from_nothing(self) -> None:
        run(self.mine)
        if not self.sources:
            return
        shutil.rmtree(self.clean, ignore_errors=True)
        project(self.clean, self.sources, self.options)
        run(self.clean)
        expected, found = outputs(self.clean), outputs(self.mine)
        # What a user changed is never removed: a copy, or a file that no source makes any more.
        ours = {
            name: data
            for name, data in found.items()
            if not name.endswith(".edited") and (name in expected or name not in self.edited)
        }
        assert ours == expected
        again = run(self.mine)
        assert again.written == []
        assert again.built == []

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def stop_at(patch: pytest.MonkeyPatch, writes: int, *, after: bool) -> None:
    """Let so many files be written, then stop once, before or after the next one."""
    left = [writes]
    write = files.write_whole

    def stopping(path: Path, data: bytes) -> None:
        left[0] -= 1
        if left[0] == -1 and not after:
            raise Stop
        write(path, data)
        if left[0] == -1:
            raise Stop

    for module in (building, export_files):
        patch.setattr(module, "write_whole", stopping)


TestEdition = Edition.TestCase
TestEdition.settings = settings(max_examples=15, stateful_step_count=8, deadline=None, derandomize=True)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return project(tmp_path, {"a.txt": article(1, "One"), "b.txt": article(2, "Two")})


@pytest.mark.parametrize("writes", range(8))
def test_a_build_that_was_stopped_goes_on_where_it_was(two: Path, writes: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stop_at(patch, writes, after=True)
        with pytest.raises(Stop):
            run(two)
    assert not [name for name in files_in(two) if name.endswith(".part")]
    done = len(load_state(two / building.STATE).articles)
    assert done == min(writes, 2)
    report = run(two)
    assert len(report.unchanged) == done
    assert not [finding for finding in report.findings if finding.code == "E594"], "nobody changed anything by hand"


def test_a_stop_right_after_a_document_is_no_change_by_hand(two: Path) -> None:
    run(two)
    put(two, "a.txt", article(1, "One", "Paris"))
    with pytest.MonkeyPatch.context() as patch:
        stop_at(patch, 0, after=True)
        with pytest.raises(Stop):
            run(two)
    report = run(two)
    assert not [finding for finding in report.findings if finding.code == "E594"]
    assert not [name for name in outputs(two) if name.endswith(".edited")]


def test_what_an_interrupted_build_wrote_goes_with_its_source(two: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stop_at(patch, 1, after=False)
        with pytest.raises(Stop):
            run(two)
    (two / "sources" / "a.txt").unlink()
    run(two)
    assert not any("a.xml" in name or "a.txt" in name for name in outputs(two))


def test_texts_of_a_source_that_is_gone_go_even_after_a_stop(two: Path) -> None:
    run(two)
    (two / "sources" / "a.txt").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "export_all", _raise_stop)
        with pytest.raises(Stop):
            run(two)
    run(two)
    assert sorted(outputs(two)) == [
        "output/epub/edition.epub",
        "output/tei/b.xml",
        "output/tei/registry.xml",
        "output/text/b.diplomatic.txt",
        "output/text/b.txt",
    ]


def _raise_stop(*_: object) -> None:
    raise Stop


def test_a_source_that_moves_to_another_folder_keeps_its_document(tmp_path: Path) -> None:
    folder = project(tmp_path, {"new/a.txt": article()}, INCLUDE)
    run(folder)
    before = outputs(folder)
    (folder / "sources" / "new" / "a.txt").rename(folder / "sources" / "a.txt")
    run(folder)
    assert outputs(folder) == before


def test_another_folder_for_the_documents_is_obeyed_at_once(two: Path) -> None:
    run(two)
    (two / "edition.toml").write_text('[output]\ntei = "output/xml"\n', encoding="utf-8")
    run(two)
    names = [name for name in outputs(two) if name.endswith("/a.xml")]
    assert names == ["output/xml/a.xml"]


def test_without_any_source_what_stands_stays_until_there_is_one(two: Path) -> None:
    run(two)
    before = outputs(two)
    for name in ("a.txt", "b.txt"):
        (two / "sources" / name).unlink()
    assert [finding.code for finding in run(two).findings] == ["E593"]
    assert outputs(two) == before
    put(two, "c.txt", "Only\n\nWords without a name.\n")
    run(two)
    assert not any(name.endswith(("a.xml", "b.txt", "registry.xml")) for name in outputs(two))


def test_a_registry_changed_by_hand_is_kept_beside(two: Path) -> None:
    run(two)
    path = two / "output" / "tei" / "registry.xml"
    edited = path.read_bytes().replace(b"Wood", b"Woode")
    path.write_bytes(edited)
    assert [finding.code for finding in run(two).findings if finding.code == "E594"] == ["E594"]
    assert path.with_suffix(".xml.edited").read_bytes() == edited


@pytest.mark.parametrize(
    ("change", "rebuilt"),
    [
        ('[edition]\npublisher = "P"\n', 2),
        ('[repairs]\noff = ["A611"]\n', 2),
        ('[sources]\nlanguage = "de"\n', 2),
        ('[epub]\nname = "book"\n', 0),
        ('[text]\nflavours = ["reading"]\n', 0),
        ("[build]\njobs = 2\n", 0),
    ],
)
def test_an_option_rebuilds_what_depends_on_it_and_no_more(two: Path, change: str, rebuilt: int) -> None:
    run(two)
    (two / "edition.toml").write_text(change, encoding="utf-8")
    assert len(run(two).built) == rebuilt


def test_a_new_style_sheet_or_cover_makes_a_new_book_only(two: Path) -> None:
    (two / "edition.toml").write_text('[epub]\ncss = "book.css"\n', encoding="utf-8")
    (two / "book.css").write_text("p { margin: 0 }", encoding="utf-8")
    run(two)
    (two / "book.css").write_text("p { margin: 1em }", encoding="utf-8")
    assert [path.name for path in run(two).written] == ["edition.epub"]


def test_a_touched_source_is_no_changed_source(two: Path) -> None:
    run(two)
    (two / "sources" / "a.txt").touch()
    assert run(two).built == []


def test_a_newcomer_that_wants_the_same_id_moves_the_one_behind_it(tmp_path: Path) -> None:
    folder = project(tmp_path, {"b.txt": article()})
    run(folder)
    put(folder, "a.txt", article())
    report = run(folder)
    assert sorted(report.built) == ["sources/a.txt", "sources/b.txt"]
    (folder / "sources" / "a.txt").unlink()
    run(folder)
    assert b'xml:id="argus-1951-05-01-works-begin-at-harbour"' in outputs(folder)["output/tei/b.xml"]


def failing(number: int, error: OSError) -> Callable[[Path, bytes], None]:
    """Return a ``write_whole`` that fails at the nth file as a full disk makes it fail."""
    left = [number]

    def write(path: Path, data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OutputError(str(error), path=str(path), cure="make room")
        files.write_whole(path, data)

    return write


@pytest.mark.parametrize("number", [0, 1, 2, 4])
def test_a_full_disk_leaves_whole_files_and_a_build_that_goes_on(two: Path, number: int) -> None:
    run(two)
    before = outputs(two)
    put(two, "a.txt", article(1, "One", "Paris"))
    with pytest.MonkeyPatch.context() as patch:
        write = failing(number, OSError(28, "No space left on device"))
        for module in (building, export_files):
            patch.setattr(module, "write_whole", write)
        with pytest.raises(OutputError):
            run(two)
    for name, data in outputs(two).items():
        assert data == before[name] or name.endswith(("a.xml", "a.txt", "registry.xml", "a.diplomatic.txt", ".epub"))
        assert data
    run(two)
    clean = project(two / "clean" / two.name, {"a.txt": article(1, "One", "Paris"), "b.txt": article(2, "Two")})
    run(clean)
    assert outputs(two) == outputs(clean)
