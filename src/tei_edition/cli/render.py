"""Findings as an editor reads them: ``path:line:column: severity CODE message``, each cure once, then a summary."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from tei_edition.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def echo_findings(findings: Iterable[Finding], *, err: bool = False, quiet: bool = False) -> None:
    """Print findings, a line each, and under the first of each cure a line with the cure.

    Args:
        findings: What to print, in this order.
        err: Print to standard error.
        quiet: Leave out those of severity info.
    """
    told: set[tuple[str, str]] = set()
    for finding in findings:
        if quiet and finding.severity is Severity.INFO:
            continue
        place = f"{finding.locus}: " if str(finding.locus) else ""
        severity = click.style(str(finding.severity), fg=_COLOURS[finding.severity])
        click.echo(f"{place}{severity} {finding.code} {finding.message}", err=err)
        if finding.hint and (finding.code, finding.hint) not in told:
            told.add((finding.code, finding.hint))
            click.echo(f"    cure: {finding.hint}", err=err)


def summary_line(findings: Sequence[Finding], files: int) -> str:
    """Return the last line of a text report: ``2 errors, 0 warnings in 1 of 214 files``."""
    errors, warnings = count(findings, Severity.ERROR), count(findings, Severity.WARNING)
    faulty = len({finding.locus.path for finding in findings if finding.severity is not Severity.INFO})
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')} in {faulty} of {counted(files, 'file')}"


def as_json(findings: Sequence[Finding], files: int) -> str:
    """Return the report of ``validate --format json``."""
    report = {
        "findings": [finding.as_dict() for finding in findings],
        "summary": {
            "files": files,
            "errors": count(findings, Severity.ERROR),
            "warnings": count(findings, Severity.WARNING),
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """Return how many of the findings have that severity."""
    return sum(1 for finding in findings if finding.severity is severity)


def counted(number: int, noun: str) -> str:
    """Return ``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
