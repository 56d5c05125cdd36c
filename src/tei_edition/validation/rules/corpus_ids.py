"""E503: an xml:id that another file of the corpus has too. Source: TEI Guidelines, CO "Reference Systems"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID
from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield ids of other files; those of register entries, which files repeat, and of the header are not meant."""
    if document.corpus is None:
        return
    others = {name: ids for name, ids in document.corpus.items() if name != document.name}
    for element, attribute, value in document.carrying(XML_ID):
        name = next((name for name, ids in others.items() if value in ids), None)
        if name and not within(element, "standOff", "teiHeader"):
            yield Issue("E503", f'xml:id "{value}" is taken: {name} has it too', element, attribute)
