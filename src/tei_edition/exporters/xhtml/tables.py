"""Rule for tables: rows, cells, headings of rows and columns.

Source: TEI Guidelines, FTTAB "Tables"; HTML Living Standard, 4.9 "Tabular data".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.elements import elements
from tei_edition.exporters.xhtml.markup import Markup, tag
from tei_edition.tei.names import is_tei, local_name
from tei_edition.tei.text import pieces, text_after

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.walk import Walk


def table(walk: Walk, element: Element, out: Markup) -> None:
    """Write a table; a page beginning between rows goes into the next cell, other things there below the table."""
    rows = [child for child in element if is_tei(child, "row")]
    heads = [child for child in element if is_tei(child, "head")]
    strays = [child for child in element if isinstance(child.tag, str) and not is_tei(child, "row", "head")]
    if not rows:
        walk.block(element, out, "div")
        return
    out.block('<div class="table">')
    out.block(tag("table", **walk.common(element)))
    if heads:
        out.block("<caption>")
        for head in heads:
            walk.content(head, out)
        out.block("</caption>")
    points = [child for child in strays if local_name(child) in elements().points]
    pending = "".join(walk.captured(_whole, child) for child in points)
    for row in rows:
        pending = _row(walk, row, pending, out)
    out.block("</table>")
    pending += "".join(walk.captured(_whole, child) for child in strays if child not in points)
    if pending:
        out.block(f'<div class="strays">{pending}</div>')
    out.block("</div>")


def _row(walk: Walk, row: Element, pending: str, out: Markup) -> str:
    out.block(tag("tr", **walk.common(row)))
    for child in row:
        if is_tei(child, "cell"):
            _cell(walk, child, pending, out, in_heading=row.get("role") == "label")
            pending = ""
        elif isinstance(child.tag, str):
            pending += walk.captured(_whole, child)
        if text_after(child).strip():
            pending += walk.captured(_tail, child)
    out.block("</tr>")
    return pending


def _cell(walk: Walk, cell: Element, pending: str, out: Markup, *, in_heading: bool) -> None:
    heading = in_heading or cell.get("role") == "label"
    html = "th" if heading and any(piece.strip() for piece in pieces(cell, "reading")) else "td"
    scope = "" if html == "td" else "col" if in_heading else "row"
    spans = {"colspan": _span(cell.get("cols", "")), "rowspan": _span(cell.get("rows", ""))}
    out.block(tag(html, **walk.common(cell), scope=scope, **spans) + pending)
    out.language = walk.language
    walk.content(cell, out)
    out.block(f"</{html}>")


def _span(value: str) -> str:
    return value if value.isascii() and value.isdigit() and 1 < int(value) <= 1000 else ""  # noqa: PLR2004 - HTML's limit


def _whole(walk: Walk, element: Element, out: Markup) -> None:
    walk.element(element, out)


def _tail(walk: Walk, element: Element, out: Markup) -> None:
    del walk
    out.text(text_after(element))
