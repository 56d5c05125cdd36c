# ruff: noqa: PTH111, PTH117, PTH118, PTH123 - loading pathlib takes longer than finding out that nothing has changed
"""What only saves time is kept in the user's cache folder; nothing is lost with it."""

from __future__ import annotations

import os


def memory(room: str) -> str:
    """Return the folder where memories of one kind are kept; it may not exist yet.

    Source: XDG Base Directory Specification, ``XDG_CACHE_HOME``.
    """
    home = os.environ.get("XDG_CACHE_HOME", "")
    base = home if os.path.isabs(home) else os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "tei-edition", room)


def recall(path: str) -> bytes:
    """Return what was kept; nothing where nothing was."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def keep(path: str, data: bytes, *, most: int) -> bool:
    """Keep something, and forget the oldest ones beyond ``most``; tell whether that could be done."""
    from pathlib import Path  # noqa: PLC0415 - rarely anything is kept

    from tei_edition.core.errors import OutputError  # noqa: PLC0415 - rarely anything is kept
    from tei_edition.edition.files import write_whole  # noqa: PLC0415 - rarely anything is kept

    file = Path(path)
    try:
        write_whole(file, data)
        for old in sorted(file.parent.iterdir(), key=lambda each: each.stat().st_mtime_ns)[:-most]:
            old.unlink(missing_ok=True)
    except (OSError, OutputError):
        return False
    return True
