"""Findings: whatever is wrong or noteworthy in a text, as values that travel with a result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; only ``ERROR`` makes a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Locus:
    """Where a finding stands: a path as the user gave it, line and column counted from 1; 0 where unknown."""

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path] if self.path else []
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a user should know, where it stands and what to do about it.

    Attributes:
        code: A code of the catalogue (see ``core.catalogue``), such as ``R401``.
        severity: How much it matters.
        message: What is wrong, in one sentence, naming the thing itself.
        locus: Where it stands.
        hint: The cure, in one sentence; may be empty.
    """

    code: str
    severity: Severity
    message: str
    locus: Locus
    hint: str = ""

    def at(self, path: str) -> Finding:
        """Return the same finding located in the file ``path``."""
        return replace(self, locus=replace(self.locus, path=path))

    def as_dict(self) -> dict[str, str | int]:
        """Return the finding as the flat object that ``validate --format json`` prints."""
        return {
            "path": self.locus.path,
            "line": self.locus.line,
            "column": self.locus.column,
            "severity": str(self.severity),
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
        }

    def __str__(self) -> str:
        place = f"{self.locus}: " if str(self.locus) else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.severity} {self.code} {self.message}{hint}"


def locate(text: str, offset: int) -> tuple[int, int]:
    r"""Return line and column, both counted from 1, of code point ``offset`` in a text whose lines end in ``\n``."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Tell whether any of the findings is of severity error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
