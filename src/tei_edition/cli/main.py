"""Where the command line begins, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import gc
import os
import sys
import time
from contextlib import suppress
from typing import NoReturn

from tei_edition.core.errors import EditionError, ExitCode


def main() -> NoReturn:
    """Run the command line; exit with a code of ``core.errors.ExitCode``."""
    # Modules and trees are no cyclic garbage: looking for it as often as usual takes a tenth of a short command.
    gc.set_threshold(100_000, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run())


def program() -> NoReturn:
    """Run the command line as a program of its own: ``main``, and out as soon as everything is written.

    Python takes modules and trees apart at its end, which is a sixth of the time of a short command, for nothing.
    Where processes were started, or something waits for the end, it may do so.
    """
    try:
        main()
    except SystemExit as request:
        if "multiprocessing" in sys.modules or "coverage" in sys.modules:
            raise
        for stream in (sys.stdout, sys.stderr):
            if stream:  # a shell may have closed it
                with suppress(OSError):
                    stream.flush()
        os._exit(request.code if isinstance(request.code, int) else ExitCode.DEFECT)


def _run() -> int:
    try:
        code = _called(sys.argv[1:])
        if sys.stdout:  # a shell may have closed it
            sys.stdout.flush()
    except (SystemExit, BrokenPipeError):
        # Whoever read the output has had enough; the first is all that click makes of the second.
        _close_output()
        return ExitCode.OK
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last edge: no traceback reaches a user
        return _tell(error)
    return code


def _called(arguments: list[str]) -> int:
    """Do what the arguments ask for; plain ones of ``validate`` and ``export`` are read without click."""
    code = None
    if arguments[:1] == ["validate"]:
        code = _validated(arguments)
    elif arguments[:2] in (["export", "epub"], ["export", "text"]):
        code = _exported(arguments)
    if code is not None:
        return code
    from tei_edition.cli.commands import invoke  # noqa: PLC0415 - takes as long as validating a document

    return invoke()


def _validated(arguments: list[str]) -> int | None:
    """Validate what plain arguments name, if only by saying again what is known; None where click has to read them."""
    from tei_edition.edition.runs import told_again  # noqa: PLC0415 - of no use to other commands

    began = time.perf_counter()
    known = None if "--no-cache" in arguments else told_again(arguments)
    if known:
        code, text = known
        sys.stdout.write(f"{text}({time.perf_counter() - began:.2f} s)\n" if text else "")
        return code
    from tei_edition.cli.plain import plain_request  # noqa: PLC0415 - of no use to other commands

    request = plain_request(arguments)
    if request is None:
        return None
    from tei_edition.cli.validating import run  # noqa: PLC0415 - of no use to other commands

    return run(request)


def _exported(arguments: list[str]) -> int | None:
    """Make the book or text that plain arguments ask for; None where click has to read them."""
    from tei_edition.cli.exporting import plain_export  # noqa: PLC0415 - of no use to other commands

    work = plain_export(arguments)
    return work() if work else None


def _close_output() -> None:
    """Let nothing be written to standard output any more, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: BaseException) -> int:
    """Say what stopped the command, and return its exit code."""
    if isinstance(error, EditionError):
        return _explain(error)
    if isinstance(error, KeyboardInterrupt):
        _say("interrupted; every file written so far is whole")
        return ExitCode.INTERRUPTED
    if isinstance(error, OSError):
        # Files are written through OutputError; what is left is the terminal, pipe or device that is printed to.
        _close_output()
        _say(f"error: cannot print: {error.strerror}")
        return ExitCode.OUTPUT
    _say(f"tei-edition: error: a defect of tei-edition: {type(error).__name__}: {error}")
    _say("    cure: please report it with the command and the file that provoke it")
    return ExitCode.DEFECT


def _explain(error: EditionError) -> int:
    place = f"{error.path}:{error.line}: " if error.line else f"{error.path}: " if error.path else ""
    _say(f"{place}error: {error.message}")
    if error.cure:
        _say(f"    cure: {error.cure}")
    return error.exit_code


def _say(line: str) -> None:
    if sys.stderr:  # a shell may have closed it
        sys.stderr.write(f"{line}\n")
