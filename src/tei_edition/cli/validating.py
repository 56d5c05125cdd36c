"""What ``tei-edition validate`` does with what the user asks for."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
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
from tei_edition.edition.documents import documents_in
from tei_edition.edition.files import keep_inputs, read_bytes, write_whole
from tei_edition.edition.validation_cache import FOLDER, ValidationCache
from tei_edition.edition.validation_files import validate_files
from tei_edition.edition.validation_settings import ValidationSettings
from tei_edition.validation import ValidationOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asks for; each field is an option of the command, with the same meaning."""

    paths: tuple[Path, ...] = ()
    schema: Path | None = None
    form: str = "text"
    outputs: tuple[str, ...] = ()
    excerpt: bool | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    write_baseline: bool = False
    changed: bool = False
    cache: bool = True
    jobs: int | None = None
    quiet: bool = False


def run(asked: Request) -> int:
    """Validate, report, and return the exit code.

    Raises:
        EditionError: if there is nothing to validate, or what is named besides the documents cannot be used.
    """
    began = time.perf_counter()
    settings = _settings(asked.baseline, write=asked.write_baseline)
    targets = tuple(_target(value) for value in asked.outputs)
    files, empty = _files(asked)
    keep_inputs((path for _, path in targets), files)
    options = _options(asked, settings)
    cache = _cache(options) if asked.cache else None
    findings = settings.applied((*empty, *validate_files(files, options, cache=cache, jobs=asked.jobs)))
    if asked.write_baseline and settings.baseline:
        return _write_baseline(settings, settings.baseline, findings, files)
    findings = settings.unknown(findings)
    report = Report(
        findings=findings,
        files=tuple(map(str, files)),
        seconds=time.perf_counter() - began,
        excerpt=excerpt_of,
        excerpts=sys.stdout.isatty() if asked.excerpt is None else asked.excerpt,
        quiet=asked.quiet,
    )
    for kind, path in targets:
        write_whole(path, (click.unstyle(rendered(kind, report)) + "\n").encode("utf-8", "backslashreplace"))
    if asked.form != "text" or not report.is_silent:
        click.echo(rendered(asked.form, report))
    return ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK


def _options(asked: Request, settings: ValidationSettings) -> ValidationOptions:
    return ValidationOptions(
        schema=_schema(asked.schema or (settings.root / settings.schema if settings.schema else None)),
        select=_codes(asked.select) or settings.select,
        ignore=_codes(asked.ignore) + settings.ignore,
    )


def _files(asked: Request) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Return the files to validate, and findings on folders that hold none."""
    files, empty = documents_in(asked.paths or _of_project())
    if asked.changed:
        differing = changed_files()
        files = tuple(path for path in files if path.resolve() in differing)
    return files, empty


def _write_baseline(
    settings: ValidationSettings, baseline: Path, findings: tuple[Finding, ...], files: tuple[Path, ...]
) -> int:
    keep_inputs((baseline,), files)
    write_whole(baseline, settings.baseline_of(findings))
    click.echo(f"wrote {baseline}: {counted(len(findings), 'known finding')}")
    return ExitCode.OK


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
