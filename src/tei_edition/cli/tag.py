"""``tei-edition tag INPUT...``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli.render import echo_findings
from tei_edition.core.errors import ExitCode, UsageError
from tei_edition.core.finding import Finding, has_errors
from tei_edition.edition.files import write_whole
from tei_edition.edition.tag import tag_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.edition.tag import Tagged


@click.command("tag")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["tei", "jsonl"]), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File for jsonl, folder for tei; else printed.")
@click.option("--tagger", "taggers", multiple=True, default=("default",), show_default=True, help="May be repeated.")
def command(*, inputs: tuple[Path, ...], form: str, output: Path | None, taggers: tuple[str, ...]) -> int:
    """Tag persons, places, organisations, dates, titles and quotations.

    INPUT is plain text, or JSON Lines (.jsonl) with "id" and "text" in each line. As jsonl, each document becomes a
    line {"id","text","spans"}; offsets are code points of "text", "type" is the name of a TEI element.
    """
    findings: list[Finding] = []
    documents: list[Tagged] = []
    for result in tag_files(inputs, taggers):
        if isinstance(result, Finding):
            findings.append(result)
        elif form == "jsonl" and output is None:
            click.echo(result.as_json())
        else:
            documents.append(result)
    if form == "tei":
        _deliver_tei(documents, output)
    elif output is not None:
        lines = "".join(document.as_json() + "\n" for document in documents)
        write_whole(output, lines.encode("utf-8", "backslashreplace"))
    echo_findings(findings, err=True)
    return ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK


def _deliver_tei(documents: Sequence[Tagged], folder: Path | None) -> None:
    if folder is None and len(documents) > 1:
        message = "several documents cannot be printed as one TEI file"
        raise UsageError(message, cure="name a folder for them with -o")
    for document in documents:
        if folder is None:
            click.echo(document.as_tei().decode(), nl=False)
        else:
            write_whole(folder / f"{document.article.id}.xml", document.as_tei())
