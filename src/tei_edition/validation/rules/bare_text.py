"""R461: text directly in an element that holds only elements. Source: TEI Guidelines, DS "Default Text Structure"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue
from tei_edition.validation.own_text import first_words, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_STRUCTURAL = (
    "text", "body", "front", "back", "div", "cit", "lg", "list", "table", "row", "choice", "standOff", "listPerson",
    "listPlace", "listOrg", "listEvent", "listBibl", "person", "place", "org", "biblStruct", "analytic", "monogr",
    "imprint",
)  # fmt: skip


def check(document: Context) -> Iterator[Issue]:
    """Yield structural elements with text of their own, with its beginning."""
    for element in document.named(*_STRUCTURAL):
        if own_text(element).strip():
            spot, words = first_words(element, None)
            shown = " ".join(words.split()[:6])
            yield Issue("R461", f"<{local_name(element)}> holds text of its own: {shown}", element, spot=spot)
