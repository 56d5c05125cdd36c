"""What scripts rely on: exit codes, formats, streams, signals."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from projects import article, files_in, project
from tei_edition.cli.commands import COMMANDS as _COMMANDS
from tei_edition.cli.commands import group as _group
from tei_edition.core.errors import ExitCode

if TYPE_CHECKING:
    from conftest import Command

PROGRAM = [sys.executable, "-m", "tei_edition"]
FINDING_LINE = re.compile(r"^(?P<path>[^\n:]+)(?::\d+(?::\d+)?)?: (?:error|warning|info) [A-Z]\d{3} \S.*$")
SUMMARY = re.compile(r"^\d+ errors?, \d+ warnings? in \d+ of \d+ files?(?: \(\d+\.\d\d s\))?$")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    (tmp_path / "tei").mkdir()
    body = '<div><head/><p ref="#x">a <nme>b</nme></p>\n<p><persName ref="#none">N</persName></p></div>'
    header = (
        "<teiHeader><fileDesc><titleStmt><title/></titleStmt><publicationStmt><p/></publicationStmt>"
        "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    )
    (tmp_path / "tei" / "a.xml").write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n{header}\n<text><body>{body}</body></text></TEI>', encoding="utf-8"
    )
    (tmp_path / "tei" / "b.xml").write_text("<TEI>\n<text></TEI>", encoding="utf-8")
    return tmp_path


class TestHelp:
    @pytest.mark.parametrize("command", list(_COMMANDS))
    def test_each_command_tells_its_use_its_arguments_and_options(self, tei_edition: Command, command: str) -> None:
        told = tei_edition(command, "-h")
        assert (told.returncode, told.stderr) == (0, "")
        assert told.stdout.startswith(f"Usage: python -m tei_edition {command} ")
        assert told.stdout == tei_edition(command, "--help").stdout
        assert len(told.stdout.splitlines()[2].split()) > 3, "a sentence says what it does"
        for option in re.findall(r"^  (-.*)$", told.stdout, re.MULTILINE):
            assert re.match(r"(-\w, )?--[\w-]+", option)

    def test_the_exit_codes_of_the_help_and_of_readme_are_those_of_the_program(self, tei_edition: Command) -> None:
        told = tei_edition("--help").stdout
        listed = told[told.index("Exit codes:") :]
        codes = {int(number) for number in re.findall(r"^ +(\d+)  \w", listed, re.MULTILINE)}
        assert codes == {int(code) for code in ExitCode}
        readme = text_of(Path(__file__).parents[2] / "README.md").replace("\n", " ")
        said = readme[readme.index("Exit codes: ") :].partition("## ")[0]
        assert {int(number) for number in re.findall(r"(?:: |; )(\d+) ", said)} == codes
        assert {int(number) for number in re.findall(r"(\d+): ", str(ExitCode.__doc__))} == codes

    def test_no_command_is_hidden(self) -> None:
        modules = {path.stem for path in (Path(__file__).parents[2] / "src/tei_edition/cli").glob("*.py")}
        assert set(_COMMANDS) <= modules
        helpers = {"commands", "exporting", "plain", "validating", "validate_options", "watching", "fixing"}
        assert modules - set(_COMMANDS) - helpers <= {"__init__", "main", "render", "export_data", "export_html"}
        context = _group.make_context("tei-edition", ["explain"], resilient_parsing=True)
        assert _group.list_commands(context) == list(_COMMANDS)

    def test_the_help_is_short_enough_for_a_screen(self, tei_edition: Command) -> None:
        lines = tei_edition("--help").stdout.splitlines()
        assert len(lines) < 40
        assert max(map(len, lines)) <= 80

    @pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["validate", "--help"], ["explain"]])
    def test_help_loads_no_tagger_image_or_book(self, arguments: list[str]) -> None:
        code = f"import sys; sys.argv = ['x', *{arguments!r}]\nfrom tei_edition.cli import main\n"
        code += "try: main()\nfinally: sys.stderr.write(' '.join(sys.modules))"
        loaded = set(
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split()
        )
        heavy = {"ebooklib", "PIL", "numpy"}
        if arguments == ["--help"]:
            heavy |= {
                "lxml",
                "charset_normalizer",
                "tei_edition.edition.config",
                "tei_edition.edition.files",
                "tei_edition.tagging",
                "tei_edition.validation",
                "json",
                "tomllib",
            }
        assert not heavy & loaded

    def test_a_build_with_nothing_to_do_loads_no_maker(self, tei_edition: Command, tmp_path: Path) -> None:
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "one.txt").write_text("The Works\n\nThe mill stood.\n", encoding="utf-8")
        (tmp_path / "edition.toml").write_text("[edition]\ntitle = 'One'\n", encoding="utf-8")
        assert tei_edition("build", cwd=tmp_path).returncode == 0
        code = "import sys; sys.argv = ['x', 'build']\nfrom tei_edition.cli import main\n"
        code += "try: main()\nfinally: sys.stderr.write(' '.join(sys.modules))"
        told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
        assert "0 articles built, 1 unchanged" in told.stdout
        loaded = set(told.stderr.split())
        for heavy in ("ebooklib", "PIL", "tei_edition.tagging", "tei_edition.encoding.encode"):
            assert heavy not in loaded


class TestFormats:
    def test_findings_are_lines_that_editors_understand(self, tei_edition: Command, broken: Path) -> None:
        told = tei_edition("validate", "tei", cwd=broken)
        assert told.returncode == 1
        lines = told.stdout.splitlines()
        assert SUMMARY.match(lines[-1])
        findings = [line for line in lines[:-1] if not line.startswith("    cure: ")]
        assert len(findings) >= 4
        for line in findings:
            match = FINDING_LINE.match(line)
            assert match, line
            assert (broken / match["path"]).is_file()
        assert "\x1b" not in told.stdout, "colours are for terminals only"

    def test_each_cure_is_told_once_and_belongs_to_the_line_above(self, tei_edition: Command, broken: Path) -> None:
        lines = tei_edition("validate", "tei", cwd=broken).stdout.splitlines()
        cures = [index for index, line in enumerate(lines) if line.startswith("    cure: ")]
        assert cures
        for index in cures:
            assert FINDING_LINE.match(lines[index - 1])

    def test_json_and_text_tell_the_same(self, tei_edition: Command, broken: Path) -> None:
        text = tei_edition("validate", "tei", cwd=broken).stdout
        report = json.loads(tei_edition("validate", "tei", "--format", "json", cwd=broken).stdout)
        places = [
            f"{item['path']}:{item['line']}:{item['column']}: {item['severity']} {item['code']} {item['message']}"
            for item in report["findings"]
        ]
        assert [line for line in text.splitlines()[:-1] if not line.startswith("    cure: ")] == places
        errors = sum(item["severity"] == "error" for item in report["findings"])
        assert report["summary"] == {
            "files": 2,
            "errors": errors,
            "warnings": sum(item["severity"] == "warning" for item in report["findings"]),
        }

    def test_the_report_keeps_to_its_schema(self, tei_edition: Command, broken: Path) -> None:
        text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
        properties = {
            "path": text,
            "line": number,
            "column": number,
            "severity": {"enum": ["error", "warning", "info"]},
            "code": {"type": "string", "pattern": r"^[A-Z]\d{3}$"},
            "message": {"type": "string", "minLength": 5},
            "hint": text,
        }
        item = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
        summary = {"files": number, "errors": number, "warnings": number}
        schema = {
            "type": "object",
            "properties": {
                "findings": {"type": "array", "items": item, "minItems": 1},
                "summary": {"properties": summary, "required": list(summary), "additionalProperties": False},
            },
            "required": ["findings", "summary"],
            "additionalProperties": False,
        }
        jsonschema.validate(json.loads(tei_edition("validate", broken, "--format", "json").stdout), schema)

    def test_tagged_lines_keep_to_their_schema(self, tei_edition: Command, tmp_path: Path) -> None:
        source = {"id": "1", "text": '"We shall return," said John Mill in Paris on May 1, 1951. He read "Hard Times".'}
        (tmp_path / "a.jsonl").write_text(json.dumps(source) + "\n", encoding="utf-8")
        told = tei_edition("tag", "a.jsonl", cwd=tmp_path)
        (line,) = told.stdout.splitlines()
        span = {
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "maximum": len(source["text"])},
            "type": {"type": "string", "pattern": "^[a-z][A-Za-z]*$"},
            "ref": {"type": ["string", "null"]},
            "speaker": {"type": ["string", "null"]},
            "certainty": {"type": "number", "minimum": 0, "maximum": 1},
        }
        spans = {"type": "object", "properties": span, "required": list(span), "additionalProperties": False}
        properties = {
            "id": {"const": "1"},
            "text": {"const": source["text"]},
            "spans": {"type": "array", "items": spans},
        }
        schema = {"properties": properties, "required": list(properties), "additionalProperties": False}
        jsonschema.validate(json.loads(line), schema)
        assert json.loads(line)["spans"]

    @pytest.mark.parametrize(
        ("options", "expected"),  # what leaves no document is told whatever is chosen
        [
            (["--select", "X1"], {"X104"}),
            (["--ignore", "S2,R4,E5"], {"X104"}),
            (["--select", "R499"], {"X104"}),
        ],
    )
    def test_codes_and_families_are_chosen(
        self, tei_edition: Command, broken: Path, options: list[str], expected: set[str]
    ) -> None:
        told = tei_edition("validate", "tei", "--format", "json", *options, cwd=broken)
        assert {item["code"] for item in json.loads(told.stdout)["findings"]} == expected
        assert told.returncode == (1 if expected else 0)

    def test_quiet_is_silent_where_nothing_is_wrong(self, tei_edition: Command, tmp_path: Path, sample: Path) -> None:
        quiet = tei_edition("convert", sample, "-o", tmp_path, "-q")
        assert "info" not in quiet.stderr
        assert quiet.stderr == ""
        assert tei_edition("validate", tmp_path, "-q").stdout == ""


class TestExitCodes:
    def test_0_where_nothing_is_an_error(self, tei_edition: Command, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Only\n\nSome words without a date.\n", encoding="utf-8")
        told = tei_edition("convert", "a.txt", "-o", "out", cwd=tmp_path)
        assert "warning" in told.stderr
        assert told.returncode == 0

    def test_2_where_there_is_nothing_to_do(self, tei_edition: Command, tmp_path: Path) -> None:
        told = tei_edition("validate", cwd=tmp_path)
        assert told.returncode == 2
        assert "name files or folders" in told.stderr

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["no-such-command"],
            ["build", "--jobs", "0"],
            ["build", "--jobs", "many"],
            ["build", "extra"],
            ["convert", "a.txt"],
            ["tag"],
            ["export"],
            ["export", "epub", "a.xml"],
            ["export", "text", "a.xml", "-o", "b.txt", "--flavour", "none"],
            ["init"],
            ["--no-such-option"],
            ["explain", "Z999"],
        ],
    )
    def test_2_and_the_right_use_where_it_is_used_wrongly(
        self, tei_edition: Command, tmp_path: Path, arguments: list[str]
    ) -> None:
        told = tei_edition(*arguments, cwd=tmp_path)
        assert told.returncode == 2
        assert "Traceback" not in told.stderr
        assert told.stderr.strip()
        assert files_in(tmp_path) == {}

    @pytest.mark.parametrize("command", [["build"], ["validate"]])
    def test_3_where_the_project_is_wrong(self, tei_edition: Command, tmp_path: Path, command: list[str]) -> None:
        (tmp_path / "edition.toml").write_text("[edition]\nttle = 1\n", encoding="utf-8")
        told = tei_edition(*command, cwd=tmp_path)
        assert told.returncode == 3
        assert told.stderr == "edition.toml:2: error: “ttle” is no key of [edition]\n    cure: did you mean title?\n"

    def test_4_where_an_output_cannot_be_written(self, tei_edition: Command, tmp_path: Path, sample: Path) -> None:
        (tmp_path / "file").write_text("x", encoding="utf-8")
        (tmp_path / "a.xml").write_text(tei_edition("tag", sample, "--format", "tei").stdout, encoding="utf-8")
        for arguments in (
            ["init", "file/inner"],
            ["convert", str(sample), "-o", "file"],
            ["export", "text", "a.xml", "-o", "file/a.txt"],
            ["export", "epub", "a.xml", "-o", "file/a.epub"],
            ["tag", str(sample), "-o", "file/a.jsonl"],
        ):
            told = tei_edition(*arguments, cwd=tmp_path)
            assert told.returncode == 4, (arguments, told.stderr)
            assert re.search(r"^file.*: error: cannot \w+ .*\n    cure: check the folder", told.stderr, re.MULTILINE)
        assert sorted(files_in(tmp_path)) == ["a.xml", "file"]

    def test_70_and_a_request_to_report_where_the_program_fails(self, tmp_path: Path) -> None:
        code = (
            "import sys; sys.argv = ['tei-edition', 'explain']\nimport tei_edition.cli.explain as e\n"
            "e.catalogue = lambda: 1 / 0\nfrom tei_edition.cli import main; main()"
        )
        told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
        assert told.returncode == 70
        assert "a defect of tei-edition: ZeroDivisionError" in told.stderr
        assert "please report it" in told.stderr
        assert "Traceback" not in told.stderr


class TestStreams:
    def shell(self, line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        line = line.replace("tei-edition", f"'{sys.executable}' -m tei_edition")
        return subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            cwd=folder,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    @pytest.mark.parametrize("reader", ["head -1", "head -c 1", "true"])
    def test_a_reader_that_leaves_early_is_no_failure(self, tmp_path: Path, reader: str) -> None:
        told = self.shell(f"tei-edition explain | {reader}", tmp_path)
        assert (told.returncode, told.stderr) == (0, "")

    def test_output_goes_into_files_findings_to_the_other_stream(self, tmp_path: Path, sample: Path) -> None:
        shutil.copy(sample, tmp_path / "a.txt")
        told = self.shell("tei-edition convert a.txt -o out > out.txt 2> err.txt", tmp_path)
        assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
        assert text_of(tmp_path / "out.txt") == "wrote out/a.xml\n"
        assert "info A611" in text_of(tmp_path / "err.txt")

    def test_tei_can_be_piped_into_a_file_and_is_utf_8_whatever_the_locale(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Łódź\n\nThe “café” of Łódź was old 😀.\n", encoding="utf-8")
        told = self.shell("tei-edition tag a.txt --format tei > a.xml", tmp_path, LC_ALL="C", LANG="C", PYTHONUTF8="0")
        assert told.returncode == 0, told.stderr
        assert "😀" in text_of(tmp_path / "a.xml")
        for locale in ("C", "POSIX"):
            line = self.shell("tei-edition explain A611", tmp_path, LC_ALL=locale, PYTHONIOENCODING="ascii")
            assert (line.returncode, line.stderr) == (0, "")

    def test_a_full_device_is_exit_4_and_no_defect(self, tmp_path: Path) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("this system has no /dev/full")
        told = self.shell("tei-edition explain > /dev/full", tmp_path)
        assert told.returncode == 4
        assert "No space left" in told.stderr
        assert "Traceback" not in told.stderr
        assert "Exception" not in told.stderr

    def test_closed_streams_are_no_failure(self, tmp_path: Path) -> None:
        assert self.shell("tei-edition explain X101 >&-", tmp_path).returncode in {0, 4}
        assert self.shell("tei-edition explain X101 2>&- >/dev/null", tmp_path).returncode == 0

    def test_a_document_can_be_exported_into_a_pipe(self, tmp_path: Path, sample: Path) -> None:
        shutil.copy(sample, tmp_path / "a.txt")
        self.shell("tei-edition convert a.txt -o .", tmp_path)
        told = self.shell("tei-edition export text a.xml -o /dev/stdout | grep -c bourgeois", tmp_path)
        assert int(told.stdout) > 0
        assert Path("/dev/stdout").is_symlink()

    def test_colours_come_with_a_terminal_only_and_not_against_no_color(self, tmp_path: Path) -> None:
        (tmp_path / "a.xml").write_text("<TEI", encoding="utf-8")
        assert "\x1b" not in self.shell("tei-edition validate a.xml", tmp_path, FORCE_COLOR="").stdout


class TestInterruption:
    def start(self, folder: Path, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*PROGRAM, "build", "--project", str(folder), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # A shell starts what it puts into the background deaf to SIGINT; a user's terminal does not.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread is running
        )

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_ctrl_c_ends_a_build_with_130_and_whole_files(self, tmp_path: Path, jobs: str) -> None:
        texts = {f"a{number}.txt": article(1 + number % 28, f"Title {number}") * 3 for number in range(150)}
        folder = project(tmp_path / "e", texts)
        running = self.start(folder, "--jobs", jobs)
        end = time.monotonic() + 60
        while not list((folder / "output" / "tei").glob("*.xml")) and time.monotonic() < end and running.poll() is None:
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=60)
        assert running.returncode == 130, told
        assert told.strip() == "interrupted; every file written so far is whole"
        left = files_in(folder / "output")
        assert not [name for name in left if name.endswith(".part")]
        for name, data in left.items():
            if name.endswith(".xml"):
                assert data.endswith(b"</TEI>\n"), name

    def test_ctrl_c_before_anything_is_loaded_is_quiet(self, tmp_path: Path) -> None:
        running = self.start(project(tmp_path / "e", {"a.txt": article()}))
        time.sleep(0.3)
        os.killpg(running.pid, signal.SIGINT)
        running.communicate(timeout=60)
        assert running.returncode in {0, 130, -signal.SIGINT}


class TestProjects:
    def test_a_project_is_built_from_anywhere_by_any_path(self, tei_edition: Command, tmp_path: Path) -> None:
        folder = project(tmp_path / "my edition", {"a.txt": article()})
        first = tei_edition("build", "--project", "my edition", cwd=tmp_path)
        assert first.returncode == 0, first.stderr
        assert "wrote my edition/output/tei/a.xml" in first.stdout
        for arguments, cwd in (
            (["--project", str(folder)], Path("/")),
            (["--project", "../my edition"], folder / "sources"),
            ([], folder),
        ):
            again = tei_edition("build", *arguments, cwd=cwd if cwd != folder / "sources" else folder)
            assert again.stdout.startswith("0 articles built, 1 unchanged, 0 failed"), (arguments, again.stdout)

    def test_a_file_is_no_project(self, tei_edition: Command, tmp_path: Path) -> None:
        (tmp_path / "edition.toml").write_text("", encoding="utf-8")
        told = tei_edition("build", "--project", "edition.toml", cwd=tmp_path)
        assert told.returncode == 3
        assert "Traceback" not in told.stderr
        assert "cure: " in told.stderr

    def test_findings_of_unchanged_articles_are_told_again(self, tei_edition: Command, tmp_path: Path) -> None:
        project(tmp_path / "e", {"a.txt": article(), "bad.txt": ""})
        first = tei_edition("build", cwd=tmp_path / "e")
        second = tei_edition("build", cwd=tmp_path / "e")
        assert first.returncode == second.returncode == 1
        assert second.stderr == first.stderr
        assert "sources/bad.txt:" in first.stderr
        assert "1 article built, 0 unchanged, 1 failed" in first.stdout
        assert "0 articles built, 1 unchanged, 1 failed" in second.stdout
