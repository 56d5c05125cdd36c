"""R465: a paragraph after what closes its division. Source: TEI Guidelines, DS "Elements Common to All Divisions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_CLOSING = ("closer", "trailer", "postscript")
_EITHER = ("byline", "dateline", "signed", "salute", "epigraph", "argument")
_BLOCKS = ("p", "ab", "lg", "list", "table", "quote", "said", "q", "cit", "sp")


def check(document: Context) -> Iterator[Issue]:
    """Yield the first paragraph or block after a closing part of each division."""
    for division in document.named("div", "body"):
        begun, closing = False, None
        for child in division.iterchildren("*"):
            if is_tei(child, *_BLOCKS) and closing is not None:
                yield Issue("R465", f"<{local_name(child)}> comes after <{closing}>, which closes its division", child)
                break
            begun = begun or is_tei(child, *_BLOCKS)
            if is_tei(child, *_CLOSING) or (begun and is_tei(child, *_EITHER)):
                closing = local_name(child)
