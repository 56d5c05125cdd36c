"""``--format sarif``: what code scanning and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tei_edition.core.catalogue import Rule, catalogue
from tei_edition.core.digest import digest_value
from tei_edition.core.finding import Finding, Locus, Severity
from tei_edition.core.version import VERSION

if TYPE_CHECKING:
    from tei_edition.cli.reports.report import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """Return the report as a SARIF log of one run, with the rules that it speaks of."""
    codes = list(report.by_rule())
    driver = {"name": "tei-edition", "version": VERSION, "rules": [_rule(catalogue()[code]) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(path)}} for path in report.files],
        "results": [_result(finding, codes.index(finding.code)) for finding in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    examples = (("Wrong", rule.wrong), ("Right", rule.right))
    shown = [(label, example.strip()) for label, example in examples if example.strip()]
    told = f"{rule.explanation}\n\nCure: {rule.cure}."
    plain = "".join(f"\n\n{label}:\n{example}" for label, example in shown)
    marked = "".join(f"\n\n{label}:\n\n```xml\n{example}\n```" for label, example in shown)
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": told + plain, "markdown": told + marked},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    cure = f" Cure: {finding.hint}." if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}.{cure}"},
        "partialFingerprints": {"finding/v1": digest_value([finding.locus.path, finding.code, finding.message])},
    }
    if finding.locus.path:
        result["locations"] = [{"physicalLocation": _place(finding.locus)}]
    return result


def _place(locus: Locus) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(locus.path)}}
    if locus.line:
        place["region"] = {"startLine": locus.line} | ({"startColumn": locus.column} if locus.column else {})
    return place


def _uri(path: str) -> str:
    file = Path(path)
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())
