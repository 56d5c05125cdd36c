"""``--format text``: a line a finding, each cure once, then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.cli.render import finding_lines, summary_line

if TYPE_CHECKING:
    from tei_edition.cli.reports.report import Report


def render(report: Report) -> str:
    """Return the report as text, with the colours of a terminal; empty where a quiet one has nothing to say."""
    excerpt = report.excerpt if report.excerpts else None
    lines = list(finding_lines(report.findings, quiet=report.quiet, excerpt=excerpt))
    if not report.is_silent:
        lines.append(f"{summary_line(report.findings, len(report.files))} ({report.seconds:.2f} s)")
    return "\n".join(lines)
