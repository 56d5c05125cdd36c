"""R409: an address on the web that cannot be one. Source: RFC 3986, section 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_ADDRESS = re.compile(r"https?://[^/?#\s]*[\w\]][^/?#\s]*([/?#]\S*)?", re.IGNORECASE)
_WEB = re.compile(r"https?:|https?//|www\.", re.IGNORECASE)


def check(document: Context) -> Iterator[Issue]:
    """Yield web addresses without a host, with one slash, or without their scheme."""
    for element, attribute, pointer in pointers(document, "ref", "target", "source", "corresp", "facs", "url"):
        if _WEB.match(pointer) and not _ADDRESS.fullmatch(pointer):
            hint = f"write https://{pointer}" if pointer.lower().startswith("www.") else None
            yield Issue("R409", f"@{attribute} holds {pointer}, which is no address", element, attribute, hint)
