"""Whether a quotation needs marks: where the source keeps its own, none are added.

Source: TEI Guidelines, COHQU "Quotation"; HD53 "The Editorial Practices Declaration" (``quotation/@marks``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.typography import MARKS
from tei_edition.tei.names import NSMAP, local_name
from tei_edition.tei.text import text_after, text_before, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

QUOTATIONS = frozenset({"q", "quote", "said", "soCalled"})
"""Elements that have quotation marks, in the text or from the exporter."""

_DASHES = "—–―-"


def keeps_marks(tei: Element) -> bool:
    """Tell whether a document's header says that all quotation marks stand in its text."""
    declared = tei.find("t:teiHeader//t:editorialDecl//t:quotation", NSMAP)
    return declared is not None and declared.get("marks") == "all"


def needs_marks(element: Element) -> bool:
    """Tell whether a quotation among words shows no marks of its own, neither inside its edges nor just outside."""
    if local_name(element) not in QUOTATIONS or element.get("direct") == "false":
        return False
    text = text_of(element, "reading").strip()
    if not text or text[0] in MARKS or text[-1] in MARKS or text[0] in _DASHES:
        return False
    previous = element.getprevious()
    parent = element.getparent()
    before = text_after(previous) if previous is not None else text_before(parent) if parent is not None else ""
    return before[-1:] not in MARKS or not before
