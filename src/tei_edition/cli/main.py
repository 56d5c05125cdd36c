"""The group of commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from tei_edition.core.errors import EditionError, ExitCode
from tei_edition.core.version import VERSION

_COMMANDS = {
    "init": "Make a new edition project with a commented edition.toml.",
    "convert": "Raw articles to TEI, without a project.",
    "verify": "Prove that each word of a source is in its TEI.",
    "source": "Give the raw plain-text source back from its TEI.",
    "tag": "Tag persons, places, quotations … in plain text or JSONL.",
    "validate": "Check TEI documents and say what to mend, and where.",
    "schemas": "List, add and show the schemas that `validate` can use.",
    "export": "TEI documents to an EPUB or to plain text.",
    "build": "Build the whole edition that edition.toml describes.",
    "explain": "Say what a finding's code means, with examples.",
}


class _LazyGroup(click.Group):
    """Knows its commands by name; imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the work."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; None where there is none of that name."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"tei_edition.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the user named; name the nearest one where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib  # noqa: PLC0415 - only a wrong command needs it

            near = difflib.get_close_matches(args[0], _COMMANDS, 1)
            if not near:
                raise
            message = f"{error.message} Did you mean '{near[0]}'?"
            raise click.UsageError(message, ctx) from None


_EPILOG = """\b
Exit codes:
    0  done, no finding of severity error
    1  done, with findings of severity error
    2  wrong use of the command line
    3  edition.toml is missing or malformed
    4  an output cannot be written
   70  a defect of tei-edition
  130  interrupted"""


@click.group(cls=_LazyGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="tei-edition")
def _group() -> None:
    """From raw articles to a scholarly digital edition: validated TEI P5, EPUB 3, plain text."""


def main() -> None:
    """Run the command line; exit with a code of ``core.errors.ExitCode``."""
    # Modules and trees are no cyclic garbage: looking for it as often as usual takes a tenth of a short command.
    gc.set_threshold(100_000, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run())


def _run() -> int:
    try:
        code = int(_group.main(standalone_mode=False) or ExitCode.OK)
        if sys.stdout:  # a shell may have closed it
            sys.stdout.flush()
    except click.exceptions.Exit as request:
        return request.exit_code
    except (SystemExit, BrokenPipeError):
        # Whoever read the output has had enough; the first is all that click makes of the second.
        _close_output()
        return ExitCode.OK
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last edge: no traceback reaches a user
        return _tell(error)
    return code


def _close_output() -> None:
    """Let nothing be written to standard output any more, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: BaseException) -> int:
    """Say what stopped the command, and return its exit code."""
    if isinstance(error, click.ClickException):
        error.show()
        return ExitCode.USAGE
    if isinstance(error, EditionError):
        return _explain(error)
    if isinstance(error, click.Abort | KeyboardInterrupt):
        click.echo("interrupted; every file written so far is whole", err=True)
        return ExitCode.INTERRUPTED
    if isinstance(error, OSError):
        # Files are written through OutputError; what is left is the terminal, pipe or device that is printed to.
        _close_output()
        click.echo(f"error: cannot print: {error.strerror}", err=True)
        return ExitCode.OUTPUT
    click.echo(f"tei-edition: error: a defect of tei-edition: {type(error).__name__}: {error}", err=True)
    click.echo("    cure: please report it with the command and the file that provoke it", err=True)
    return ExitCode.DEFECT


def _explain(error: EditionError) -> int:
    place = f"{error.path}:{error.line}: " if error.line else f"{error.path}: " if error.path else ""
    click.echo(f"{place}error: {error.message}", err=True)
    if error.cure:
        click.echo(f"    cure: {error.cure}", err=True)
    return error.exit_code
