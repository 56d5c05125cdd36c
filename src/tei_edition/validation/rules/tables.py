"""R474: rows of a table that are not of one width. Source: TEI Guidelines, FT "Tables"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield the first row that is wider or narrower than the first; tables with cells over several rows are let be."""
    for table in document.named("table"):
        yield from (
            Issue("R474", f"a cell of no {side}", cell, side, hint="write the number, or remove the attribute")
            for cell in table.iter("{*}cell")
            for side in ("cols", "rows")
            if cell.get(side, "").strip() == "0"
        )
        rows = [row for row in table.iterchildren("*") if is_tei(row, "row")]
        if any(cell.get("rows", "1") != "1" for row in rows for cell in row.iterchildren("*")):
            continue
        widths = [
            sum(_span(cell.get("cols")) for cell in row.iterchildren("*") if is_tei(cell, "cell")) for row in rows
        ]
        for row, width in zip(rows, widths, strict=True):
            if width != widths[0]:
                yield Issue("R474", f"<row> is {width} cells wide, the first row of the table {widths[0]}", row)
                break


def _span(cols: str | None) -> int:
    return int(cols) if cols and cols.isdecimal() else 1
