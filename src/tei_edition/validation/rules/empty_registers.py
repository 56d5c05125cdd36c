"""R464: a register without an entry. Source: TEI Guidelines, ND; specifications of listPerson, listPlace, listOrg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_LISTS = ("listPerson", "listPlace", "listOrg", "listEvent", "listBibl", "standOff")


def check(document: Context) -> Iterator[Issue]:
    """Yield every register that holds no entry."""
    for element in document.named(*_LISTS):
        if not any(not is_tei(child, "head", "desc") for child in element.iterchildren("*")):
            yield Issue("R464", f"<{local_name(element)}> holds no entry", element)
