"""R473, R475: links that lead nowhere, or stand in a link. Source: EPUB 3.3, section 6.1 (XHTML content documents)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield ``ptr`` without a target (R473), and links in a ``ref``, which no e-book can show (R475)."""
    for element in document.named("ptr"):
        if element.get("target") is None and element.get("cRef") is None:
            yield Issue("R473", "<ptr> has no @target", element)
    for element in document.named("ref", "ptr"):
        if within(element, "ref") and not within(element, "note"):
            yield Issue("R475", f"<{local_name(element)}> stands in a <ref>", element)
