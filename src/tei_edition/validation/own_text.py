"""The text that stands in an element itself, not in the elements it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def own_text(element: Element) -> str:
    """Return an element's own text, without that of the elements in it; comments and instructions are no text."""
    return text_before(element) + "".join(text_after(child) for child in element)
