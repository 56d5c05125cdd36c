"""Images that no book can show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_SHOWN = r"(?i:\.(?:png|jpe?g|gif|svg|webp)(?:[?#].*)?$)"
_EXTENSION = r"\.(\w{2,5})(?:[?#].*)?$"
_REMOTE = r"(?i:https?:)"


def check(document: Context) -> Iterator[Issue]:
    """Yield images of formats that EPUB has not (R483), and those that a book would have to fetch (R484).

    Source: EPUB 3.3, section 3.2 "Core media types" and section 3.6 "Resource locations".
    """
    for element in document.named("graphic"):
        address = element.get("url", "").strip()
        found = re.search(_EXTENSION, address)
        if found and not re.search(_SHOWN, address) and not re.match(_REMOTE, address):
            yield Issue("R483", f"books cannot show images of the kind .{found[1].lower()}: {address}", element, "url")
        elif re.match(_REMOTE, address):
            yield Issue("R484", f"the image is on the web: {address}", element, "url")
