"""An export that is read without click is what click makes of it; everything else is left to click."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.cli.export import command
from tei_edition.cli.exporting import BookRequest, TextRequest, plain_export

if TYPE_CHECKING:
    from conftest import Command

SAMPLE = Path(__file__).parents[1] / "exporters" / "samples" / "letter.xml"
ARGUMENTS = st.lists(
    st.sampled_from(
        "a.xml,b c.xml,folder,-o,--output,x.epub,-ox.epub,--output=y.txt,--,-,,--title,T,--speakers".split(",")
    ),
    max_size=6,
)


def read(arguments: list[str]) -> BookRequest | TextRequest | None:
    work = plain_export(["export", *arguments])
    assert work is None or isinstance(work, partial)
    return None if work is None else work.args[0]


def by_click(kind: str, arguments: list[str]) -> BookRequest | TextRequest | None:
    one = command.get_command(click.Context(command), kind)
    assert one is not None
    try:
        found = one.make_context(kind, list(arguments)).params
    except click.UsageError:
        return None
    return BookRequest(**found) if kind == "epub" else TextRequest(**found)


@given(st.sampled_from(("epub", "text")), ARGUMENTS)
def test_what_is_plain_means_what_click_makes_of_it(kind: str, arguments: list[str]) -> None:
    asked = read([kind, *arguments])
    if asked is not None:
        assert asked == by_click(kind, arguments)


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["epub", "a.xml", "-o", "a.epub"], BookRequest((Path("a.xml"),), Path("a.epub"))),
        (["epub", "--output", "a.epub", "b", "a.xml"], BookRequest((Path("b"), Path("a.xml")), Path("a.epub"))),
        (["text", "a.xml", "-o", "a.txt"], TextRequest(Path("a.xml"), Path("a.txt"))),
        (["text", "a.xml", "b.xml", "-o", "a.txt"], None),
        (["text", "a.xml", "-o", "a.txt", "--flavour", "normalised"], None),
        (["epub", "a.xml", "-o"], None),
        (["epub", "a.xml"], None),
        (["epub", "-o", "a.epub"], None),
        (["epub", "a.xml", "-o", "-x"], None),
        (["epub", "--help"], None),
        (["csv", "a.xml", "-o", "a.csv"], None),
    ],
)
def test_what_is_plain(arguments: list[str], asked: BookRequest | TextRequest | None) -> None:
    assert read(arguments) == asked


@pytest.mark.parametrize("kind", ["epub", "text"])
def test_both_ways_give_the_same_file_and_tell_the_same(kind: str, tei_edition: Command, tmp_path: Path) -> None:
    plain = tei_edition("export", kind, SAMPLE, "-o", tmp_path / "one")
    data = (tmp_path / "one").read_bytes()
    by_options = tei_edition("export", kind, SAMPLE, f"--output={tmp_path / 'one'}")
    assert (tmp_path / "one").read_bytes() == data
    assert (plain.returncode, plain.stdout, plain.stderr) == (
        by_options.returncode,
        by_options.stdout,
        by_options.stderr,
    )


def test_a_plain_export_loads_no_click_and_nothing_of_other_commands(tmp_path: Path) -> None:
    code = f"import sys; sys.argv = ['x', 'export', 'epub', {str(SAMPLE)!r}, '-o', {str(tmp_path / 'b.epub')!r}]\n"
    code += "from tei_edition.cli import main\ntry: main()\nfinally: sys.stderr.write(' '.join(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = set(told.stderr.split())
    heavy = {"click", "PIL", "multiprocessing", "tei_edition.validation", "tei_edition.readers", "tei_edition.tagging"}
    assert "ebooklib" in loaded
    assert not heavy & loaded
