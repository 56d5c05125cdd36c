"""Errors that stop a command, and the exit codes of the command line, in one place."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What ``tei-edition`` returns to the shell.

    0: done, no finding of severity error. 1: done, with at least one finding of severity error. 2: the command line
    was used wrongly. 3: edition.toml is missing or malformed. 4: an output cannot be written. 70: a defect of
    tei-edition itself. 130: interrupted from the keyboard.
    """

    OK = 0
    FINDINGS = 1
    USAGE = 2
    PROJECT = 3
    OUTPUT = 4
    DEFECT = 70
    INTERRUPTED = 130


class EditionError(Exception):
    """What stops a whole command: says what is wrong, where, and the cure.

    Attributes:
        message: What is wrong, in one sentence.
        path: The file or folder concerned; may be empty.
        line: Line in that file, from 1; 0 where unknown.
        cure: What to do about it.
        exit_code: What the command line returns.
    """

    exit_code = ExitCode.DEFECT

    def __init__(self, message: str, *, path: str = "", line: int = 0, cure: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.cure = cure

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.message}" + (f" ({self.cure})" if self.cure else "")


class UsageError(EditionError):
    """The caller asked for something that makes no sense."""

    exit_code = ExitCode.USAGE


class ProjectError(EditionError):
    """edition.toml is missing, malformed or says something impossible."""

    exit_code = ExitCode.PROJECT


class OutputError(EditionError):
    """An output cannot be written."""

    exit_code = ExitCode.OUTPUT
