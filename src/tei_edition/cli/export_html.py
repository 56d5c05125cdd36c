"""``tei-edition export html``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.cli.render import echo_findings
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import Finding, has_errors
from tei_edition.edition.documents import documents_in, load_documents
from tei_edition.edition.files import read_bytes, write_whole

_FILE = click.Path(path_type=Path)


@click.command("html")
@click.argument("documents", metavar="TEI...", nargs=-1, required=True, type=_FILE)
@click.option("-o", "--output", "folder", metavar="DIR", required=True, type=_FILE, help="Folder of the site.")
@click.option("--title", default="", help="Title of the site; else that of the periodical or document.")
@click.option("--language", default="", metavar="TAG", help="BCP 47 tag of the site's own words; else the documents'.")
@click.option("--introduction", default="", metavar="TEXT", help="A paragraph above the contents.")
@click.option("--css", metavar="FILE.css", type=_FILE, help="A style sheet that is read after ours.")
def command(
    *, documents: tuple[Path, ...], folder: Path, title: str, language: str, introduction: str, css: Path | None
) -> int:
    """A static web site of TEI documents; open DIR/index.html, or copy DIR to any host."""
    from tei_edition.exporters.html import HtmlOptions, export_html  # noqa: PLC0415 - heavy, and only this command's

    paths, empty = documents_in(documents)
    loaded, findings = load_documents(paths)
    everything: list[Finding] = [*empty, *findings]
    style = b""
    if css:
        own = read_bytes(css)
        if isinstance(own, Finding):
            everything.append(own)
        else:
            style = own
    options = HtmlOptions(title=title, language=language, introduction=introduction, css=style)
    exported = export_html(loaded, options) if loaded else None
    everything += exported.findings if exported else ()
    echo_findings(everything, err=True)
    for artifact in exported.artifacts if exported else ():
        write_whole(folder / artifact.name, artifact.data)
    if exported and exported.artifacts:
        click.echo(f"wrote {len(exported.artifacts)} files to {folder}")
    return ExitCode.FINDINGS if has_errors(everything) else ExitCode.OK
