"""The group of commands: each is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from tei_edition.core.errors import ExitCode
from tei_edition.core.version import VERSION

COMMANDS = {
    "init": "Make a new edition project with a commented edition.toml.",
    "convert": "Raw articles to TEI, without a project.",
    "verify": "Prove that each word of a source is in its TEI.",
    "repairs": "List what was mended in the sources, for an editor to check.",
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
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; None where there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"tei_edition.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the user named; name the nearest one where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib  # noqa: PLC0415 - only a wrong command needs it

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
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
def group() -> None:
    """From raw articles to a scholarly digital edition: validated TEI P5, EPUB 3, plain text."""


def invoke() -> int:
    """Call the command that the command line names; return its exit code.

    Raises:
        KeyboardInterrupt: if the user wanted to stop.
    """
    try:
        return int(group.main(standalone_mode=False) or ExitCode.OK)
    except click.exceptions.Exit as request:
        return request.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except click.Abort:
        raise KeyboardInterrupt from None
