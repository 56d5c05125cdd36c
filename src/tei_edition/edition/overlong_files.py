"""Large files that hold no document: told without reading them into memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = 5_000_000


def overlong(path: Path) -> Finding | None:
    """Return a finding on a file in which five million bytes at least have no markup, and ten may have none.

    Returns:
        The finding (S207) with the line of the last markup before them; None where there is always some.

    Raises:
        OSError: if the file cannot be read.
    """
    line = last = 1
    with path.open("rb") as file:
        while len(block := file.read(_BLOCK)) == _BLOCK:
            at = block.rfind(b"<")
            if at < 0:
                return finding("S207", "millions of bytes without any markup", Locus(str(path), last))
            last = line + block.count(b"\n", 0, at)
            line += block.count(b"\n")
    return None
