"""R417: a quotation declaration that declares nothing. Source: specification of quotation (its Schematron)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield every ``quotation`` with neither @marks nor a paragraph."""
    for element in document.named("quotation"):
        if element.get("marks") is None and not len(element):
            yield Issue("R417", "<quotation> says neither in @marks nor in words what became of the marks", element)
