"""The report of a validation in each format that editors, forges and build servers read: one file a format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.cli.reports.report import Report

FORMATS = ("text", "json", "sarif", "github", "junit", "html")


def rendered(form: str, report: Report) -> str:
    """Return a report in one of ``FORMATS``, without a newline at its end; only that format's file is loaded."""
    render = import_module(f"tei_edition.cli.reports.{form}").render
    return cast("Callable[[Report], str]", render)(report)
