"""R466: citeData after citeStructure, and wrong paths. Source: TEI Guidelines, SA "Citation Structures"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield citeData in the wrong place, an outer @match without a slash at its beginning, and an inner one with it."""
    for element in document.named("citeData"):
        if any(is_tei(before, "citeStructure") for before in element.itersiblings("*", preceding=True)):
            yield Issue("R466", "<citeData> comes after <citeStructure>", element)
    for element in document.named("citeStructure"):
        parent, match = element.getparent(), element.get("match", "")
        inner = parent is not None and is_tei(parent, "citeStructure")
        if match and inner == match.startswith("/"):
            rule = "may not begin with / inside another" if inner else "must begin with /"
            yield Issue("R466", f"@match of <citeStructure> {rule}: {match}", element, "match")
