"""``tei-edition convert SOURCE... -o DIR``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.cli.render import echo_findings, summary_line
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import has_errors
from tei_edition.edition.convert import convert
from tei_edition.edition.files import source_date
from tei_edition.encoding.options import EncodeOptions
from tei_edition.readers.reading import ARTICLES, ReadOptions


@click.command("convert")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", metavar="DIR", required=True, type=click.Path(path_type=Path), help="Folder.")
@click.option("--language", metavar="TAG", help="BCP 47 tag of the sources' language; else it is told from the text.")
@click.option("--periodical", metavar="TITLE", help="Title of the periodical, where no masthead states it.")
@click.option(
    "--articles",
    type=click.Choice(ARTICLES),
    default="one",
    show_default=True,
    help="What several articles of one text file become: one article, divs of one document, documents of their own.",
)
@click.option("--tagger", "taggers", multiple=True, default=("default",), show_default=True, help="May be repeated.")
@click.option("--jobs", type=click.IntRange(1), help="Processes to use; else as many as there is work for.")
@click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only.")
def command(
    *,
    sources: tuple[Path, ...],
    folder: Path,
    language: str | None,
    periodical: str | None,
    articles: str,
    taggers: tuple[str, ...],
    jobs: int | None,
    quiet: bool,
) -> int:
    """Convert raw articles to TEI: DIR/<stem of the source's name>.xml each."""
    done = convert(
        sources,
        folder,
        read=ReadOptions(language=language, periodical=periodical, articles=articles),
        encode=EncodeOptions(date=source_date()),
        taggers=taggers,
        jobs=jobs,
    )
    echo_findings(done.findings, err=True, quiet=quiet)
    for path in done.written:
        click.echo(f"wrote {path}")
    if not quiet:
        click.echo(summary_line(done.findings, len(sources)), err=True)
    return ExitCode.FINDINGS if has_errors(done.findings) else ExitCode.OK
