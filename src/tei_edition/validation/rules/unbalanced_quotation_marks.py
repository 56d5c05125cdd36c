"""R416: a quotation that opens with a mark and does not close with one, or the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.tei.text import text_of
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_PAIRS = (("\u201c", "\u201d"), ("\u201e", "\u201c\u201d"), ("\u00ab", "\u00bb"))


def check(document: Context) -> Iterator[Issue]:
    """Yield quotations whose double marks do not pair, in files that keep the marks within the elements.

    A part of a chain (@next, @prev) and a quotation of several paragraphs may leave a mark open.
    Source: TEI Guidelines, CO "Quotation"; HD "The Editorial Practices Declaration" (quotation/@marks).
    """
    if any(policy.get("marks") == "none" for policy in document.named("quotation")):
        return
    for element in document.named("said", "quote", "q", "soCalled"):
        if element.get("next") or element.get("prev") or any(is_tei(inner, "p", "lg", "l") for inner in element):
            continue
        text = text_of(element).strip()
        if fault := _fault(text):
            shown = text if len(text) <= _LONG else f"{text[:_LONG]}…"
            yield Issue("R416", f"<{local_name(element)}> {fault}: {shown}", element)


_LONG = 50


def _fault(text: str) -> str:
    if text.count('"') % 2:
        return "holds an odd number of double quotation marks"
    for opening, closing in _PAIRS:
        if text.startswith(opening) and not any(mark in text for mark in closing):
            return f"opens with {opening} and does not close"
        if text.endswith(tuple(closing)) and opening not in text and not text.startswith(tuple(closing)):
            if opening == "\u201e" or any(other in text for other in "\u201c\u201e\u00bb"):
                continue
            return f"closes with {text[-1]} and does not open"
    return ""
