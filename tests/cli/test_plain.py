"""What is read without click is read as click reads it; everything else is left to click."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.cli.plain import plain_request
from tei_edition.cli.validate import command
from tei_edition.cli.validating import Request

if TYPE_CHECKING:
    from conftest import Command

ARGUMENTS = st.lists(
    st.sampled_from(
        "a.xml,b c.xml,folder,-q,--quiet,--no-cache,--cache,--schema,x.rng,--schema=y.rng,"
        "--jobs,2,--jobs=3,--jobs=0,--format,json,--,-,,--changed,--schema=,²".split(",")
    ),
    max_size=5,
)


def by_click(arguments: list[str]) -> Request:
    return Request(**command.make_context("validate", list(arguments)).params)


@given(ARGUMENTS)
def test_what_is_plain_means_what_click_makes_of_it(arguments: list[str]) -> None:
    request = plain_request(["validate", *arguments])
    if request is not None:
        assert replace(request, arguments=None) == by_click(arguments)


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        ([], Request()),
        (["a.xml", "b.xml"], Request(paths=(Path("a.xml"), Path("b.xml")))),
        (["-q", "a.xml", "--no-cache"], Request(paths=(Path("a.xml"),), quiet=True, cache=False)),
        (["--jobs", "2", "--schema=x.rng", "t"], by_click(["--jobs=2", "--schema", "x.rng", "t"])),
        (["--help"], None),
        (["--jobs", "0", "t"], None),
        (["--jobs"], None),
        (["--schema", "--quiet"], None),
        (["--format", "json", "a.xml"], None),
        (["--", "-q"], None),
        ([""], None),
    ],
)
def test_what_is_plain(arguments: list[str], request_: Request | None) -> None:
    request = plain_request(["validate", *arguments])
    assert (request and replace(request, arguments=None)) == request_


def loaded_by(*arguments: str) -> set[str]:
    code = f"import sys; sys.argv = ['x', *{arguments!r}]\nfrom tei_edition.cli import main\n"
    code += "try: main()\nfinally: sys.stderr.write(' '.join(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return set(told.stderr.split())


def test_a_valid_document_needs_neither_click_nor_the_schema_nor_a_table_of_codes(tmp_path: Path) -> None:
    header = "<titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>"
    header += "<sourceDesc><p>S</p></sourceDesc>"
    file = tmp_path / "a.xml"
    file.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>{header}</fileDesc></teiHeader>'
        "<text><body><div><p>words</p></div></body></text></TEI>",
        encoding="utf-8",
    )
    loaded = loaded_by("validate", str(file))
    assert "tei_edition.validation.relaxng.acceptance" in loaded
    heavy = {"click", "multiprocessing", "hashlib", "subprocess", "tempfile"}
    house = {"relaxng.schema", "relaxng.walk", "report", "messages", "places"}
    assert loaded & (heavy | {f"tei_edition.validation.{name}" for name in house}) == set()


def test_both_ways_say_the_same(tei_edition: Command, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI><p></TEI>", encoding="utf-8")
    plain = tei_edition("validate", "a.xml", "none.xml", cwd=tmp_path)
    clicked = tei_edition("validate", "--format", "text", "a.xml", "none.xml", cwd=tmp_path)
    assert plain.stdout.rpartition("(")[0] == clicked.stdout.rpartition("(")[0]
    assert (plain.returncode, plain.stderr) == (clicked.returncode, clicked.stderr) == (1, "")
    wrong = tei_edition("validate", "--schema", "none.rng", "a.xml", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "none.rng: error: there is no such file\n    cure: " in wrong.stderr
