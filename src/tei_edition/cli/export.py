"""``tei-edition export epub|text``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tei_edition.cli.export_data import commands as data_commands
from tei_edition.cli.export_html import command as html_command
from tei_edition.cli.exporting import BookRequest, TextRequest, export_book, export_plain_text

_FLAVOURS = ("reading", "diplomatic", "normalised", "markdown")
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


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
def epub(**chosen: Any) -> int:  # noqa: ANN401 - its fields are typed
    """One EPUB 3 of one or many TEI documents, a chapter each; a folder stands for its .xml files.

    Images are taken from the folders of the documents.
    """
    return export_book(BookRequest(**chosen))


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
def text(**chosen: Any) -> int:  # noqa: ANN401 - its fields are typed
    """Plain text of a TEI document: to be read, with the source's own characters, for corpus tools, or as Markdown."""
    return export_plain_text(TextRequest(**chosen))
