"""What a project says of its validation: which findings are told, how much they matter, and which are known already."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tei_edition.core.errors import UsageError
from tei_edition.core.finding import Finding, Severity
from tei_edition.edition.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

KEYS: Mapping[str, type] = {
    "select": list,
    "ignore": list,
    "per_file_ignores": dict,
    "severity": dict,
    "baseline": str,
    "schema": str,
    "conformance": str,
    "schematron": list,
    "xinclude": bool,
    "corpus": bool,
}
"""The keys of [validation] in edition.toml, and the types of their values."""

_FORMAT = 1
_CODE = re.compile(r"[A-Z]\d{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationSettings:
    """The section [validation] of edition.toml, and what it makes of findings.

    Attributes:
        root: The folder that patterns, and the paths of the baseline, are relative to.
        select: Codes or families to report; empty: all.
        ignore: Codes or families to keep silent about.
        per_file_ignores: Codes or families to keep silent about in files that match a pattern of ``fnmatch``.
        severity: The severity of codes or families; the longest beginning of a code counts.
        baseline: A file of findings that are known and told no more.
        schema: A RELAX NG schema: its name, or its path; None: ours.
        wishes: Other schemas and the like.
    """

    root: Path = field(default_factory=Path, compare=False)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    baseline: Path | None = None
    schema: str | None = None
    wishes: Wishes = field(default_factory=Wishes)

    def applied(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings without those of files that have leave, with the severities that the project wants."""
        return tuple(self._weighed(each) for each in findings if not each.code.startswith(self._leave(each)))

    def unknown(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that the baseline does not know: same file, code and message, whatever the line.

        Raises:
            UsageError: if the baseline is missing or damaged.
        """
        if self.baseline is None:
            return tuple(findings)
        known = _read(self.baseline)
        told = []
        for each in findings:
            key = self._key(each)
            if known[key]:
                known[key] -= 1
            else:
                told.append(each)
        return tuple(told)

    def baseline_of(self, findings: Iterable[Finding]) -> bytes:
        """Return the file that makes these findings known ones."""
        counts = sorted(Counter(map(self._key, findings)).items())
        entries = [
            {"path": path, "code": code, "message": message, "count": count} for (path, code, message), count in counts
        ]
        return (json.dumps({"format": _FORMAT, "findings": entries}, ensure_ascii=False, indent=1) + "\n").encode(
            "utf-8", "backslashreplace"
        )

    def _leave(self, finding: Finding) -> tuple[str, ...]:
        path = self._relative(finding.locus.path)
        return tuple(
            code
            for pattern, codes in self.per_file_ignores.items()
            if fnmatchcase(path, pattern) or fnmatchcase(Path(path).name, pattern)
            for code in codes
        )

    def _weighed(self, finding: Finding) -> Finding:
        fitting = [code for code in self.severity if finding.code.startswith(code)]
        return replace(finding, severity=self.severity[max(fitting, key=len)]) if fitting else finding

    def _key(self, finding: Finding) -> tuple[str, str, str]:
        return self._relative(finding.locus.path), finding.code, finding.message

    def _relative(self, path: str) -> str:
        file, root = Path(path).absolute(), self.root.absolute()
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else Path(path).as_posix()


def settings_of(table: Mapping[str, Any], root: Path, fail: Callable[[str, str, str], NoReturn]) -> ValidationSettings:
    """Read the section [validation], whose keys have values of the right types.

    Args:
        table: The section.
        root: The folder of edition.toml.
        fail: Takes a key, what is wrong with it and the cure, and raises.
    """

    def codes(key: str, values: object) -> tuple[str, ...]:
        if not isinstance(values, list) or not all(isinstance(each, str) and _CODE.fullmatch(each) for each in values):
            fail(key, f"{key} must be a list of codes", 'write codes or families in quotation marks: ["R402", "S2"]')
        return tuple(values)

    for code, value in table.get("severity", {}).items():
        if not _CODE.fullmatch(code):
            fail("severity", f"“{code}” is no code", "`tei-edition explain` lists the codes")
        if value not in list(Severity):
            fail("severity", f"there is no severity “{value}”", f"choose from {', '.join(Severity)}")
    baseline = table.get("baseline")
    return ValidationSettings(
        root=root,
        select=codes("select", table.get("select", [])),
        ignore=codes("ignore", table.get("ignore", [])),
        per_file_ignores={
            name: codes("per_file_ignores", each) for name, each in table.get("per_file_ignores", {}).items()
        },
        severity={code: Severity(value) for code, value in table.get("severity", {}).items()},
        baseline=root / baseline if baseline else None,
        schema=table.get("schema"),
        wishes=Wishes(
            conformance=table.get("conformance", ""),
            schematron=tuple(table.get("schematron", ())),
            xinclude=table.get("xinclude", False),
            corpus=table.get("corpus", False),
        ),
    )


def _read(path: Path) -> Counter[tuple[str, str, str]]:
    try:
        data = json.loads(path.read_bytes())
        if data["format"] == _FORMAT:
            return Counter({(each["path"], each["code"], each["message"]): each["count"] for each in data["findings"]})
        message = "this baseline is of another version"
    except FileNotFoundError:
        message = "there is no such baseline"
    except (OSError, ValueError, KeyError, TypeError):
        message = "this is no baseline that can be read"
    raise UsageError(message, path=str(path), cure="write it anew with --write-baseline")
