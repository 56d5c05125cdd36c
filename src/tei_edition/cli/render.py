"""Findings as an editor reads them: ``path:line:column: severity CODE message``, each cure once, then a summary."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tei_edition.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tei_edition.cli.reports.excerpt import Excerpt

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def echo_findings(findings: Iterable[Finding], *, err: bool = False, quiet: bool = False) -> None:
    """Print findings, a line each, and under the first of each cure a line with the cure.

    Args:
        findings: What to print, in this order.
        err: Print to standard error.
        quiet: Leave out those of severity info.
    """
    for line in finding_lines(findings, quiet=quiet):
        echo(line, err=err)


def echo(text: str, *, err: bool = False) -> None:
    """Print text and a line's end; colours come with a terminal only."""
    stream = sys.stderr if err else sys.stdout
    if "\x1b" not in text and stream:  # a shell may have closed it
        stream.write(f"{text}\n")
        return
    import click  # noqa: PLC0415 - takes as long as validating a document

    click.echo(text, err=err)


def finding_lines(
    findings: Iterable[Finding], *, quiet: bool = False, excerpt: Callable[[Finding], Excerpt | None] | None = None
) -> Iterator[str]:
    """Yield the lines that tell of findings, with the colours of a terminal.

    Args:
        findings: What to tell, in this order.
        quiet: Leave out those of severity info.
        excerpt: Gives the line of the source to show under a finding; None: none is shown.
    """
    told: set[tuple[str, str]] = set()
    for finding in findings:
        if quiet and finding.severity is Severity.INFO:
            continue
        place = f"{finding.locus}: " if str(finding.locus) else ""
        severity = _coloured(finding.severity)
        yield f"{place}{severity} {finding.code} {finding.message}"
        shown = excerpt(finding) if excerpt else None
        yield from shown.lines() if shown else ()
        if finding.hint and (finding.code, finding.hint) not in told:
            told.add((finding.code, finding.hint))
            yield f"    cure: {finding.hint}"


def summary_line(findings: Sequence[Finding], files: int) -> str:
    """Return the last line of a text report: ``2 errors, 0 warnings in 1 of 214 files``."""
    errors, warnings = count(findings, Severity.ERROR), count(findings, Severity.WARNING)
    faulty = len({finding.locus.path for finding in findings if finding.severity is not Severity.INFO})
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')} in {faulty} of {counted(files, 'file')}"


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """Return how many of the findings have that severity."""
    return sum(1 for finding in findings if finding.severity is severity)


def counted(number: int, noun: str) -> str:
    """Return ``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _coloured(severity: Severity) -> str:
    if not any(stream and stream.isatty() for stream in (sys.stdout, sys.stderr)):
        return str(severity)
    import click  # noqa: PLC0415 - takes as long as validating a document

    return click.style(str(severity), fg=_COLOURS[severity])
