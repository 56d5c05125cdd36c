"""``tei-edition export epub|text``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from tei_edition.cli.export_data import commands as data_commands
from tei_edition.cli.export_html import command as html_command
from tei_edition.cli.render import echo_findings
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import has_errors
from tei_edition.edition.documents import documents_in, load_documents
from tei_edition.edition.files import keep_inputs, source_date, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.exporters.artifact import Exported


@click.group("export")
def command() -> None:
    """TEI documents, ours or anybody's, to an EPUB, a web site, plain text or data."""


for other_command in (html_command, *data_commands()):
    command.add_command(other_command)


@command.command("epub")
@click.argument("documents", metavar="TEI...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="BOOK.epub", required=True, type=click.Path(path_type=Path), help="The book.")
@click.option("--title", default="", help="Title of the book; else that of the document.")
@click.option("--language", default="", metavar="TAG", help="BCP 47 tag of the book; else that of the documents.")
def epub(*, documents: tuple[Path, ...], output: Path, title: str, language: str) -> int:
    """One EPUB 3 of one or many TEI documents, a chapter each, in their order; a folder stands for its .xml files."""
    from tei_edition.exporters.epub import EpubOptions, export_epub  # noqa: PLC0415 - heavy, and only this command's

    date = source_date()
    options = EpubOptions(
        title=title, language=language, modified=f"{date}T00:00:00Z" if date else "", name=output.stem
    )
    paths, empty = documents_in(documents)
    keep_inputs([output], paths)
    loaded, findings = load_documents(paths)
    exported = export_epub(loaded, options) if loaded else None
    return _deliver(exported, output, (*empty, *findings))


@command.command("text")
@click.argument("document", metavar="TEI", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE.txt", required=True, type=click.Path(path_type=Path), help="The text.")
@click.option("--flavour", type=click.Choice(["reading", "diplomatic"]), default="reading", show_default=True)
@click.option("--header/--no-header", default=True, help="Title, author and source above the text.", show_default=True)
def text(*, document: Path, output: Path, flavour: str, header: bool) -> int:
    """Plain text of a TEI document: as it is to be read, or with the source's own characters."""
    from tei_edition.exporters.text import TextOptions, export_text  # noqa: PLC0415 - only this command's

    keep_inputs([output], [document])
    loaded, findings = load_documents([document])
    options = TextOptions(flavour=cast("Literal['reading', 'diplomatic']", flavour), header=header)
    exported = export_text(loaded, options) if loaded else None
    return _deliver(exported, output, findings)


def _deliver(exported: Exported | None, output: Path, findings: Sequence[Finding]) -> int:
    """Print all findings; write the one artifact, where there is one."""
    everything = (*findings, *(exported.findings if exported else ()))
    echo_findings(everything, err=True)
    if exported and exported.artifacts:
        write_whole(output, exported.artifacts[0].data)
        click.echo(f"wrote {output}")
    return ExitCode.FINDINGS if has_errors(everything) else ExitCode.OK
