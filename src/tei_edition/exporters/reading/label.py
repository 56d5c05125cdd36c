"""A heading or name as one line: without note markers, page furniture and hidden readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.characters import collapsed
from tei_edition.core.typography import typeset
from tei_edition.exporters.reading.variants import is_displayed
from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SILENT = frozenset({"note", "index", "fw", "binaryObject", "figDesc"})
_SPACED = frozenset({"lb", "pb", "cb"})


def label(element: Element, language: str) -> str:
    """Return the words of ``element`` as they stand in a table of contents."""
    parts: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        name = local_name(node)
        hidden = event in {"start", "end"} and node is not element and (name in _SILENT or not is_displayed(node))
        if event == "start":
            silent += hidden
            if not silent:
                parts.append(" " if name in _SPACED else text_before(node))
            continue
        if event == "end":
            silent -= hidden
        if node is not element and not silent:
            parts.append(text_after(node))
    return collapsed(typeset("".join(parts), language))
