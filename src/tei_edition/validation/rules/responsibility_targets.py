"""R406: @resp that points straight to a person or organisation. Source: specification of att.global.responsibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_NO_STATEMENTS = ("person", "org", "place", "event", "p", "ab", "div", "head", "seg", "item", "said", "quote", "q")


def check(document: Context) -> Iterator[Issue]:
    """Yield every @resp whose target is a register entry rather than a statement of responsibility."""
    for attribute, pointer, elements in document.pointers("resp"):
        target = document.ids.get(pointer[1:]) if pointer.startswith("#") else None
        if target is not None and is_tei(target, *_NO_STATEMENTS):
            message = f"@resp points to {pointer}, a <{local_name(target)}>"
            yield from (Issue("R406", message, element, attribute) for element in elements)
