"""R422: @subtype without @type. Source: specification of att.typed (its Schematron)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield every element with @subtype and no @type."""
    for element, attribute, value in document.carrying("subtype"):
        if element.get("type") is None:
            message = f'<{local_name(element)}> has the subtype "{value}" of no type'
            yield Issue("R422", message, element, attribute)
