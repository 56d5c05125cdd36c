"""R432, R433: attributes of dates that do not go together. Source: specification of att.datable.w3c."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield @when beside a period (R432), and two attributes that say the same end of a period (R433)."""
    for element, attribute, _ in document.carrying("when"):
        if others := [name for name in PERIOD if element.get(name) is not None]:
            listed = ", ".join(f"@{name}" for name in others)
            yield Issue("R432", f"@when stands beside {listed}", element, attribute)
    for first, second in (("from", "notBefore"), ("to", "notAfter")):
        for element, attribute, _ in document.carrying(second):
            if element.get(first) is not None:
                yield Issue("R433", f"@{first} and @{second} exclude each other", element, attribute)
