# ruff: noqa: INP001 - a script beside the page it writes, no package
"""Writes docs/codes.md and docs/codes.html from the catalogue of codes: ``python docs/write_codes.py``."""

from __future__ import annotations

from pathlib import Path

from tei_edition.cli.reports.codes_page import codes_page
from tei_edition.core.catalogue import Rule, catalogue

TARGET = Path(__file__).with_name("codes.md")
PAGE = Path(__file__).with_name("codes.html")
OPENING = """# Codes of findings

Written by `python docs/write_codes.py`; `tei-edition explain CODE` tells the same.
"""


def page() -> str:
    """Return the page."""
    rules = catalogue().values()
    table = [f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity} | {_cell(rule.title)} |" for rule in rules]
    head = [OPENING, "| code | severity | what |", "|---|---|---|"]
    return "\n".join([*head, *table, "", *(_section(rule) for rule in rules)])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _section(rule: Rule) -> str:
    examples = "".join(
        f"\n{label}:\n\n```xml\n{example.strip()}\n```\n"
        for label, example in (("Wrong", rule.wrong), ("Right", rule.right))
        if example.strip()
    )
    told = f"**{_cell(rule.title)}** ({rule.severity}). {_cell(rule.explanation)}\n\nCure: {_cell(rule.cure)}.\n"
    if rule.fix:
        told += f"\n`validate --fix` {_cell(rule.fix)}.\n"
    return f"## {rule.code}\n\n{told}{examples}"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    PAGE.write_text(codes_page(catalogue().values()), encoding="utf-8")
