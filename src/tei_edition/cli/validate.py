"""``tei-edition validate [PATH...]``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tei_edition.cli.reports import FORMATS
from tei_edition.cli.validate_options import more_options
from tei_edition.cli.validating import Request, run


@click.command("validate")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--schema",
    metavar="NAME|FILE",
    type=click.Path(path_type=Path),
    help="RELAX NG to use instead of ours: a .rng file, or a name from `schemas list`.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output-file",
    "outputs",
    metavar="FORMAT=FILE",
    multiple=True,
    help="Write the report in that format into a file too; as often as you like.",
)
@click.option(
    "--excerpt/--no-excerpt", default=None, help="Show the source under each finding (on a terminal it is shown)."
)
@click.option("--select", metavar="CODES", multiple=True, help="Report these codes, or families such as R4, only.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Do not report these codes or families.")
@click.option(
    "--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Keep silent about the findings it lists."
)
@click.option("--write-baseline", is_flag=True, help="Write today's findings into the baseline, to be told no more.")
@click.option("--changed", is_flag=True, help="Only files that differ from the last commit of git.")
@click.option(
    "--cache/--no-cache", default=True, help="In a project: look only at files that have changed. [default: cache]"
)
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Processes, where there are many files.")
@more_options
@click.option("-q", "--quiet", is_flag=True, help="Print errors and warnings only, and nothing where there are none.")
def command(**chosen: Any) -> int:  # noqa: ANN401 - each option is a field of Request
    """Check TEI documents: well-formedness, schema, and the rules of the Guidelines that no schema can state.

    A folder stands for all .xml files in it; without PATH, the documents of the edition in this folder are checked.
    """
    return run(Request(**chosen))
