"""R434: a period that ends before it begins. Source: TEI Guidelines, ND "Dates and Times"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield every @from after @to and @notBefore after @notAfter, compared as far as both are given."""
    for earlier, later in (("from", "to"), ("notBefore", "notAfter")):
        for element, attribute, value in document.carrying(earlier):
            begin, end = date_parts(value), date_parts(element.get(later, ""))
            length = min(len(begin), len(end))
            if length and begin[:length] > end[:length]:
                message = f"@{earlier} ({value}) is later than @{later} ({element.get(later)})"
                yield Issue("R434", message, element, attribute)
