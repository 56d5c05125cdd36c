"""R489: xml:ids that differ in capitals only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield xml:ids that another one is equal to but for capitals."""
    known: dict[str, str] = {}
    for attribute, value, elements in document.values(XML_ID):
        earlier = known.setdefault(value.lower(), value)
        if earlier != value:
            yield Issue("R489", f'xml:id "{value}" differs from "{earlier}" in capitals only', elements[0], attribute)
