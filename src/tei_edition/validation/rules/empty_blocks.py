"""R476: a paragraph without anything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_before
from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield empty paragraphs and verses of the text. Source: TEI Guidelines, CO "Paragraphs"."""
    for element in document.named("p", "ab", "l"):
        if not len(element) and not text_before(element).strip() and within(element, "text"):
            yield Issue("R476", f"<{local_name(element)}> is empty", element)
