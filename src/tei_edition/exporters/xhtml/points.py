"""Rules for page and line beginnings and other points in the text.

Source: TEI Guidelines, CORS5 "Milestone Elements"; EPUB 3.3, "pagebreak".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.elements import elements
from tei_edition.exporters.reading.line_beginnings import begins_line
from tei_edition.exporters.xhtml.chapter import PageBreak
from tei_edition.exporters.xhtml.markup import tag
from tei_edition.tei.names import is_tei, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.markup import Markup
    from tei_edition.exporters.xhtml.walk import Walk


def anchor(walk: Walk, element: Element, out: Markup) -> None:
    """Write a point in the text, if something can link to it."""
    identifier = walk.own_id(element)
    if identifier:
        out.raw(f'<span id="{identifier}"></span>')


def line_beginning(walk: Walk, element: Element, out: Markup) -> None:
    """Write a line's beginning: a line where lines count, else the space that it stands for; in a word, nothing."""
    anchor(walk, element, out)
    if element.get("break") == "no":
        return
    parent = element.getparent()
    lines = begins_line(element) or (parent is not None and is_tei(parent, "head"))
    out.text("" if lines and not out.has_words() else " ")
    if lines and out.has_words():
        out.raw("<br/>")


def page_beginning(walk: Walk, element: Element, out: Markup) -> None:
    """Write a page's beginning; its number is in the page list."""
    label = (element.get("n") or "").strip() or str(len(walk.pages) + 1)
    identifier = walk.own_id(element) or walk.ids.new(f"page-{len(walk.pages) + 1}")
    walk.pages.append(PageBreak(identifier, label))
    title = f"{walk.labels['page']} {label}"
    out.raw(tag("span", id=identifier, epub__type="pagebreak", role="doc-pagebreak", aria_label=title) + "</span>")
    if element.get("break") != "no":
        out.text(" ")


def milestone(walk: Walk, element: Element, out: Markup) -> None:
    """Write a boundary: a rule between blocks, nothing to see among words."""
    parent = element.getparent()
    if parent is not None and local_name(parent) in elements().containers and local_name(parent) != "row":
        out.block(tag("hr", **walk.common(element, "milestone"))[:-1] + "/>")
    else:
        anchor(walk, element, out)
