"""Options of ``validate`` for what is not asked every day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

_OPTIONS = (
    click.option(
        "--conformance",
        metavar="NAME|FILE",
        default="",
        help="A second schema, such as tei_all: what only this one refuses is told as S3xx.",
    ),
    click.option("--schematron", metavar="FILE", multiple=True, help="Rules of your own (.sch); as often as you like."),
    click.option("--xinclude", is_flag=True, help="Follow inclusions, to local files with relative paths."),
    click.option("--corpus", is_flag=True, help="Look at all files as one corpus: ids, pointers to other files."),
    click.option("--diff", is_flag=True, help="Show what --fix would change; write nothing."),
    click.option("--fix", is_flag=True, help="Mend what can be mended safely, never the text. See --diff first."),
    click.option("--watch", is_flag=True, help="Stay, and validate again what is saved, until Ctrl-C."),
)


def more_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
