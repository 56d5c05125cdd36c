"""``tei-edition export csv|json|jsonld|geojson|ttl``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from tei_edition.cli.render import echo_findings
from tei_edition.core.errors import ExitCode, UsageError
from tei_edition.core.finding import has_errors
from tei_edition.edition.documents import documents_in, load_documents
from tei_edition.edition.files import write_whole

if TYPE_CHECKING:
    from tei_edition.exporters.data.options import Content, Format

_HELP = {
    "csv": "Mentions with their context, or the registry, as a table.",
    "json": "Documents, registry and mentions as JSON.",
    "jsonld": "Mentions as W3C Web Annotations, or the registry, in JSON-LD.",
    "geojson": "Places with the number of their mentions as GeoJSON.",
    "ttl": "The registry as linked data in Turtle.",
}
_EITHER = frozenset({"csv", "jsonld"})
_LINKED = frozenset({"jsonld", "ttl"})


def commands() -> tuple[click.Command, ...]:
    """Return one subcommand a format."""
    return tuple(_command(name) for name in _HELP)


def _command(name: str) -> click.Command:
    file = click.Path(path_type=Path)
    params: list[click.Parameter] = [
        click.Argument(["documents"], metavar="TEI...", nargs=-1, required=True, type=file),
        click.Option(["-o", "--output"], metavar=f"FILE.{name}", required=True, type=file, help="The file to write."),
    ]
    if name in _EITHER:
        content = click.Choice(["mentions", "registry"])
        params.append(click.Option(["--of", "content"], type=content, default="mentions", show_default=True))
    if name in _LINKED:
        words = "Address at which the documents are published."
        params.append(click.Option(["--base"], default="", metavar="URL", help=words))
    return click.Command(name, params=params, callback=partial(_export, name), help=_HELP[name])


def _export(
    name: str, /, *, documents: tuple[Path, ...], output: Path, content: str = "mentions", base: str = ""
) -> int:
    from tei_edition.exporters.data import DataOptions, export_data  # noqa: PLC0415 - only these commands'

    try:
        options = DataOptions(
            format=cast("Format", name), content=cast("Content", content), base=base, name=output.stem
        )
    except ValueError as error:
        raise UsageError(str(error), cure="give an http or https address, such as https://example.org/") from None
    paths, empty = documents_in(documents)
    loaded, findings = load_documents(paths)
    exported = export_data(loaded, options) if loaded else None
    everything = (*empty, *findings, *(exported.findings if exported else ()))
    echo_findings(everything, err=True)
    if exported and exported.artifacts:
        write_whole(output, exported.artifacts[0].data)
        click.echo(f"wrote {output}")
    return ExitCode.FINDINGS if has_errors(everything) else ExitCode.OK
