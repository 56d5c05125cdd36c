"""Where the beginning of a line in the source is one of the text, too.

Source: TEI Guidelines, CORS5 "Milestone Elements"; EpiDoc Guidelines, "Line Breaks".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.elements import elements
from tei_edition.tei.names import is_tei, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EDITIONS = frozenset({"edition", "textpart"})


def begins_line(beginning: Element) -> bool:
    """Tell whether an ``lb`` begins a line in reading text: in addresses, letter heads and the like, on inscriptions.

    Paragraphs, verses and headings are set anew, and within a word no line begins.
    """
    parent = beginning.getparent()
    if parent is None or beginning.get("break") == "no":
        return False
    if is_tei(parent, "ab"):
        around = parent.getparent()
        return around is not None and around.get("type") in _EDITIONS
    return local_name(parent) in elements().lines
