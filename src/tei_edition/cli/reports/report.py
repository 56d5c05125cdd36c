"""What every format of report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tei_edition.cli.reports.excerpt import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a validation.

    Attributes:
        findings: What was found, in the order of the files.
        files: The paths of all files that were checked, as the user gave them.
        seconds: How long it took.
        excerpt: Gives the line of the source that a finding speaks of; None where there is none to show.
        excerpts: Text reports show these lines too.
        quiet: Text reports leave out what is of severity info, and their summary where nothing else was found.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    seconds: float
    excerpt: Callable[[Finding], Excerpt | None]
    excerpts: bool = False
    quiet: bool = False

    def by_file(self) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings of each file, also of those that have none, and of folders without any file."""
        grouped: dict[str, list[Finding]] = {path: [] for path in self.files}
        for finding in self.findings:
            grouped.setdefault(finding.locus.path, []).append(finding)
        return {path: tuple(found) for path, found in grouped.items()}

    def by_rule(self) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings of each code, by code."""
        grouped: dict[str, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(finding.code, []).append(finding)
        return {code: tuple(grouped[code]) for code in sorted(grouped)}

    @property
    def is_silent(self) -> bool:
        """Tell whether a quiet report has nothing to say."""
        return self.quiet and all(finding.severity is Severity.INFO for finding in self.findings)
