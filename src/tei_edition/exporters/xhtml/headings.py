"""Rules for divisions and headings: one h1 a chapter, no level left out.

Source: TEI Guidelines, DSHD "Headings and Trailers"; HTML Living Standard, 4.3.11 "Headings and outlines".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.label import label
from tei_edition.exporters.xhtml.chapter import Heading
from tei_edition.exporters.xhtml.markup import tag
from tei_edition.tei.names import is_tei, local_name, tei

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.markup import Markup
    from tei_edition.exporters.xhtml.walk import Walk

_LOWEST = 6


def title_head(text: Element) -> Element | None:
    """Return the ``head`` that is the heading of the whole text: of the only division of the only body."""
    bodies = [child for child in text if is_tei(child, "body")]
    if len(bodies) != 1 or any(is_tei(child, "front", "group") for child in text):
        return None
    parts = [child for child in bodies[0] if isinstance(child.tag, str) and not is_tei(child, "pb", "fw", "lb", "cb")]
    if any(is_tei(part, "head") for part in parts):
        own = [part for part in parts if is_tei(part, "head")]
    elif len(parts) == 1 and local_name(parts[0]).startswith("div"):
        own = [child for child in parts[0] if is_tei(child, "head")]
    else:
        return None
    main = [head for head in own if head.get("type") == "main"] or own
    return main[0] if main and label(main[0], "") else None


def division(walk: Walk, element: Element, out: Markup) -> None:
    """Write a division; what stands in it is one level down if it has a heading."""
    walk.page_may_begin(out)
    level = walk.heading_level
    if _first_head(walk, element) is not None:
        walk.heading_level += 1
    walk.container(element, out, "section")
    walk.heading_level = level


def matter(walk: Walk, element: Element, out: Markup) -> None:
    """Write ``front`` or ``back``."""
    walk.page_may_begin(out)
    walk.container(element, out, "div")


def head(walk: Walk, element: Element, out: Markup) -> None:
    """Write a heading: of a division, or of a list, poem or figure."""
    words = label(element, walk.language)
    parent = element.getparent()
    titled = element is walk.title_head or (
        parent is not None and local_name(parent).startswith("div") and _first_head(walk, parent) is element
    )
    if not titled or not words or element not in walk.blocks:
        subtitle = parent is not None and local_name(parent).startswith("div") and words
        walk.block(element, out, "div" if walk.has_blocks(element) else "p", "subtitle" if subtitle else "")
        return
    level = 1 if element is walk.title_head else min(max(walk.heading_level, 2), _LOWEST)
    attributes = walk.common(element)
    attributes["id"] = attributes.get("id") or walk.ids.new(f"h-{len(walk.headings) + 1}")
    walk.headings.append(Heading(level, attributes["id"], words))
    html = "div" if walk.has_blocks(element) else f"h{level}"
    aria = {"role": "heading", "aria_level": str(level)} if html == "div" else {}
    out.block(tag(html, **attributes, **aria))
    out.language = walk.language
    walk.content(element, out)
    out.block(f"</{html}>")


def _first_head(walk: Walk, division_: Element) -> Element | None:
    if division_ not in walk.first_heads:
        heads = list(division_.iterchildren(tei("head")))
        main = [child for child in heads if child.get("type") == "main"] or heads
        walk.first_heads[division_] = main[0] if main else None
    return walk.first_heads[division_]
