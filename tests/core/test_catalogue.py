"""The catalogue of findings: whole, documented, and every code provoked by some test."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from tei_edition.core import catalogue as module
from tei_edition.core.catalogue import Rule, catalogue, finding
from tei_edition.core.finding import Locus, Severity

TESTS = Path(__file__).parents[1]
SOURCES = TESTS.parent / "src" / "tei_edition"
NOT_PROVOKED: dict[str, str] = {}
"""Codes that no test provokes, and why none can."""

FAMILIES = {
    "X": "bytes",
    "S": "schema",
    "R": "rules",
    "E": "edition",
    "A": "reading",
    "T": "tags",
    "B": "books",
    "W": "web",
}


def mentioned(folder: Path, suffixes: set[str], besides: Path | None = None) -> set[str]:
    texts = (path.read_text("utf-8") for path in folder.rglob("*") if path.suffix in suffixes and path != besides)
    return {code for text in texts for code in re.findall(r"(?<![\w])[A-Z]\d{3}(?!\w)", text)}


def test_every_code_is_provoked_by_a_test() -> None:
    tested = mentioned(TESTS, {".py", ".case", ".toml", ".tsv", ".txt"}, Path(__file__))
    # Of these families the catalogue's own wrong example is what provokes the code (test_catalogue_examples.py).
    shown = {code for code, rule in catalogue().items() if rule.wrong and code.startswith(("S2", "R4", "E50"))}
    assert sorted(set(catalogue()) - tested - shown - set(NOT_PROVOKED)) == []


def test_the_list_of_codes_that_are_not_provoked_is_short_and_true() -> None:
    assert len(NOT_PROVOKED) <= 5
    assert set(NOT_PROVOKED) <= set(catalogue())
    assert not set(NOT_PROVOKED) & mentioned(TESTS, {".py", ".case"}, Path(__file__))
    assert all(len(reason) > 20 for reason in NOT_PROVOKED.values())


def test_every_code_that_the_program_mentions_is_in_the_catalogue() -> None:
    known = set(catalogue()) | {"A611"}
    for path in SOURCES.rglob("*.py"):
        used = set(re.findall(r"\"([XSREATBW]\d{3})\"", path.read_text("utf-8")))
        assert used <= known, path.name


def test_every_code_of_the_catalogue_is_used_by_the_program() -> None:
    used = mentioned(SOURCES, {".py", ".sch", ".rng"}) | mentioned(SOURCES / "validation", {".toml", ".py"})
    unused = sorted(set(catalogue()) - used)
    assert unused == [], "a code that nothing gives explains nothing"


@pytest.mark.parametrize("rule", catalogue().values(), ids=lambda rule: rule.code)
def test_a_rule_can_be_acted_on(rule: Rule) -> None:
    assert rule.code[0] in FAMILIES
    assert rule.explanation.endswith("."), "an explanation is made of sentences"
    assert not rule.title.endswith(".")
    assert rule.cure[0].islower() or rule.cure[0] in "@<`“TX", "a cure follows “cure: ”"
    assert "\n" not in rule.cure
    assert bool(rule.right) <= bool(rule.wrong), "what is right is shown beside what is wrong"
    assert rule.wrong != rule.right or not rule.wrong


@pytest.mark.parametrize("rule", catalogue().values(), ids=lambda rule: rule.code)
def test_a_rule_says_nothing_of_one_machine_or_one_article(rule: Rule) -> None:
    text = f"{rule.title} {rule.explanation} {rule.cure} {rule.wrong} {rule.right}"
    assert not re.search(r"/work/|/tmp/|militant-1997|TODO|FIXME", text)


def test_codes_are_sorted_and_each_in_one_file() -> None:
    assert list(catalogue()) == sorted(catalogue())
    seen: dict[str, str] = {}
    for file in files("tei_edition.core").joinpath("codes").iterdir():
        if file.name.endswith(".toml"):
            for code in tomllib.loads(file.read_text(encoding="utf-8")):
                assert code not in seen, (code, seen[code], file.name)
                seen[code] = file.name
    assert set(seen) == set(catalogue())


def test_a_code_defined_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = '[Z001]\ntitle = "t"\nseverity = "info"\nexplanation = "e"\ncure = "c"\n'
    (tmp_path / "codes").mkdir()
    for name in ("a.toml", "b.toml"):
        (tmp_path / "codes" / name).write_text(table, encoding="utf-8")
    (tmp_path / "codes" / "README.md").write_text("no table", encoding="utf-8")
    monkeypatch.setattr(module, "_CODES", tmp_path / "codes")
    with pytest.raises(ValueError, match=r"b\.toml: code Z001 is defined twice"):
        module.catalogue.__wrapped__()
    (tmp_path / "codes" / "b.toml").unlink()
    assert list(module.catalogue.__wrapped__()) == ["Z001"]


@pytest.mark.parametrize("line", ['severity = "fatal"', 'title = "t"', "colour = 1"])
def test_a_table_that_is_no_rule_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    (tmp_path / "codes").mkdir()
    rest = 'explanation = "e"\ncure = "c"\n' + ('severity = "info"\n' if "severity" not in line else 'title = "t"\n')
    (tmp_path / "codes" / "a.toml").write_text(f"[Z001]\n{line}\n{rest}", encoding="utf-8")
    monkeypatch.setattr(module, "_CODES", tmp_path / "codes")
    if line == 'title = "t"':
        assert module.catalogue.__wrapped__()["Z001"].severity is Severity.INFO
        return
    with pytest.raises((ValueError, TypeError)):
        module.catalogue.__wrapped__()


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        catalogue()["Z999"] = catalogue()["X001"]  # type: ignore[index]  # that is the point


@pytest.mark.parametrize("code", list(catalogue()))
def test_a_finding_has_the_severity_and_cure_of_its_code(code: str) -> None:
    told = finding(code, "m", Locus("a.xml", 1, 2))
    assert told.severity is catalogue()[code].severity
    assert str(told) == f"a.xml:1:2: {told.severity} {code} m ({catalogue()[code].cure})"
    assert told.at("b.xml").locus == Locus("b.xml", 1, 2)
