"""E502: entries of the registers that nothing in the file points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID, local_name
from tei_edition.validation.context import Context, within
from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import POINTING

if TYPE_CHECKING:
    from collections.abc import Iterator


_ENTRIES = ("person", "personGrp", "place", "org", "event", "bibl", "biblStruct")


def check(document: Context) -> Iterator[Issue]:
    """Yield entries of standOff that no pointer of the file names, where the file has a text.

    Source: TEI Guidelines, SA "The standOff Container".
    """
    if next(document.named("text"), None) is None:
        return
    mentioned = {pointer.removeprefix("#") for _, pointer, _ in document.pointers(*POINTING)}
    for element in document.named(*_ENTRIES):
        identifier = element.get(XML_ID)
        if identifier and identifier not in mentioned and within(element, "standOff"):
            yield Issue("E502", f'nothing points to <{local_name(element)} xml:id="{identifier}">', element)
