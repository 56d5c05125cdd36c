"""``tei-edition verify SOURCE TEI``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.cli.render import echo_findings
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import Finding, has_errors
from tei_edition.edition.files import read_bytes
from tei_edition.edition.verify import verify


@click.command("verify")
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.argument("document", metavar="TEI", type=click.Path(path_type=Path))
def command(*, source: Path, document: Path) -> int:
    """Prove that each word of a source is in its TEI, or in the ledger of what was left out; else name the first."""
    raw, data = read_bytes(source), read_bytes(document)
    if isinstance(raw, Finding) or isinstance(data, Finding):
        echo_findings([item for item in (raw, data) if isinstance(item, Finding)], err=True)
        return ExitCode.FINDINGS
    findings = verify(raw, data, source_name=str(source), path=str(document))
    echo_findings(findings)
    if not has_errors(findings):
        click.echo(f"each word of {source} is in {document}")
    return ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK
