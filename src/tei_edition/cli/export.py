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

_FLAVOURS = ("reading", "diplomatic", "normalised", "markdown")
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.exporters.artifact import Exported
    from tei_edition.exporters.text.options import Flavour
    from tei_edition.exporters.text.tokens import Columns
    from tei_edition.exporters.xhtml.presentation import Certainty


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
@click.option("--order", type=click.Choice(["given", "date"]), default="given", show_default=True, help="Of chapters.")
@click.option("--cover", type=_FILE, metavar="IMAGE", help="PNG or JPEG; else one is made from the title.")
@click.option("--css", type=_FILE, metavar="FILE.css", help="A style sheet instead of ours.")
@click.option("--templates", type=_FOLDER, metavar="DIR", help="Pages of your own: docs/templates.md.")
@click.option("--files", type=_FOLDER, metavar="DIR", help="Images and fonts that they or the style sheet use.")
@click.option("--speakers", is_flag=True, help="Name the speaker before each quotation.")
@click.option("--reviewed", is_flag=True, help="Leave tags plain that no editor has confirmed.")
@click.option("--certainty", type=click.Choice(["low", "medium", "high"]), help="Leave less certain tags plain.")
def epub(
    *,
    documents: tuple[Path, ...],
    output: Path,
    title: str,
    language: str,
    order: str,
    cover: Path | None,
    css: Path | None,
    templates: Path | None,
    files: Path | None,
    speakers: bool,
    reviewed: bool,
    certainty: str | None,
) -> int:
    """One EPUB 3 of one or many TEI documents, a chapter each; a folder stands for its .xml files.

    Images are taken from the folders of the documents.
    """
    from tei_edition.edition.brought_files import files_in, templates_in  # noqa: PLC0415 - only this command's
    from tei_edition.edition.images import images_of  # noqa: PLC0415 - only this command's
    from tei_edition.exporters.epub import EpubOptions, export_epub  # noqa: PLC0415 - heavy, and only this command's
    from tei_edition.exporters.xhtml.presentation import Presentation  # noqa: PLC0415 - only this command's

    date = source_date()
    paths, empty = documents_in(documents)
    keep_inputs([output], [*paths, *(path for path in (cover, css) if path)])
    loaded, findings = load_documents(paths)
    images, too_large = images_of(loaded, dict.fromkeys(path.parent for path in paths))
    options = EpubOptions(
        title=title,
        language=language,
        modified=f"{date}T00:00:00Z" if date else "",
        name=output.stem,
        order=cast("Literal['given', 'date']", order),
        cover=cover.read_bytes() if cover else b"",
        css=css.read_bytes() if css else b"",
        templates=templates_in(Path(), templates, ".xhtml"),
        files=files_in(files),
        images=images,
        presentation=Presentation(speakers=speakers, reviewed=reviewed, certainty=cast("Certainty", certainty or "")),
    )
    exported = export_epub(loaded, options) if loaded else None
    return _deliver(exported, output, (*empty, *findings, *too_large))


@command.command("text")
@click.argument("document", metavar="TEI", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE.txt", required=True, type=click.Path(path_type=Path), help="The text.")
@click.option("--flavour", type=click.Choice(_FLAVOURS), default="reading", show_default=True)
@click.option("--header/--no-header", default=True, help="Title, author and source above the text.", show_default=True)
@click.option("--notes", type=click.Choice(["end", "none"]), default="end", show_default=True, help="Where notes go.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "conll", "conllu"]),
    default="text",
    show_default=True,
    help="conll, conllu: tokens with IOB2 entity tags, in two columns or ten.",
)
def text(*, document: Path, output: Path, flavour: str, header: bool, notes: str, format_: str) -> int:
    """Plain text of a TEI document: to be read, with the source's own characters, for corpus tools, or as Markdown."""
    from tei_edition.exporters.text import TextOptions, export_text, export_tokens  # noqa: PLC0415 - only this command's

    keep_inputs([output], [document])
    loaded, findings = load_documents([document])
    if not loaded:
        return _deliver(None, output, findings)
    if format_ != "text":
        return _deliver(export_tokens(loaded, cast("Columns", format_)), output, findings)
    options = TextOptions(flavour=cast("Flavour", flavour), header=header, notes=cast("Literal['end', 'none']", notes))
    return _deliver(export_text(loaded, options), output, findings)


def _deliver(exported: Exported | None, output: Path, findings: Sequence[Finding]) -> int:
    """Print all findings; write the one artifact, where there is one."""
    everything = (*findings, *(exported.findings if exported else ()))
    echo_findings(everything, err=True)
    if exported and exported.artifacts:
        write_whole(output, exported.artifacts[0].data)
        click.echo(f"wrote {output}")
    return ExitCode.FINDINGS if has_errors(everything) else ExitCode.OK
