"""``--format github``: workflow commands that GitHub Actions shows as annotations of the changed lines.

Source: GitHub Docs, "Workflow commands for GitHub Actions", setting a notice, warning or error message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.cli.render import summary_line
from tei_edition.core.finding import Finding, Severity

if TYPE_CHECKING:
    from tei_edition.cli.reports.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return a workflow command a finding, and the summary as a plain line of the log."""
    commands = [_command(finding) for finding in report.findings]
    return "\n".join([*commands, summary_line(report.findings, len(report.files))])


def _command(finding: Finding) -> str:
    locus = finding.locus
    places = {"file": locus.path, "line": locus.line, "col": locus.column, "title": finding.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items() if value)
    cure = f"\ncure: {finding.hint}" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(finding.message + cure)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
