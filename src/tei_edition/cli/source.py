"""``tei-edition source TEI -o FILE``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.cli.render import echo_findings
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import Finding
from tei_edition.edition.files import read_bytes, write_whole
from tei_edition.edition.source import source_bytes


@click.command("source")
@click.argument("document", metavar="TEI", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The source.")
def command(*, document: Path, output: Path) -> int:
    """Give the raw plain-text source back, byte for byte."""
    data = read_bytes(document)
    restored = (data,) if isinstance(data, Finding) else source_bytes(data, str(document))
    if not isinstance(restored, bytes):
        echo_findings(restored, err=True)
        return ExitCode.FINDINGS
    write_whole(output, restored)
    click.echo(f"wrote {output}")
    return ExitCode.OK
