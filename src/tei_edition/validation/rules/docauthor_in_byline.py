"""R467: docAuthor in the byline of an article. Source: specification of docAuthor (its remarks)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.context import Context, within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(document: Context) -> Iterator[Issue]:
    """Yield every docAuthor in a byline inside a division."""
    for element in document.named("docAuthor"):
        if within(element, "byline") and within(element, "div"):
            yield Issue("R467", "<docAuthor> stands in the <byline> of an article", element)
