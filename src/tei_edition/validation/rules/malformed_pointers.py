"""R403: a pointer that has lost its number sign. Source: TEI Guidelines, SA "Pointing Elsewhere"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield pointers that name an xml:id without ``#``, or are nothing but ``#``."""
    for element, attribute, pointer in pointers(document):
        if pointer == "#":
            yield Issue("R403", f"@{attribute} points to nothing: #", element, attribute)
        elif pointer in document.ids:
            message = f"@{attribute} holds {pointer}, which is no pointer without #"
            yield Issue("R403", message, element, attribute, f"write #{pointer}")
