"""``tei-edition init DIR``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.core.errors import ExitCode
from tei_edition.edition.init import init


@click.command("init")
@click.argument("directory", type=click.Path(path_type=Path))
def command(directory: Path) -> int:
    """Make a new edition project in DIRECTORY: edition.toml, commented, and a folder for the sources."""
    for path in init(directory):
        click.echo(f"wrote {path}")
    click.echo(f"Put raw articles into {directory / 'sources'}, then: tei-edition build --project {directory}")
    return ExitCode.OK
