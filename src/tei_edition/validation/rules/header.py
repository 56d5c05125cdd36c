"""R462, R463: a header that lacks what TEI asks for, or has it in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_NEEDED = {
    "TEI": ("teiHeader",),
    "teiHeader": ("fileDesc",),
    "fileDesc": ("titleStmt", "publicationStmt", "sourceDesc"),
    "titleStmt": ("title",),
}


def check(document: Context) -> Iterator[Issue]:
    """Yield what is missing (R462) and a publicationStmt that does not begin with an agency (R463).

    Source: TEI Guidelines, HD "Minimal and Recommended Headers" and "Publication, Distribution, Licensing, etc.".
    """
    yield from _missing(document)
    for element in document.named("publicationStmt"):
        first = next(element.iterchildren("*"), None)
        if first is not None and not is_tei(first, "publisher", "distributor", "authority", "p", "ab"):
            yield Issue("R463", f"<publicationStmt> begins with <{local_name(first)}>", first)


def _missing(document: Context) -> Iterator[Issue]:
    for name, needed in _NEEDED.items():
        for element in document.named(name):
            there = {local_name(child) for child in element.iterchildren("*")}
            for missing in needed:
                if missing not in there:
                    yield Issue("R462", f"<{name}> has no <{missing}>", element)
    for element in document.named("publicationStmt", "sourceDesc"):
        if not len(element):
            yield Issue("R462", f"<{local_name(element)}> is empty", element)
