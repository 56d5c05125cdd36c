"""R450: a bare word where TEI recommends a pointer. Source: specification of teidata.pointer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import AGENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_BARE = r"[\w-]+"


def check(document: Context) -> Iterator[Issue]:
    """Yield agents that are named by one word; where that word is an xml:id of the file, R403 tells it."""
    for attribute, pointer, elements in document.pointers(*sorted(AGENTS)):
        if not pointer.startswith("#") and pointer not in document.ids and re.fullmatch(_BARE, pointer):
            message = f"@{attribute} holds the word {pointer}, which points to a file of this name"
            yield from (Issue("R450", message, element, attribute) for element in elements)
