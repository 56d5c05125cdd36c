"""README is true: each command in it is run as printed, in order, and gives what README says.

Where README is out of date, ``pytest tests/cli/test_readme.py --accept`` writes what the commands give now.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SAMPLE = "militant-1997-04-28"
_SHOWN = re.compile(r"(?:^    .*\n|^\n(?=    ))+", re.MULTILINE)
_SECONDS = re.compile(r"\(\d+\.\d\d s\)")
ELIDED = "…"


@dataclass(frozen=True)
class Shown:
    """A command as README shows it, and what README says that it prints."""

    command: str
    output: str
    start: int
    end: int


def shown(text: str) -> Iterator[Shown]:
    """Yield the commands of indented blocks; what follows a command up to the next is its output."""
    for block in _SHOWN.finditer(text):
        starts = [match.start() for match in re.finditer(r"^    \$ tei-edition", block[0], re.MULTILINE)]
        for start, end in zip(starts, [*starts[1:], len(block[0])], strict=True) if starts else ():
            lines = [line[4:] for line in block[0][start:end].rstrip("\n").split("\n")]
            begins = block.start() + start
            length = len(block[0][start:end].rstrip("\n"))
            yield Shown(lines[0][2:], "\n".join(lines[1:]).rstrip("\n"), begins, begins + length)


def masked(text: str) -> str:
    return _SECONDS.sub("(0.15 s)", text)


def cut(output: str, as_in: str) -> str:
    """Return an output shortened where README shortens its own."""
    lines = as_in.split("\n")
    elided = next((index for index, line in enumerate(lines) if line.strip() == ELIDED), None)
    if elided is None:
        return output
    return "\n".join([*output.split("\n")[:elided], lines[elided]])


def mistype(folder: Path) -> None:
    """Do to the document what README says that somebody did: mistype two attributes."""
    path = folder / "tei" / f"{SAMPLE}.xml"
    head, body = path.read_text(encoding="utf-8").split("<body>")
    body = body.replace('"#pers-stalin-joseph"', '"#pers-stalyn-joseph"', 1)
    assert "pers-stalyn" in body
    level = next(level for level in ("m", "a", "u") if f'<title level="{level}"' in body)
    path.write_text(head + "<body>" + body.replace(f'<title level="{level}"', '<title level="book"', 1), "utf-8")


def mend(folder: Path) -> None:
    run("tei-edition convert militant-1997-04-28.txt -o tei", folder)


def line_of_json(folder: Path) -> None:
    """Write the document whose tags README shows."""
    output = next(each.output for each in shown(README.read_text(encoding="utf-8")) if " tag a.jsonl" in each.command)
    document = json.loads(output)
    entry = {"id": document["id"], "text": document["text"]}
    (folder / "a.jsonl").write_text(json.dumps(entry, ensure_ascii=False) + "\n", encoding="utf-8")


BEFORE: tuple[tuple[str, Callable[[Path], None]], ...] = (
    ("tei-edition validate tei", mistype),
    ("tei-edition export epub", mend),
    ("tei-edition tag a.jsonl", line_of_json),
)


def run(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "tei-edition"
    done = subprocess.run(
        [sys.executable, "-m", "tei_edition", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode in {0, 1}, (command, done.stdout)
    return done.stdout.rstrip("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "sources", tmp_path / "sources")
    shutil.copy(ROOT / "edition.toml", tmp_path)
    shutil.copy(ROOT / "sources" / f"{SAMPLE}.txt", tmp_path)
    return tmp_path


def test_every_command_gives_what_readme_says(folder: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    text = README.read_text(encoding="utf-8")
    commands = list(shown(text))
    given = []
    waiting = dict(BEFORE)
    for each in commands:
        for beginning in [begin for begin in waiting if each.command.startswith(begin)]:
            waiting.pop(beginning)(folder)
        given.append(cut(masked(run(each.command, folder)), each.output))
    if accept:
        README.write_text(rewritten(text, commands, given), encoding="utf-8")
        return
    for each, output in zip(commands, given, strict=True):
        assert masked(each.output) == output, f"$ {each.command}\n(if this is right: pytest {__file__} --accept)"


def rewritten(text: str, commands: list[Shown], given: list[str]) -> str:
    for each, output in reversed(list(zip(commands, given, strict=True))):
        lines = [f"$ {each.command}", *output.split("\n")] if output else [f"$ {each.command}"]
        block = "\n".join(f"    {line}".rstrip() for line in lines)
        text = text[: each.start] + block + text[each.end :]
    return text


def test_rewriting_with_what_readme_says_changes_nothing() -> None:
    text = README.read_text(encoding="utf-8")
    commands = list(shown(text))
    assert rewritten(text, commands, [each.output for each in commands]) == text


def test_readme_shows_every_command() -> None:
    from tei_edition.cli.commands import COMMANDS as _COMMANDS  # noqa: PLC0415 - what a user never imports

    told = {each.command.split()[1] for each in shown(README.read_text(encoding="utf-8"))}
    assert told == set(_COMMANDS)


def test_the_python_of_readme_runs(folder: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    shutil.copy(folder / f"{SAMPLE}.txt", folder / "article.txt")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "info A611" in done.stdout


def test_files_that_readme_names_are_there() -> None:
    text = README.read_text(encoding="utf-8")
    for name in re.findall(r"`?((?:docs|schemas|benchmarks|sources)/|[A-Z]{5,}\.md)`?", text):
        assert (ROOT / name).exists(), name
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^    make (\w+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
