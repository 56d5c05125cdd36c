"""``tei-edition build``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.cli.render import counted, echo_findings, summary_line
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import has_errors
from tei_edition.edition.build import build
from tei_edition.edition.config import load
from tei_edition.edition.files import source_date


@click.command("build")
@click.option(
    "--project",
    "folder",
    default=Path(),
    type=click.Path(path_type=Path),
    help="The folder of edition.toml; else this one.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes to use; else as edition.toml says.")
@click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only.")
def command(folder: Path, jobs: int | None, *, quiet: bool) -> int:
    """Build the edition: sources to TEI, TEI to EPUB, text, web edition, data. Only what has changed is done again."""
    project = load(folder, default_date=source_date())
    report = build(project, jobs=jobs)
    echo_findings(report.findings, err=True, quiet=quiet)
    if not quiet:
        for path in report.written:
            click.echo(f"wrote {path}")
        sources = len(report.built) + len(report.unchanged) + len(report.failed)
        built = f"{counted(len(report.built), 'article')} built, {len(report.unchanged)} unchanged"
        click.echo(f"{built}, {len(report.failed)} failed; {summary_line(report.findings, sources)}")
    return ExitCode.FINDINGS if has_errors(report.findings) else ExitCode.OK
