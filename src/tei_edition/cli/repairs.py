"""``tei-edition repairs [SOURCE]...``."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli.render import counted, echo_findings
from tei_edition.core.catalogue import catalogue
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import Finding, has_errors
from tei_edition.edition.archives import unpacked
from tei_edition.edition.config import load
from tei_edition.edition.files import read_bytes, source_date, write_whole
from tei_edition.edition.repairs import Entry, repairs
from tei_edition.edition.sources import sources_of
from tei_edition.edition.task import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOO_MANY = frozenset({"A614"})
_COLUMNS = ("source", "line", "column", "code", "original", "replacement", "before", "after")


@click.command("repairs")
@click.argument("paths", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--project", "folder", default=Path(), type=click.Path(path_type=Path), help="The folder of edition.toml."
)
@click.option("--code", "codes", multiple=True, help="Only this one, such as A611; may be repeated.")
@click.option("--format", "form", type=click.Choice(["text", "tsv", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Else it is printed.")
def command(*, paths: tuple[Path, ...], folder: Path, codes: tuple[str, ...], form: str, output: Path | None) -> int:
    """List what was mended in the sources of an edition: place, code, what stands there and what a reader sees.

    Without SOURCE, those of the edition.toml in this folder, as it says that they are to be read. As text, the ends of
    hard-wrapped lines (A614) are only counted unless --code asks for them.
    """
    sources, findings = _given(paths) if paths else sources_of(load(folder, default_date=source_date()))
    found = list(repairs(sources))
    entries = [one for one in found if isinstance(one, Entry) and (not codes or one.code in codes)]
    told = [*findings, *(one for one in found if isinstance(one, Finding))]
    report = {"text": _text, "tsv": _tsv, "json": _json}[form](entries, codes)
    if output is None:
        click.echo(report, nl=False)
    else:
        write_whole(output, report.encode())
        click.echo(f"wrote {output}")
    echo_findings(told, err=True)
    return ExitCode.FINDINGS if has_errors(told) else ExitCode.OK


def _given(paths: Iterable[Path]) -> tuple[Sequence[SourceFile], Sequence[Finding]]:
    sources: list[SourceFile] = []
    findings: list[Finding] = []
    for path in paths:
        data = read_bytes(path)
        if isinstance(data, Finding):
            findings.append(data)
        else:
            sources.append(SourceFile(str(path), data))
    whole, more = unpacked(sources)
    return whole, (*findings, *more)


def _text(entries: Sequence[Entry], codes: Sequence[str]) -> str:
    """Return the report to be read: the places, and below them each code with its number and its cure."""
    lines = [_line(entry) for entry in entries if entry.code in codes or entry.code not in _TOO_MANY]
    if lines:
        lines.append("")
    for code, count in sorted(Counter(entry.code for entry in entries).items()):
        lines += [f"{code} {catalogue()[code].title}: {counted(count, 'place')}", f"    cure: {catalogue()[code].cure}"]
    return "".join(f"{line}\n" for line in lines or ["no repairs"])


def _line(entry: Entry) -> str:
    if entry.replacement is None:
        return f"{entry.place}: {entry.code} {entry.original}"
    shown = " ".join(entry.original.split()) or _name_of_space(entry.original)
    context = f"… {entry.before} [{shown}] {entry.after} …"
    return f"{entry.place}: {entry.code} “{shown}” → “{entry.replacement}” in {context}"


def _name_of_space(original: str) -> str:
    return "¶" if original.count("\n") > 1 else "↵" if "\n" in original else "␣"


def _tsv(entries: Sequence[Entry], codes: Sequence[str]) -> str:
    del codes
    rows = ([_escaped(getattr(entry, name)) for name in _COLUMNS] for entry in entries)
    return "".join("\t".join(row) + "\n" for row in ([*_COLUMNS], *rows))


def _escaped(value: object) -> str:
    text = "" if value is None else str(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _json(entries: Sequence[Entry], codes: Sequence[str]) -> str:
    del codes
    return json.dumps([{**asdict(entry), "cure": entry.cure} for entry in entries], ensure_ascii=False, indent=1) + "\n"
