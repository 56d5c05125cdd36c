from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.errors import ProjectError, UsageError
from tei_edition.core.finding import Finding, Locus, Severity
from tei_edition.edition.config import load
from tei_edition.edition.validation_settings import ValidationSettings

WARNING = Severity.WARNING
FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["R402", "R416", "S215"]),
        st.sampled_from(Severity),
        st.sampled_from(["one", "two \u2028 \ud800"]),
        st.builds(Locus, st.sampled_from(["a.xml", "b/a.xml"]), st.integers(0, 9), st.integers(0, 9)),
    ),
    max_size=8,
)


def found(code: str = "R402", path: str = "tei/a.xml", line: int = 1) -> Finding:
    return Finding(code, WARNING, "wrong", Locus(path, line, 1))


def settings(tmp_path: Path, text: str) -> ValidationSettings:
    (tmp_path / "edition.toml").write_text(f"[validation]\n{text}\n", encoding="utf-8")
    return load(tmp_path).validation


@given(FINDINGS, st.integers(1, 99))
def test_what_a_baseline_was_written_of_is_known_wherever_it_moves(findings: list[Finding], by: int) -> None:
    path = Path(".hypothesis") / "baseline.json"
    path.parent.mkdir(exist_ok=True)
    plain = ValidationSettings(baseline=path)
    path.write_bytes(plain.baseline_of(findings))
    moved = [replace(each, locus=replace(each.locus, line=each.locus.line + by)) for each in findings]
    assert plain.unknown(moved) == ()
    assert plain.unknown([*moved, found("R499")]) == (found("R499"),)
    assert plain.unknown([*moved, *moved]) == tuple(moved)


@given(FINDINGS)
def test_settings_that_say_nothing_change_nothing(findings: list[Finding]) -> None:
    plain = ValidationSettings()
    assert plain.unknown(plain.applied(findings)) == tuple(findings)


@pytest.mark.parametrize("data", [None, b"", b"[]", b'{"format": 9}', b'{"format": 1, "findings": [{}]}', b"\xff"])
def test_a_baseline_that_cannot_be_read_stops_the_command(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "known.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match="--write-baseline"):
        ValidationSettings(baseline=path).unknown([found()])


@pytest.mark.parametrize(
    ("pattern", "path", "kept"),
    [
        ("tei/a*.xml", "tei/a.xml", False),
        ("a.xml", "tei/a.xml", False),
        ("tei/*", "tei/deep/a.xml", False),
        ("tei/b.xml", "tei/a.xml", True),
        ("TEI/a.xml", "tei/a.xml", True),
    ],
)
def test_files_have_leave(tmp_path: Path, pattern: str, path: str, *, kept: bool) -> None:
    told = settings(tmp_path, f'per_file_ignores = {{ "{pattern}" = ["R4"] }}')
    assert bool(told.applied([found(path=str(tmp_path / path))])) is kept
    assert told.applied([found("S215", path=str(tmp_path / path))])


def test_the_longest_beginning_of_a_code_gives_its_severity(tmp_path: Path) -> None:
    told = settings(tmp_path, 'severity = { R4 = "info", R402 = "error" }')
    severities = [each.severity for each in told.applied([found(), found("R403"), found("S215")])]
    assert severities == [Severity.ERROR, Severity.INFO, WARNING]


def test_paths_are_relative_to_the_project(tmp_path: Path) -> None:
    told = settings(tmp_path, 'baseline = "known.json"\nschema = "x.rng"\nignore = ["R416"]')
    assert (told.baseline, told.schema, told.ignore) == (tmp_path / "known.json", "x.rng", ("R416",))


@pytest.mark.parametrize(
    "text",
    [
        'select = ["r4"]',
        "ignore = [4]",
        'severity = { R402 = "fatal" }',
        'severity = { R402 = ["error"] }',
        'severity = { nothing = "error" }',
        'per_file_ignores = { "a.xml" = "R4" }',
        "per_file_ignores = 3",
        'selct = ["R4"]',
    ],
)
def test_what_makes_no_sense_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProjectError) as told:
        settings(tmp_path, text)
    assert told.value.line == 2
    assert told.value.cure
