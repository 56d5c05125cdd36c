"""``tei-edition validate --watch``: what is saved is validated again, until Ctrl-C."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tei_edition.cli.render import echo
from tei_edition.edition.documents import documents_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_SECONDS = 0.5


def watch(
    roots: Sequence[Path],
    validate: Callable[[tuple[Path, ...]], int],
    *,
    besides: Sequence[Path] = (),
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Validate all files, and then, whenever some are saved, these; a change of anything else concerns all.

    Args:
        roots: Files and folders.
        validate: Validates files and tells of them.
        besides: What else the outcome depends on: the project's file, schemas, rules.
        sleep: Waits for so many seconds; ends the watch by raising KeyboardInterrupt, as Ctrl-C does.

    Returns:
        What the last validation returned.
    """
    files = _seen(documents_in(roots)[0])
    others = _seen(besides)
    code = validate(tuple(files))
    try:
        while True:
            sleep(_SECONDS)
            now, others_now = _seen(documents_in(roots)[0]), _seen(besides)
            saved = tuple(path for path, stamp in now.items() if others != others_now or files.get(path) != stamp)
            gone = sorted(str(path) for path in set(files) - set(now))
            files, others = now, others_now
            for path in gone:
                echo(f"{path} is gone")
            if saved:
                echo(f"--- {time.strftime('%H:%M:%S')}")
                code = validate(saved)
    except KeyboardInterrupt:
        return code


def _seen(paths: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """Return for each file that is there what changes when it is saved."""
    found = {}
    for path in paths:
        try:
            about = path.stat()
        except OSError:
            continue
        found[path] = (about.st_mtime_ns, about.st_size)
    return found
