"""R431: dates that are not in W3C form, or that no calendar has. Source: TEI Guidelines, ND "Dates and Times"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.validation.date_advice import advice
from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import TEMPORAL, is_temporal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_OTHER_RANGES = ("biblScope", "citedRange", "locus", "app", "arc", "span")
"""Elements whose @from and @to are no dates."""


def check(document: Context) -> Iterator[Issue]:
    """Yield every temporal attribute that holds no date or time of the W3C forms, or an impossible one."""
    for attribute, value, elements in document.values(*TEMPORAL):
        if value.startswith("#") or is_temporal(value):
            continue
        for element in elements:
            if not is_tei(element, *_OTHER_RANGES):
                what = f'@{attribute} of <{local_name(element)}> may not be "{value}"'
                yield Issue("R431", f"{what}: no date in W3C form", element, attribute, advice(value))
