"""Notes within notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield notes of the text that stand in a note."""
    for element in document.named("note"):
        if within(element, "text") and any(_is_note(ancestor) for ancestor in element.iterancestors("{*}note")):
            yield Issue("R485", "a <note> stands in a <note>", element)


def _is_note(element: Element) -> bool:
    return element.get("type") not in {"ledger", "editorial"}
