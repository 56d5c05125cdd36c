"""``tei-edition export html``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from tei_edition.cli.render import echo_findings
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import has_errors
from tei_edition.edition.documents import documents_in, load_documents
from tei_edition.edition.files import keep_inputs, write_whole

if TYPE_CHECKING:
    from tei_edition.exporters.xhtml.presentation import Certainty

_PATH = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command("html")
@click.argument("documents", metavar="TEI...", nargs=-1, required=True, type=_PATH)
@click.option("-o", "--output", "folder", metavar="DIR", required=True, type=_PATH, help="Folder of the site.")
@click.option("--title", default="", help="Title of the site; else that of the periodical or document.")
@click.option("--language", default="", metavar="TAG", help="BCP 47 tag of the site's own words; else the documents'.")
@click.option("--introduction", default="", metavar="TEXT", help="A paragraph above the contents.")
@click.option("--css", metavar="FILE.css", type=_FILE, help="A style sheet that is read after ours.")
@click.option("--templates", type=_FOLDER, metavar="DIR", help="Pages of your own: docs/templates.md.")
@click.option("--files", type=_FOLDER, metavar="DIR", help="A logo, fonts: files/... of the site.")
@click.option("--no-speakers", is_flag=True, help="Do not name speakers beside their quotations.")
@click.option("--reviewed", is_flag=True, help="Leave tags plain that no editor has confirmed.")
@click.option("--certainty", type=click.Choice(["low", "medium", "high"]), help="Leave less certain tags plain.")
def command(
    *,
    documents: tuple[Path, ...],
    folder: Path,
    title: str,
    language: str,
    introduction: str,
    css: Path | None,
    templates: Path | None,
    files: Path | None,
    no_speakers: bool,
    reviewed: bool,
    certainty: str | None,
) -> int:
    """A static web site of TEI documents; open DIR/index.html, or copy DIR to any host.

    Images are taken from the folders of the documents.
    """
    from tei_edition.edition.brought_files import files_in, templates_in  # noqa: PLC0415 - only this command's
    from tei_edition.edition.images import images_of  # noqa: PLC0415 - only this command's
    from tei_edition.exporters.html import HtmlOptions, export_html  # noqa: PLC0415 - heavy, and only this command's
    from tei_edition.exporters.xhtml.presentation import Presentation  # noqa: PLC0415 - only this command's

    paths, empty = documents_in(documents)
    loaded, findings = load_documents(paths)
    images, too_large = images_of(loaded, dict.fromkeys(path.parent for path in paths))
    options = HtmlOptions(
        title=title,
        language=language,
        introduction=introduction,
        css=css.read_bytes() if css else b"",
        templates=templates_in(Path(), templates, ".html"),
        files=files_in(files),
        presentation=Presentation(
            speakers=not no_speakers, reviewed=reviewed, certainty=cast("Certainty", certainty or "")
        ),
        images=images,
    )
    exported = export_html(loaded, options) if loaded else None
    everything = (*empty, *findings, *too_large, *(exported.findings if exported else ()))
    echo_findings(everything, err=True)
    artifacts = exported.artifacts if exported else ()
    keep_inputs((folder / artifact.name for artifact in artifacts), paths)
    for artifact in artifacts:
        write_whole(folder / artifact.name, artifact.data)
    if artifacts:
        click.echo(f"wrote {len(artifacts)} files to {folder}")
    return ExitCode.FINDINGS if has_errors(everything) else ExitCode.OK
