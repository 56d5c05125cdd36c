"""Files and the clock: reading bytes, writing whole files or none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.errors import OutputError, UsageError
from tei_edition.core.finding import Finding, Locus

if TYPE_CHECKING:
    from collections.abc import Iterable

_CURE = "check the folder, its permissions and the free space"


def read_bytes(path: Path) -> bytes | Finding:
    """Return a file's bytes, or the finding (X004) that says why they cannot be had."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            message, hint = "this is a pipe or a device, not a file", "write what it gives into a file, and name that"
            return finding("X004", message, Locus(str(path)), hint=hint)
        return path.read_bytes()
    except IsADirectoryError:
        return finding("X004", "this is a directory, not a file", Locus(str(path)), hint="name the files in it")
    except FileNotFoundError:
        return finding("X004", "there is no such file", Locus(str(path)), hint="check the spelling of the path")
    except PermissionError:
        return finding("X004", "you may not read this file", Locus(str(path)), hint="change its permissions")
    except OSError as error:
        return finding("X004", f"the file cannot be read: {error.strerror}", Locus(str(path)))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old bytes stand there or all of the new ones.

    Raises:
        OutputError: if it cannot be written; nothing is left behind.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # A pipe or device, such as /dev/stdout, is written to and never replaced.
            path.write_bytes(data)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            # A link stays a link: what it leads to is replaced.
            _replace(path.resolve(), data)
    except OSError as error:
        message = f"cannot write this file: {error.strerror}"
        raise OutputError(message, path=str(path), cure=_CURE) from None


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # noqa: PLC0415 - many commands write nothing

    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def keep_inputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Make sure that no output is one of the inputs.

    Raises:
        UsageError: if one is, by whatever path; nothing was written yet.
    """
    read = {path.resolve() for path in inputs}
    for path in outputs:
        if path.resolve() in read:
            message = "the output would replace the input"
            raise UsageError(message, path=str(path), cure="name another file or folder with -o")


def remove(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        OutputError: if it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot remove this file: {error.strerror}"
        raise OutputError(message, path=str(path), cure=_CURE) from None


def _mode(path: Path) -> int:
    """Return the permissions of the file to be replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def source_date() -> str | None:
    """Return the day of ``SOURCE_DATE_EPOCH`` in UTC (2026-11-23), None where it is not set or no number.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value.isdecimal():
        return None
    from datetime import UTC, datetime  # noqa: PLC0415 - rarely set

    try:
        return datetime.fromtimestamp(int(value), UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return None
