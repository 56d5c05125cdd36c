"""Tables that stand beside the code: tab-separated, ``#`` before a comment. Read in a moment, unlike TOML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(module: str, name: str, cells: int = 2) -> Iterator[list[str]]:
    """Yield the rows of a table.

    Args:
        module: The ``__file__`` of the module beside which it stands.
        name: Of the file, in UTF-8.
        cells: How many cells each row has; those missing at its end are empty.
    """
    for line in Path(module).with_name(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            row = line.split("\t")
            yield row + [""] * (cells - len(row))
