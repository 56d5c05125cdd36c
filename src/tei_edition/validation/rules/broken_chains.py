"""R407: @next without the @prev that answers it, or the reverse. Source: TEI Guidelines, SA "Aggregation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield links of a chain that go one way only, within the file."""
    for attribute, back in (("next", "prev"), ("prev", "next")):
        for element, _, value in document.carrying(attribute):
            target = document.ids.get(value.strip()[1:]) if value.strip().startswith("#") else None
            if target is None:
                continue
            own = element.get(XML_ID, "")
            if not own or f"#{own}" not in target.get(back, "").split():
                answer = f"@{back} of its target does not lead back"
                yield Issue("R407", f"@{attribute} points to {value.strip()}, but {answer}", element, attribute)
