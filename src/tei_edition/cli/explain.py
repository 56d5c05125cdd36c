"""``tei-edition explain CODE``."""

from __future__ import annotations

import difflib

import click

from tei_edition.core.catalogue import catalogue
from tei_edition.core.errors import ExitCode, UsageError


@click.command("explain")
@click.argument("code", required=False)
@click.option("--format", "form", type=click.Choice(["text", "html"]), default="text", show_default=True)
def command(code: str | None, form: str) -> int:
    """Say what the findings of CODE mean and what to do; without CODE, list all codes.

    HTML is a page of all codes with their examples, which needs no network.
    """
    rules = catalogue()
    if form == "html":
        from tei_edition.cli.reports.codes_page import codes_page  # noqa: PLC0415 - on request only

        chosen = [rule for rule in rules.values() if rule.code.startswith((code or "").upper())]
        click.echo(codes_page(chosen), nl=False)
        return ExitCode.OK
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.severity:8} {rule.title}")
        return ExitCode.OK
    found = rules.get(code.upper())
    if found is None:
        near = difflib.get_close_matches(code.upper(), rules, 1)
        cure = f"did you mean {near[0]}?" if near else "`tei-edition explain` lists them all"
        message = f"there is no code {code}"
        raise UsageError(message, cure=cure)
    click.echo(f"{found.code} ({found.severity}): {found.title}\n\n{found.explanation}\n\nCure: {found.cure}.")
    if found.fix:
        click.echo(f"\nvalidate --fix {found.fix}.")
    for label, example in (("Wrong", found.wrong), ("Right", found.right)):
        if example:
            click.echo(f"\n{label}:\n    " + example.strip().replace("\n", "\n    "))
    return ExitCode.OK
