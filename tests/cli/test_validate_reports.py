"""The formats of ``validate``, and the files it writes them to."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.cli.reports import FORMATS, rendered
from tei_edition.cli.reports.excerpt import cut, excerpt_of
from tei_edition.cli.reports.report import Report
from tei_edition.core.catalogue import catalogue, finding
from tei_edition.core.finding import Finding, Locus, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>"
    "<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
)
WRONG = (
    f'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n{HEADER}\n<text><body>\n'
    '<p xml:id="p1">Ünsere <persName ref="#nobody">A &amp; B</persName></p>\n</body></text></TEI>\n'
)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(sorted(catalogue())),
    st.sampled_from(Severity),
    st.text(min_size=1),
    st.builds(Locus, st.text(min_size=1), st.integers(0, 9), st.integers(0, 9)),
    st.text(),
)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = {"type": "object", "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}}}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id", "help"],
                                            "properties": {"help": {**MESSAGE, "required": ["text"]}},
                                        },
                                    }
                                },
                            }
                        }
                    },
                    "results": {
                        "items": {
                            "required": ["message", "ruleId", "ruleIndex"],
                            "properties": {
                                "level": LEVEL,
                                "message": MESSAGE,
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "region": {
                                                        "required": ["startLine"],
                                                        "properties": {
                                                            "startLine": {"minimum": 1},
                                                            "startColumn": {"minimum": 1},
                                                        },
                                                    }
                                                },
                                            }
                                        }
                                    }
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}


def report(*findings: Finding, files: tuple[str, ...] = ("a.xml",), quiet: bool = False) -> Report:
    return Report(findings=findings, files=files, seconds=0.5, excerpt=excerpt_of, quiet=quiet)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "wrong one.xml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "tei" / "right.xml").write_text(WRONG.replace('ref="#nobody"', 'corresp="#p1"'), encoding="utf-8")
    return tmp_path


class TestLaws:
    @given(st.lists(FINDINGS, max_size=5))
    def test_whatever_was_found_can_be_told_in_each_format(self, findings: list[Finding]) -> None:
        told = {form: rendered(form, report(*findings)) for form in FORMATS}
        assert [item["message"] for item in json.loads(told["json"])["findings"]] == [f.message for f in findings]
        log = json.loads(told["sarif"])
        jsonschema.validate(log, SARIF)
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert [rules[each["ruleIndex"]]["id"] for each in log["runs"][0]["results"]] == [f.code for f in findings]
        suites = ET.fromstring(told["junit"].encode("utf-8", "backslashreplace"))
        assert len(list(suites.iter("failure"))) == sum(f.severity is Severity.ERROR for f in findings)
        assert told["github"].count("\n") == len(findings)
        assert told["html"].count("<li>") == len(findings)

    @given(st.text(alphabet=st.characters(exclude_characters="\n")), st.integers(0, 400))
    def test_a_caret_stands_under_its_character(self, text: str, column: int) -> None:
        excerpt = cut(text, 1, column)
        assert len(excerpt.text) <= 98
        assert excerpt.text.isprintable()
        if column and column <= len(text):
            assert excerpt.caret is not None
            assert text[column - 1] == excerpt.text[excerpt.caret] or excerpt.text[excerpt.caret] in " \ufffd"
        assert (excerpt.caret is None) == (column == 0)


class TestGitHub:
    def test_what_would_end_a_command_is_escaped(self) -> None:
        one = Finding("R402", Severity.WARNING, "50% of\nit", Locus("a,b:c.xml", 3, 4), "")
        line = rendered("github", report(one)).splitlines()[0]
        assert line == "::warning file=a%2Cb%3Ac.xml,line=3,col=4,title=R402::50%25 of%0Ait"

    def test_an_unknown_place_is_left_out(self) -> None:
        line = rendered("github", report(finding("X004", "no such file", Locus("a.xml"), hint=""))).splitlines()[0]
        assert line == "::error file=a.xml,title=X004::no such file"


class TestSarif:
    def test_paths_are_uris(self) -> None:
        log = json.loads(rendered("sarif", report(finding("R402", "x", Locus("tei/ö 1.xml", 1, 2)))))
        place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert place == {
            "artifactLocation": {"uri": "tei/%C3%B6%201.xml"},
            "region": {"startLine": 1, "startColumn": 2},
        }

    def test_a_rule_has_help_with_examples(self) -> None:
        log = json.loads(rendered("sarif", report(finding("R402", "x", Locus("a.xml")))))
        (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
        assert rule["help"]["text"].startswith(catalogue()["R402"].explanation)
        assert "```xml" in rule["help"]["markdown"]


def test_a_valid_file_is_a_passed_test_for_a_build_server() -> None:
    suites = ET.fromstring(rendered("junit", report(files=("a.xml", "b.xml"))))
    assert [case.get("classname") for case in suites.iter("testcase")] == ["a.xml", "b.xml"]
    assert (suites.get("tests"), suites.get("failures")) == ("2", "0")


def test_a_page_needs_nothing_from_elsewhere_and_its_links_lead_somewhere(folder: Path, tei_edition: Command) -> None:
    page = tei_edition("validate", "tei", "--format", "html", cwd=folder).stdout
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|<script", page)
    targets = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= targets
    assert 'lang="en"' in page
    assert "prefers-color-scheme: dark" in page
    assert "<mark>r</mark>ef=&quot;#nobody&quot;" in page


def test_a_wide_character_takes_two_cells() -> None:
    assert cut("中文x", 1, 3).lines()[1] == "      |     ^"


def test_text_shows_the_source_on_request_only(folder: Path, tei_edition: Command) -> None:
    plain = tei_edition("validate", "tei", cwd=folder)
    shown = tei_edition("validate", "tei", "--excerpt", cwd=folder)
    assert plain.returncode == shown.returncode == 1
    assert " | " not in plain.stdout
    lines = shown.stdout.splitlines()
    (index,) = (number for number, line in enumerate(lines) if " R402 " in line)
    column = int(lines[index].split(": ")[0].split(":")[2])
    assert lines[index + 1] == f"    4 | {WRONG.splitlines()[3]}"
    assert lines[index + 2].index("^") - len("    4 | ") == column - 1
    assert [line for line in lines[:-1] if " | " not in line] == plain.stdout.splitlines()[:-1]


def test_several_reports_at_once(folder: Path, tei_edition: Command) -> None:
    files = [f"--output-file={form}=out/report.{form}" for form in FORMATS]
    told = tei_edition("validate", "tei", *files, cwd=folder)
    assert told.returncode == 1
    for form in FORMATS:
        text = (folder / "out" / f"report.{form}").read_text(encoding="utf-8")
        assert "R402" in text
        assert "\x1b" not in text
        assert text.endswith("\n")
    assert (folder / "out" / "report.text").read_text(encoding="utf-8") == told.stdout


@pytest.mark.parametrize("value", ["sarif", "sarif=", "yaml=x", "=x"])
def test_a_report_needs_a_format_and_a_file(folder: Path, tei_edition: Command, value: str) -> None:
    told = tei_edition("validate", "tei", "--output-file", value, cwd=folder)
    assert told.returncode == 2
    assert "sarif=report.sarif" in told.stderr


def test_a_report_replaces_no_document(folder: Path, tei_edition: Command) -> None:
    told = tei_edition("validate", "tei", "--output-file", "json=tei/right.xml", cwd=folder)
    assert told.returncode == 2
    assert (folder / "tei" / "right.xml").read_text(encoding="utf-8").startswith("<TEI")


def test_quiet_keeps_silent_of_notes() -> None:
    note = Finding("R402", Severity.INFO, "x", Locus("a.xml"))
    assert rendered("text", report(note, quiet=True)) == ""
    assert "info" in rendered("text", report(note))


@pytest.mark.parametrize(("data", "shown"), [(None, None), (b"one", None), (b"\xff\xfea\x00\n\x00b\x00", "b")])
def test_an_excerpt_needs_a_file_with_that_line(tmp_path: Path, data: bytes | None, shown: str | None) -> None:
    path = tmp_path / "a.xml"
    if data:
        path.write_bytes(data)
    excerpt = excerpt_of(finding("R402", "x", Locus(str(path), 2, 1)))
    assert (excerpt.text if excerpt else None) == shown
