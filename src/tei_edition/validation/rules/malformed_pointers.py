"""R403: a pointer that has lost its number sign. Source: TEI Guidelines, SA "Pointing Elsewhere"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import POINTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield pointers that name an xml:id without ``#``, or are nothing but ``#``."""
    for attribute, pointer, elements in document.pointers(*POINTING):
        if pointer == "#":
            message = f"@{attribute} points to nothing: #"
            yield from (Issue("R403", message, element, attribute) for element in elements)
        elif pointer in document.ids:
            message = f"@{attribute} holds {pointer}, which is no pointer without #"
            yield from (Issue("R403", message, element, attribute, f"write #{pointer}") for element in elements)
