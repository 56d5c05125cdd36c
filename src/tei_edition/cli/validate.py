"""``tei-edition validate [PATH...]``."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from tei_edition.cli.render import counted
from tei_edition.cli.reports import FORMATS, rendered
from tei_edition.cli.reports.excerpt import excerpt_of
from tei_edition.cli.reports.report import Report
from tei_edition.core.errors import ExitCode, UsageError
from tei_edition.core.finding import Finding, has_errors
from tei_edition.edition.changed_files import changed_files
from tei_edition.edition.config import FILE_NAME, load
from tei_edition.edition.documents import documents_in, validate_files
from tei_edition.edition.files import keep_inputs, read_bytes, write_whole
from tei_edition.edition.validation_cache import FOLDER, ValidationCache
from tei_edition.edition.validation_settings import ValidationSettings
from tei_edition.validation import ValidationOptions


@click.command("validate")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--schema", metavar="FILE", type=click.Path(path_type=Path), help="RELAX NG (.rng) to use instead of ours."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output-file",
    "outputs",
    metavar="FORMAT=FILE",
    multiple=True,
    help="Write the report in that format into a file too; as often as you like.",
)
@click.option(
    "--excerpt/--no-excerpt", default=None, help="Show the source under each finding (on a terminal it is shown)."
)
@click.option("--select", metavar="CODES", multiple=True, help="Report these codes, or families such as R4, only.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Do not report these codes or families.")
@click.option(
    "--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Keep silent about the findings it lists."
)
@click.option("--write-baseline", is_flag=True, help="Write today's findings into the baseline, to be told no more.")
@click.option("--changed", is_flag=True, help="Only files that differ from the last commit of git.")
@click.option(
    "--cache/--no-cache", default=True, help="In a project: look only at files that have changed. [default: cache]"
)
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Processes, where there are many files.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors and warnings only, and nothing where there are none.")
def command(
    *,
    paths: tuple[Path, ...],
    schema: Path | None,
    form: str,
    outputs: tuple[str, ...],
    excerpt: bool | None,
    baseline: Path | None,
    write_baseline: bool,
    changed: bool,
    cache: bool,
    jobs: int | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    quiet: bool,
) -> int:
    """Check TEI documents: well-formedness, schema, and the rules of the Guidelines that no schema can state.

    A folder stands for all .xml files in it; without PATH, the documents of the edition in this folder are checked.
    """
    began = time.perf_counter()
    settings = _settings(baseline, write=write_baseline)
    options = ValidationOptions(
        schema=_schema(schema or (settings.root / settings.schema if settings.schema else None)),
        select=_codes(select) or settings.select,
        ignore=_codes(ignore) + settings.ignore,
    )
    targets = tuple(_target(value) for value in outputs)
    files, empty = documents_in(paths or _of_project())
    if changed:
        differing = changed_files()
        files = tuple(path for path in files if path.resolve() in differing)
    keep_inputs((path for _, path in targets), files)
    findings = settings.applied(
        (*empty, *validate_files(files, options, cache=_cache(options) if cache else None, jobs=jobs))
    )
    if write_baseline and settings.baseline:
        keep_inputs((settings.baseline,), files)
        write_whole(settings.baseline, settings.baseline_of(findings))
        click.echo(f"wrote {settings.baseline}: {counted(len(findings), 'known finding')}")
        return ExitCode.OK
    findings = settings.unknown(findings)
    report = Report(
        findings=findings,
        files=tuple(map(str, files)),
        seconds=time.perf_counter() - began,
        excerpt=excerpt_of,
        excerpts=sys.stdout.isatty() if excerpt is None else excerpt,
        quiet=quiet,
    )
    for kind, path in targets:
        write_whole(path, (click.unstyle(rendered(kind, report)) + "\n").encode("utf-8", "backslashreplace"))
    if form != "text" or not report.is_silent:
        click.echo(rendered(form, report))
    return ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK


def _settings(baseline: Path | None, *, write: bool) -> ValidationSettings:
    """Return what the project in this folder, if there is one, says of validation."""
    settings = load(Path()).validation if Path(FILE_NAME).exists() else ValidationSettings()
    settings = replace(settings, baseline=baseline or settings.baseline)
    if write and settings.baseline is None:
        message = "there is no baseline to write"
        raise UsageError(message, cure=f"name it with --baseline FILE, or in {FILE_NAME}")
    return settings


def _cache(options: ValidationOptions) -> ValidationCache | None:
    """Return the memory of the project in this folder; None where there is no project."""
    return ValidationCache(FOLDER, options) if Path(FILE_NAME).exists() else None


def _target(value: str) -> tuple[str, Path]:
    form, _, name = value.partition("=")
    if form not in FORMATS or not name:
        message = f"--output-file {value} names no format and file"
        raise UsageError(message, cure=f"write it as sarif=report.sarif; formats are {', '.join(FORMATS)}")
    return form, Path(name)


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
