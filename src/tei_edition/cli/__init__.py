"""The command line: one file a command, loaded when it is called; findings rendered; exit codes. No logic."""

from tei_edition.cli.main import main

__all__ = ["main"]
