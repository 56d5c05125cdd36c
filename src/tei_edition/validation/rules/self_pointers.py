"""Pointers from an element to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID, local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield pointers that lead to the element that they stand on."""
    relations = ("ref", "corresp", "next", "prev", "sameAs", "copyOf", "target", "source")
    for attribute, pointer, elements in document.pointers(*relations):
        for element in elements if pointer[0] == "#" and pointer[1:] in document.ids else ():
            if pointer == f"#{element.get(XML_ID)}":
                message = f"@{attribute} of <{local_name(element)}> points to the element itself"
                yield Issue("R448", message, element, attribute)
