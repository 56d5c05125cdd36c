"""R421: @who on quote. Source: TEI Guidelines, CO "Quotation"; specifications of quote and att.ascribed.directed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield every ``quote`` with @who or @toWhom."""
    for element in document.named("quote"):
        for attribute in ("who", "toWhom"):
            if element.get(attribute) is not None:
                yield Issue("R421", f"<quote> cannot have @{attribute}", element, attribute)
