"""``validate --diff``, ``--fix`` and ``--watch``, as a user types them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tei_edition.cli.watching import watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Command

TEXT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>'
    "<titleStmt><title>T</title></titleStmt>"
    "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
    '\n<text><body>\n<p xml:lang="en_US">One <date when="{}">x</date>.</p>\n</body></text></TEI>\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.xml").write_text(TEXT.format("1997/4/8"), encoding="utf-8")
    (tmp_path / "b.xml").write_text(TEXT.format("some day").replace("en_US", "en"), encoding="utf-8")
    return tmp_path


def test_a_diff_is_shown_and_nothing_written(tei_edition: Command, folder: Path) -> None:
    before = (folder / "a.xml").read_bytes()
    told = tei_edition("validate", "a.xml", "--diff", cwd=folder)
    assert told.stdout.startswith("--- a.xml\n+++ a.xml\n@@ ")
    assert '\n-<p xml:lang="en_US">One <date when="1997/4/8">' in told.stdout
    assert '\n+<p xml:lang="en-US">One <date when="1997-04-08">' in told.stdout
    assert "\n--fix would mend 2 findings in 1 file\n" in told.stdout
    assert told.returncode == 1
    assert (folder / "a.xml").read_bytes() == before


def test_it_is_mended_and_the_rest_is_told(tei_edition: Command, folder: Path) -> None:
    told = tei_edition("validate", ".", "--fix", cwd=folder)
    assert told.stdout.startswith("mended 2 findings in 1 file\nb.xml:3:")
    assert "R431" in told.stdout
    assert told.returncode == 1
    assert (folder / "a.xml").read_text("utf-8") == TEXT.format("1997-04-08").replace("en_US", "en-US")
    assert "some day" in (folder / "b.xml").read_text("utf-8")
    again = tei_edition("validate", ".", "--fix", cwd=folder)
    assert again.stdout.startswith("b.xml:3:")
    shown = tei_edition("validate", "a.xml", "--diff", cwd=folder)
    assert shown.stdout.startswith("there is nothing that --fix can mend\n")


def test_only_what_is_selected_is_mended(tei_edition: Command, folder: Path) -> None:
    assert tei_edition("validate", "a.xml", "--fix", "--select", "R424", cwd=folder).returncode == 0
    assert (folder / "a.xml").read_text("utf-8") == TEXT.format("1997/4/8").replace("en_US", "en-US")


def test_syntax_is_mended_too(tei_edition: Command, folder: Path) -> None:
    sound = TEXT.format("1997-04-08").replace("en_US", "en")
    (folder / "a.xml").write_text(sound.replace("One", "A & B"), encoding="utf-8")
    told = tei_edition("validate", "a.xml", "--fix", "--diff", cwd=folder)
    assert "mended 1 finding in 1 file" in told.stdout
    assert told.returncode == 0
    assert "A &amp; B" in (folder / "a.xml").read_text("utf-8")


def test_a_report_for_programs_stays_one(tei_edition: Command, folder: Path) -> None:
    told = tei_edition("validate", "a.xml", "--fix", "--diff", "--format", "json", cwd=folder)
    assert json.loads(told.stdout)["findings"] == []
    assert "mended 2 findings" in told.stderr


def test_explain_says_what_is_mended(tei_edition: Command) -> None:
    assert "\nvalidate --fix writes hyphens for underscores.\n" in tei_edition("explain", "R424").stdout
    assert "--fix" not in tei_edition("explain", "R402").stdout


class TestWatching:
    def test_what_is_saved_is_validated_again(self, folder: Path) -> None:
        seen: list[list[str]] = []
        steps = self.steps(folder)

        def validate(files: tuple[Path, ...]) -> int:
            seen.append(sorted(path.name for path in files))
            return len(seen)

        def sleep(_: float) -> None:
            if next(steps, None) is None:
                raise KeyboardInterrupt

        code = watch(
            [folder],
            validate,
            besides=[folder / "edition.toml"],
            sleep=sleep,
        )
        assert seen == [["a.xml", "b.xml"], ["a.xml"], ["c.xml"], ["a.xml", "c.xml"]]
        assert code == 4

    @staticmethod
    def steps(folder: Path) -> Iterator[bool]:
        yield True  # nothing happens
        (folder / "a.xml").write_text("<TEI/>", encoding="utf-8")
        yield True
        (folder / "c.xml").write_text("<TEI/>", encoding="utf-8")
        (folder / "b.xml").unlink()
        yield True
        (folder / "edition.toml").write_text("", encoding="utf-8")
        yield True

    def test_a_user_sees_it_and_ends_it(self, folder: Path) -> None:
        command = [sys.executable, "-u", "-m", "tei_edition", "validate", "a.xml", "--watch"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
            try:
                self.look(folder, process)
            finally:
                process.kill()

    @staticmethod
    def look(folder: Path, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        assert "R4" in next(lines)
        assert any(line.startswith("2 errors") for line in lines)
        (folder / "new").write_text(TEXT.format("1997").replace("en_US", "en"), encoding="utf-8")
        (folder / "new").replace(folder / "a.xml")
        assert any(line.startswith("---") for line in lines)
        assert next(lines).startswith("0 errors")
        time.sleep(1)  # it waits for the next change, as it does when a user looks at what it said
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as in a shell's background
            os.kill(process.pid, signal.SIGINT)
            assert process.wait(60) == 0
