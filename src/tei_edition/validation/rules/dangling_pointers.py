"""R402: a pointer within the file to an xml:id that nothing has. Source: TEI Guidelines, SA "Pointing Mechanisms"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.nearest import nearest
from tei_edition.validation.pointers import POINTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


_MANY = 40
"""With more lost pointers than this the file is a part of another: each target is told once, and nothing is guessed."""

_MOST = 5000
"""More are not looked at: nobody is told of so many."""


def check(document: Context) -> Iterator[Issue]:
    """Yield every ``#id`` without a target, with the nearest xml:id that there is."""
    every = (
        (element, attribute, pointer)
        for attribute, pointer, elements in document.pointers(*POINTING)
        if _is_lost(pointer, document)
        for element in elements
    )
    lost = list(islice(every, _MOST))
    if len(lost) > _MANY:
        lost = list({pointer: (element, attribute, pointer) for element, attribute, pointer in reversed(lost)}.values())
        lost.reverse()
    for element, attribute, pointer in lost:
        close = nearest(pointer[1:], frozenset(document.ids)) if len(lost) <= _MANY else ""
        hint = f"did you mean #{close}?" if close else None
        message = f"@{attribute} points to {pointer}, which no element has as xml:id"
        yield Issue("R402", message, element, attribute, hint)


def _is_lost(pointer: str, document: Context) -> bool:
    # A pointer with a parenthesis is an XPointer expression such as #range(…).
    if len(pointer) <= 1 or pointer[0] != "#" or "(" in pointer or pointer[1:] in document.ids:
        return False
    from urllib.parse import unquote  # noqa: PLC0415 - most pointers find their target as they are

    return unquote(pointer[1:]) not in document.ids
