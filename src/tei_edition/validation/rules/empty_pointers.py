"""R429: an attribute that points and is empty. Source: TEI Guidelines, SA "Pointing Mechanisms"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_POINTING = ("ref", "who", "resp", "source", "corresp", "next", "prev", "target", "ana")


def check(document: Context) -> Iterator[Issue]:
    """Yield attributes for pointers that hold none."""
    for attribute, value, elements in document.values(*_POINTING):
        if not value.strip():
            yield from (Issue("R429", f"@{attribute} is empty", element, attribute) for element in elements)
