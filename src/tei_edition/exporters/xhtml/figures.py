"""Rules for figures: images that were given, a description in place of the others.

Source: TEI Guidelines, FTGRA "Specific Elements for Graphic Images"; EPUB Accessibility 1.1, "alternative text".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.characters import collapsed
from tei_edition.exporters.reading.label import label
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag
from tei_edition.tei.names import is_tei, tei
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.walk import Walk


def figure(walk: Walk, element: Element, out: Markup) -> None:
    """Write a figure; its heading becomes the caption, below."""
    heads = [child for child in element if is_tei(child, "head")]
    out.block(tag("figure", **walk.common(element)))
    for child in element:
        if child not in heads:
            walk.element(child, out)
    out.end_block()
    if heads:
        out.block("<figcaption>")
        for head in heads:
            out.raw(walk.captured(_content, head))
        out.block("</figcaption>")
    out.block("</figure>")


def graphic(walk: Walk, element: Element, out: Markup) -> None:
    """Write an image, or say in its place which one is not there."""
    url = element.get("url", "")
    description = _description(element)
    address = walk.images.get(url, "")
    own = collapsed(text_of(element, "reading"))
    if address:
        walk.shown_images.add(url)
        alt = description or own or url.rpartition("/")[2]
        out.raw(tag("img", **walk.common(element), src=address, alt=alt)[:-1] + "/>")
        return
    walk.problems.images.setdefault(url or "?", element.sourceline or 0)
    what = own or ("" if description else url.rpartition("/")[2])
    words = f"{walk.labels['image_missing']}: {what}" if what else walk.labels["image_missing"]
    out.raw(tag("span", **walk.common(element, "placeholder")) + f"[{escaped(words)}]</span>")


def binary(walk: Walk, element: Element, out: Markup) -> None:
    """Say where an image was that stood in the TEI itself."""
    walk.problems.images.setdefault("binaryObject", element.sourceline or 0)
    out.raw(f'<span class="placeholder">[{escaped(walk.labels["image_missing"])}]</span>')


def description(walk: Walk, element: Element, out: Markup) -> None:
    """Write a description where no image shows what it says; else it is the image's alternative text."""
    parent = element.getparent()
    images = [child.get("url", "") for child in parent.iterchildren(tei("graphic"))] if parent is not None else []
    if any(url in walk.images for url in images):
        return
    walk.block(element, out, "div" if walk.has_blocks(element) else "p", "figDesc")


def _description(element: Element) -> str:
    parent = element.getparent()
    if parent is None or not is_tei(parent, "figure"):
        return ""
    described = next((label(child, "und") for child in parent.iterchildren(tei("figDesc"))), "")
    heads = (label(child, "und") for child in parent.iterchildren(tei("figDesc"), tei("head")))
    return described or next((words for words in heads if words), "")


def _content(walk: Walk, element: Element, out: Markup) -> None:
    walk.content(element, out)
