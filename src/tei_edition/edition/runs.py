# ruff: noqa: PTH100, PTH109, PTH112, PTH116, PTH118, PTH120 - loading pathlib takes longer than all that is done here
"""What a run over many files told is told again at once where nothing that it looked at has changed.

Next to nothing is loaded for that: a run is remembered as texts that have to be the same again.
"""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

from tei_edition.core.version import VERSION
from tei_edition.edition.memory import keep, memory, recall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_KEPT = 32
_TICK = 50_000_000
"""In nanoseconds: a file that was written so shortly before may be written again without looking any newer."""
_COARSE = 2_000_000_000
"""The same, where a file system counts whole seconds."""
_JUDGES = ("cli", "core", "edition", "schemas", "tei", "validation")
_DOCUMENTS = (".xml",)
_CODE = (".py", ".toml", ".json", ".rng", ".sch")


def told_again(arguments: Sequence[str]) -> tuple[int, str] | None:
    """Return the exit code and the text of the last run with these arguments; None where anything is not as it was."""
    asked = _asked(arguments)
    parts = recall(_path(asked)).decode("utf-8", "surrogateescape").split("\0")
    if parts[0] != asked or len(parts) != 5:  # noqa: PLR2004 - what ``remember`` writes
        return None
    _, watched, seen, code, text = parts
    return (int(code), text) if seen == "\n".join(_seen(watched.split("\n"))) else None


def remember(arguments: Sequence[str], watched: Iterable[str], began: int, code: int, text: str) -> None:
    """Remember a run, if what it looked at is certainly what is there now.

    Args:
        arguments: The arguments of the command line.
        watched: All files and folders that the outcome depends on, besides the code of tei-edition.
        began: When the run began, in nanoseconds since the epoch.
        code: Its exit code.
        text: What it told.
    """
    paths = list(dict.fromkeys(watched))
    seen = list(_seen(paths))
    newest = max((int(time) for line in seen for time in line.rpartition("\t")[2].split()[1:3]), default=0)
    margin = _TICK if newest % 1_000_000_000 else _COARSE
    asked = _asked(arguments)
    parts = (asked, "\n".join(paths), "\n".join(seen), str(code), text)
    lines = [*paths, *seen]
    if newest < began - margin and not any("\n" in line for line in lines) and not any("\0" in part for part in parts):
        keep(_path(asked), "\0".join(parts).encode("utf-8", "surrogateescape"), most=_KEPT)


def _asked(arguments: Sequence[str]) -> str:
    return repr((VERSION, os.isatty(1), os.getcwd(), *arguments))


def _path(asked: str) -> str:
    return os.path.join(memory("runs"), f"{zlib.crc32(asked.encode('utf-8', 'surrogateescape')):08x}.txt")


def _seen(paths: Sequence[str]) -> Iterator[str]:
    """Yield a line for each file: its path, and what changes when it does."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for room in _JUDGES:
        yield from _inside(os.path.join(package, room), _CODE)
    for path in paths:
        if os.path.isdir(path):
            yield from _inside(path, _DOCUMENTS)
        else:
            yield _line(path)


def _inside(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield a line for each file of these endings in a folder and in the folders in it; links are not followed."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield f"{folder}\tnone"
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path, endings)
        elif entry.name.endswith(endings):
            yield _line(entry.path)


def _line(path: str) -> str:
    try:
        about = os.stat(path)
    except OSError:
        return f"{path}\tnone"
    return f"{path}\t{about.st_size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino} {about.st_mode}"
