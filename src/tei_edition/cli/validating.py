"""What ``tei-edition validate`` does with what the user asks for."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.cli.render import counted, echo
from tei_edition.cli.reports import FORMATS, rendered
from tei_edition.cli.reports.report import Report
from tei_edition.core.errors import ExitCode, UsageError
from tei_edition.core.finding import Finding, has_errors
from tei_edition.edition.documents import documents_in
from tei_edition.edition.files import keep_inputs, read_bytes, write_whole
from tei_edition.edition.schemas.known import CONTENTS, KnownSchemas
from tei_edition.edition.validation_files import validate_files
from tei_edition.validation.options import ValidationOptions

if TYPE_CHECKING:
    from tei_edition.cli.reports.excerpt import Excerpt
    from tei_edition.edition.config import Project
    from tei_edition.edition.validation_cache import ValidationCache
    from tei_edition.edition.validation_settings import ValidationSettings

_PROJECT = Path("edition.toml")
_SCHEMAS = Path(CONTENTS)
_MANY = 20
"""So many files are worth remembering that nothing has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asks for; each field is an option of the command, with the same meaning.

    Attributes:
        arguments: The arguments as typed, where what they tell may be told again; None: it may not.
    """

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
    conformance: str = ""
    schematron: tuple[str, ...] = ()
    xinclude: bool = False
    corpus: bool = False
    diff: bool = False
    fix: bool = False
    watch: bool = False
    arguments: tuple[str, ...] | None = None


def run(asked: Request) -> int:
    """Validate, report, and return the exit code.

    Raises:
        EditionError: if there is nothing to validate, or what is named besides the documents cannot be used.
    """
    if asked.watch:
        return _watch(asked)
    began, clock = time.perf_counter(), time.time_ns()
    settings = _settings(asked)
    targets = tuple(_target(value) for value in asked.outputs)
    roots = asked.paths or _of_project()
    files, empty = _files(roots, changed=asked.changed)
    keep_inputs((path for _, path in targets), files)
    options, told = _with_wishes(_options(asked, settings), asked, settings, files)
    cache = _cache(options) if asked.cache and len(files) > 1 and options.xinclude is None else None
    findings = (*empty, *told, *validate_files(files, options, cache=cache, jobs=asked.jobs))
    if settings:
        findings = settings.applied(findings)
        if asked.write_baseline and settings.baseline:
            return _write_baseline(settings, settings.baseline, findings, files)
        findings = settings.unknown(findings)
    if (asked.fix or asked.diff) and _mend(asked, findings):
        return run(replace(asked, fix=False, diff=False))
    report = Report(
        findings=findings,
        files=tuple(map(str, files)),
        seconds=time.perf_counter() - began,
        excerpt=_excerpt,
        excerpts=sys.stdout.isatty() if asked.excerpt is None else asked.excerpt,
        quiet=asked.quiet,
    )
    for kind, path in targets:
        write_whole(path, (_unstyled(rendered(kind, report)) + "\n").encode("utf-8", "backslashreplace"))
    code = ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK
    text = rendered(asked.form, report)
    if asked.form != "text" or not report.is_silent:
        echo(text)
    if settings is None and asked.cache and len(files) >= _MANY:
        _remember(asked, roots, clock, code, text)
    return code


def _watch(asked: Request) -> int:
    from tei_edition.cli.watching import watch  # noqa: PLC0415 - on request only

    rules = [Path(each) for each in (asked.schema, asked.baseline, *asked.schematron) if each]
    return watch(
        asked.paths or _of_project(),
        lambda saved: run(replace(asked, paths=saved, watch=False)),
        besides=(_PROJECT, _SCHEMAS, *rules),
    )


def _mend(asked: Request, findings: tuple[Finding, ...]) -> bool:
    from tei_edition.cli.fixing import mend  # noqa: PLC0415 - on request only

    return mend(findings, show=asked.diff, write=asked.fix, err=asked.form != "text")


def _remember(asked: Request, roots: tuple[Path, ...], began: int, code: int, text: str) -> None:
    """Remember a run that depends on nothing but documents and schema."""
    if asked.arguments is None:
        return
    from tei_edition.edition.runs import remember  # noqa: PLC0415 - of use only where there are many files

    watched = (_PROJECT, _SCHEMAS, *roots, *([asked.schema] if asked.schema else ()))
    remember(asked.arguments, map(str, watched), began, code, text.rpartition("(")[0])


def _options(asked: Request, settings: ValidationSettings | None) -> ValidationOptions:
    options = ValidationOptions(
        select=_codes(asked.select), ignore=_codes(asked.ignore), known=KnownSchemas(), key=_key_of_schemas()
    )
    schema = asked.schema
    if settings:
        options = replace(options, select=options.select or settings.select, ignore=options.ignore + settings.ignore)
        schema = schema or (settings.root / settings.schema if settings.schema else None)
    return _with_schema(options, schema) if schema else options


def _with_wishes(
    options: ValidationOptions, asked: Request, settings: ValidationSettings | None, files: tuple[Path, ...]
) -> tuple[ValidationOptions, tuple[Finding, ...]]:
    """Return options with what is wished for besides the usual, and findings on what cannot be had here."""
    if not (settings or asked.conformance or asked.schematron or asked.xinclude or asked.corpus):
        return options, ()
    from tei_edition.edition.validation_wishes import granted  # noqa: PLC0415 - on request only
    from tei_edition.edition.wishes import Wishes  # noqa: PLC0415 - see above

    wishes = Wishes(
        conformance=asked.conformance, schematron=asked.schematron, xinclude=asked.xinclude, corpus=asked.corpus
    )
    if settings:
        wishes = wishes.joined(settings.wishes)
    return (
        granted(options, wishes, files, settings.root if settings else Path()) if wishes != Wishes() else (options, ())
    )


def _key_of_schemas() -> str:
    """Return a text that changes with the schemas of the project."""
    return _SCHEMAS.read_text("utf-8", "replace") if _SCHEMAS.is_file() else ""


def _files(roots: tuple[Path, ...], *, changed: bool) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Return the files to validate, and findings on folders that hold none."""
    files, empty = documents_in(roots)
    if changed:
        from tei_edition.edition.changed_files import changed_files  # noqa: PLC0415 - on request only

        differing = changed_files()
        files = tuple(path for path in files if path.resolve() in differing)
    return files, empty


