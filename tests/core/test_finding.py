from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.catalogue import catalogue, finding
from tei_edition.core.errors import EditionError, ExitCode, OutputError, ProjectError, UsageError
from tei_edition.core.finding import Finding, Locus, Severity, has_errors, locate


def test_a_finding_prints_as_editors_read_it() -> None:
    told = Finding("R401", Severity.ERROR, 'ref="#x": no such id', Locus("a.xml", 3, 14), "did you mean #y?")
    assert str(told) == 'a.xml:3:14: error R401 ref="#x": no such id (did you mean #y?)'


@pytest.mark.parametrize(
    ("locus", "shown"),
    [(Locus(), ""), (Locus("a.xml"), "a.xml"), (Locus("a.xml", 7), "a.xml:7"), (Locus("a.xml", 7, 2), "a.xml:7:2")],
)
def test_a_locus_shows_what_is_known(locus: Locus, shown: str) -> None:
    assert str(locus) == shown


def test_json_has_the_promised_keys() -> None:
    told = finding("X001", "the file is empty", Locus("a.txt"))
    assert list(told.as_dict()) == ["path", "line", "column", "severity", "code", "message", "hint"]


def test_the_hint_is_the_catalogues_unless_another_is_given() -> None:
    assert finding("X001", "empty").hint == catalogue()["X001"].cure
    assert finding("X001", "empty", hint="").hint == ""


def test_errors_are_told_from_the_rest() -> None:
    assert has_errors([finding("X001", "empty")])
    assert not has_errors([finding("A601", "no headline")])


@given(st.text(st.sampled_from("ab\n"), max_size=40), st.integers(0, 40))
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = locate(text, offset)
    lines = text.split("\n")
    assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 == offset


def test_every_code_is_documented() -> None:
    assert len(catalogue()) > 20
    for code, rule in catalogue().items():
        assert code[0].isupper(), code
        assert code[1:].isdigit(), code
        assert len(code) == 4, code
        assert rule.title, code
        assert len(rule.explanation) > 30, code
        assert rule.cure, code
        assert not rule.cure.endswith("."), code


def test_a_code_that_is_not_catalogued_is_a_bug() -> None:
    with pytest.raises(KeyError):
        finding("Z999", "no such rule")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError, ExitCode.USAGE),
        (ProjectError, ExitCode.PROJECT),
        (OutputError, ExitCode.OUTPUT),
        (EditionError, ExitCode.DEFECT),
    ],
)
def test_each_error_has_its_exit_code_and_says_where(error: type[EditionError], code: ExitCode) -> None:
    raised = error("it is wrong", path="edition.toml", line=3, cure="mend it")
    assert raised.exit_code is code
    assert str(raised) == "edition.toml:3: it is wrong (mend it)"
