"""R409: an address on the web that cannot be one. Source: RFC 3986, section 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_ADDRESS = r"(?i:https?://[^/?#\s]*[\w\]][^/?#\s]*([/?#]\S*)?)"
_WEB = ("http:", "https:", "http//", "https//", "www.")


def check(document: Context) -> Iterator[Issue]:
    """Yield web addresses without a host, with one slash, or without their scheme."""
    for attribute, pointer, elements in document.pointers("ref", "target", "source", "corresp", "facs", "url"):
        if pointer.lower().startswith(_WEB) and not re.fullmatch(_ADDRESS, pointer):
            hint = f"write https://{pointer}" if pointer.lower().startswith("www.") else None
            message = f"@{attribute} holds {pointer}, which is no address"
            yield from (Issue("R409", message, element, attribute, hint) for element in elements)