def _write_baseline(
    settings: ValidationSettings, baseline: Path, findings: tuple[Finding, ...], files: tuple[Path, ...]
) -> int:
    keep_inputs((baseline,), files)
    write_whole(baseline, settings.baseline_of(findings))
    echo(f"wrote {baseline}: {counted(len(findings), 'known finding')}")
    return ExitCode.OK


def _settings(asked: Request) -> ValidationSettings | None:
    """Return what is said of validation here or by the project in this folder; None where nothing is."""
    if _is_silent(_PROJECT) and asked.baseline is None and not asked.write_baseline:
        return None
    from tei_edition.edition.validation_settings import ValidationSettings  # noqa: PLC0415 - often nothing is said

    project = _project()
    settings = project.validation if project else ValidationSettings()
    settings = replace(settings, baseline=asked.baseline or settings.baseline)
    if asked.write_baseline and settings.baseline is None:
        message = "there is no baseline to write"
        raise UsageError(message, cure=f"name it with --baseline FILE, or in {_PROJECT}")
    return settings


def _is_silent(project: Path) -> bool:
    """Tell whether there is no such file, or one that says nothing of validation."""
    if not project.is_file():
        return True
    lines = project.read_bytes().splitlines()
    return not any(b"validation" in line and not line.lstrip().startswith(b"#") for line in lines)


def _project() -> Project | None:
    """Return the project in this folder; None where there is none."""
    if not _PROJECT.exists():
        return None
    from tei_edition.edition.config import load  # noqa: PLC0415 - what a project can say of is heavy to load

    return load(Path())


def _cache(options: ValidationOptions) -> ValidationCache | None:
    """Return the memory of the project in this folder; None where there is no project."""
    if not _PROJECT.exists():
        return None
    from tei_edition.edition.validation_cache import FOLDER, ValidationCache  # noqa: PLC0415 - for projects only

    return ValidationCache(FOLDER, options)


def _target(value: str) -> tuple[str, Path]:
    form, _, name = value.partition("=")
    if form not in FORMATS or not name:
        message = f"--output-file {value} names no format and file"
        raise UsageError(message, cure=f"write it as sarif=report.sarif; formats are {', '.join(FORMATS)}")
    return form, Path(name)


def _with_schema(options: ValidationOptions, path: Path) -> ValidationOptions:
    data = read_bytes(path)
    if isinstance(data, Finding) or any(sign in data for sign in (b"<include", b":include", b"externalRef")):
        from tei_edition.edition.validation_wishes import with_schema  # noqa: PLC0415 - for names and schemas of parts

        return with_schema(options, str(path), Path())
    from tei_edition.edition.schema_tables import table_for  # noqa: PLC0415 - of no use to our own schema

    return replace(options, schema=data, table=table_for(data, options.schema_name))


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())


def _of_project() -> tuple[Path, ...]:
    project = _project()
    if project is None:
        message = "there is nothing to validate"
        raise UsageError(message, cure=f"name files or folders, or run it in a folder with {_PROJECT}")
    return (project.tei,)


def _excerpt(finding: Finding) -> Excerpt | None:
    from tei_edition.cli.reports.excerpt import excerpt_of  # noqa: PLC0415 - only where there is something to show

    return excerpt_of(finding)


def _unstyled(text: str) -> str:
    """Return a report without the colours of a terminal."""
    if "\x1b" not in text:
        return text
    import click  # noqa: PLC0415 - on a terminal only

    return click.unstyle(text)
