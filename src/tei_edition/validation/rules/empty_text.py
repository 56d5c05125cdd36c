"""R411, R412: titles, headings and names without text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.tei.text import text_before, text_of
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_HEADINGS = ("title", "head")
_NAMES = ("persName", "placeName", "orgName", "geogName", "eventName", "name", "rs", "author", "publisher")
_SUBSTITUTES = ("gap", "graphic", "figure", "g", "ptr", "space", "unclear", "formula")


def check(document: Context) -> Iterator[Issue]:
    """Yield titles and headings (R411) and names (R412) that hold neither text nor what stands for it.

    Source: TEI Guidelines, HD "The Title Statement"; CO "Names, Numbers, Dates, Abbreviations, and Addresses".
    """
    for code, names in (("R411", _HEADINGS), ("R412", _NAMES)):
        for element in document.named(*names):
            if text_before(element).strip():
                continue
            if not text_of(element).strip() and not any(is_tei(inner, *_SUBSTITUTES) for inner in element.iter("*")):
                yield Issue(code, f"<{local_name(element)}> is empty", element)
