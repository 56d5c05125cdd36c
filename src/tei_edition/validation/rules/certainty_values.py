"""R423: @cert in a form that TEI does not know. Source: specification of teidata.probCert."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_DEGREES = frozenset({"high", "medium", "low", "unknown"})
_NUMBER = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?"


def check(document: Context) -> Iterator[Issue]:
    """Yield every @cert that is neither a degree in words nor a number from 0 to 1."""
    for attribute, value, elements in document.values("cert"):
        word = value.strip()
        if word in _DEGREES or (re.fullmatch(_NUMBER, word) and 0 <= float(word) <= 1):
            continue
        close = nearest(word, _DEGREES)
        hint = f'write "{close}"' if close else None
        yield from (Issue("R423", f'@cert may not be "{value}"', element, attribute, hint) for element in elements)
