"""R402: a pointer within the file to an xml:id that nothing has. Source: TEI Guidelines, SA "Pointing Mechanisms"."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


_MANY = 40
"""With more lost targets than this the file is a part of another, and guessing would only cost time."""


def check(document: Context) -> Iterator[Issue]:
    """Yield every ``#id`` without a target, with the nearest xml:id that there is."""
    lost = [found for found in pointers(document) if _is_lost(found[2], document)]
    targets = {pointer[1:] for _, _, pointer in lost}
    near = {each: get_close_matches(each, document.ids, 1, 0.75) for each in targets} if len(targets) <= _MANY else {}
    for element, attribute, pointer in lost:
        close = near.get(pointer[1:])
        hint = f"did you mean #{close[0]}?" if close else None
        yield Issue(
            "R402", f"@{attribute} points to {pointer}, which no element has as xml:id", element, attribute, hint
        )


def _is_lost(pointer: str, document: Context) -> bool:
    # A pointer with a parenthesis is an XPointer expression such as #range(…).
    return len(pointer) > 1 and pointer[0] == "#" and "(" not in pointer and unquote(pointer[1:]) not in document.ids
