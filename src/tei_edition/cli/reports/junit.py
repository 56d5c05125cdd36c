"""``--format junit``: the XML that build servers show as test results: a suite a file, a case a finding.

Source: the JUnit XML schema of Jenkins' xUnit plug-in (junit-10.xsd).
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from tei_edition.cli.render import count
from tei_edition.core.finding import Finding, Severity

if TYPE_CHECKING:
    from tei_edition.cli.reports.report import Report

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """Return the report as JUnit XML; only findings of severity error are failures."""
    suites = [_suite(path, found) for path, found in report.by_file().items()]
    tests = sum(max(1, len(found)) for found in report.by_file().values())
    failures = count(report.findings, Severity.ERROR)
    opening = f'<testsuites name="tei-edition validate" tests="{tests}" failures="{failures}" errors="0"'
    body = "\n".join([f'{opening} time="{report.seconds:.3f}">', *suites, "</testsuites>"])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def _suite(path: str, found: tuple[Finding, ...]) -> str:
    counts = f'tests="{max(1, len(found))}" failures="{count(found, Severity.ERROR)}" errors="0" time="0"'
    name = _attribute(path)
    valid = f'    <testcase classname="{name}" name="valid" time="0"/>'
    cases = [_case(path, finding) for finding in found] or [valid]
    return "\n".join([f'  <testsuite name="{name}" {counts}>', *cases, "  </testsuite>"])


def _case(path: str, finding: Finding) -> str:
    name = f"{finding.code} {finding.locus.line}:{finding.locus.column} {finding.message}"
    opening = f'    <testcase classname="{_attribute(path)}" name="{_attribute(name)}" time="0">'
    if finding.severity is Severity.ERROR:
        attributes = f'message="{_attribute(finding.message)}" type="{finding.code}"'
        inside = f"<failure {attributes}>{_text(str(finding))}</failure>"
    else:
        inside = f"<system-out>{_text(str(finding))}</system-out>"
    return f"{opening}{inside}</testcase>"


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _attribute(text: str) -> str:
    return _text(text).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
