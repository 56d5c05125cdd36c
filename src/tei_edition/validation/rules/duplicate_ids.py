"""R401: an xml:id that another element has too. Source: xml:id Version 1.0, section 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID, local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield every repetition of an xml:id, naming the element that had it first."""
    for element, attribute, value in document.carrying(XML_ID):
        first = document.ids[value.strip()] if value.strip() else element
        if first is not element:
            where = f"<{local_name(first)}>" + (f" in line {first.sourceline}" if first.sourceline else "")
            yield Issue("R401", f'xml:id "{value}" is taken: {where} has it first', element, attribute)
