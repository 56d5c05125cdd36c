"""``tei-edition validate [PATH...]``."""

from __future__ import annotations

import time
from pathlib import Path

import click

from tei_edition.cli.render import as_json, echo_findings, summary_line
from tei_edition.core.errors import ExitCode, UsageError
from tei_edition.core.finding import Finding, Severity, has_errors
from tei_edition.edition.config import FILE_NAME, load
from tei_edition.edition.documents import documents_in, validate_files
from tei_edition.edition.files import read_bytes
from tei_edition.validation import ValidationOptions


@click.command("validate")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--schema", metavar="FILE", type=click.Path(path_type=Path), help="RELAX NG (.rng) to use instead of ours."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--select", metavar="CODES", multiple=True, help="Report these codes, or families such as R4, only.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Do not report these codes or families.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors and warnings only, and nothing where there are none.")
def command(
    *,
    paths: tuple[Path, ...],
    schema: Path | None,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    quiet: bool,
) -> int:
    """Check TEI documents: well-formedness, schema, and the rules of the Guidelines that no schema can state.

    A folder stands for all .xml files in it; without PATH, the documents of the edition in this folder are checked.
    """
    began = time.perf_counter()
    options = ValidationOptions(schema=_schema(schema), select=_codes(select), ignore=_codes(ignore))
    files, empty = documents_in(paths or _of_project())
    findings = (*empty, *validate_files(files, options))
    if form == "json":
        click.echo(as_json(findings, len(files)))
    else:
        _echo(findings, len(files), time.perf_counter() - began, quiet=quiet)
    return ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK


def _echo(findings: tuple[Finding, ...], files: int, seconds: float, *, quiet: bool) -> None:
    echo_findings(findings, quiet=quiet)
    if not quiet or any(finding.severity is not Severity.INFO for finding in findings):
        click.echo(f"{summary_line(findings, files)} ({seconds:.2f} s)")


def _schema(path: Path | None) -> bytes | None:
    if path is None:
        return None
    data = read_bytes(path)
    if isinstance(data, Finding):
        raise UsageError(data.message, path=str(path), cure=data.hint)
    return data


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())


def _of_project() -> tuple[Path, ...]:
    if not Path(FILE_NAME).exists():
        message = "there is nothing to validate"
        raise UsageError(message, cure=f"name files or folders, or run it in a folder with {FILE_NAME}")
    return (load(Path()).tei,)
