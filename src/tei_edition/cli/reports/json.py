"""``--format json``: one flat object a finding, and a summary."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tei_edition.cli.render import count
from tei_edition.core.finding import Severity

if TYPE_CHECKING:
    from tei_edition.cli.reports.report import Report


def render(report: Report) -> str:
    """Return the report as JSON."""
    content = {
        "findings": [finding.as_dict() for finding in report.findings],
        "summary": {
            "files": len(report.files),
            "errors": count(report.findings, Severity.ERROR),
            "warnings": count(report.findings, Severity.WARNING),
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
