"""R403: a pointer that has lost its number sign. Source: TEI Guidelines, SA "Pointing Elsewhere"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import AGENTS, pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_BARE = re.compile(r"[\w-]+")


def check(document: Context) -> Iterator[Issue]:
    """Yield pointers that name an xml:id without ``#``, or are one bare word, or nothing but ``#``."""
    for element, attribute, pointer in pointers(document):
        if pointer == "#":
            yield Issue("R403", f"@{attribute} points to nothing: #", element, attribute)
        elif pointer in document.ids or (attribute in AGENTS and _BARE.fullmatch(pointer)):
            hint = f"write #{pointer}" if pointer in document.ids else None
            yield Issue(
                "R403", f"@{attribute} holds {pointer}, which is no pointer without #", element, attribute, hint
            )
