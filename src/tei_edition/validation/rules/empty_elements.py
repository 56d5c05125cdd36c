"""Elements that mark words and hold none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.names import is_tei, local_name, tei
from tei_edition.tei.text import text_of
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_MARKING = (
    "hi", "emph", "foreign", "term", "mentioned", "soCalled", "said", "quote", "q", "ref", "note", "item", "unclear",
    "abbr", "expan", "orig", "reg", "signed", "byline", "dateline", "salute", "trailer", "cit", "label", "num",
    "idno",
)  # fmt: skip
_SUBSTITUTES = tuple(tei(name) for name in (
    "gap", "graphic", "figure", "g", "ptr", "space", "formula", "table", "list", "media", "anchor", "lb", "pb", "cb",
    "bibl", "biblStruct", "damage", "supplied", "binaryObject", "notatedMusic", "milestone",
))  # fmt: skip
_DATING = ("when", "from", "to", "notBefore", "notAfter", "when-iso", "when-custom", "dur", "period")
_MARKS = "\"'“”„‘’«»‹›` \t\r\n"


def check(document: Context) -> Iterator[Issue]:
    """Yield elements without words or what stands for them, and dates that say nothing."""
    for element in document.named(*_MARKING):
        if is_tei(element, "orig", "reg") and text_of(element):
            # A mark or a space stands for another there, and is no word.
            continue
        words = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
        if not words.strip(_MARKS) and next(element.iter(*_SUBSTITUTES), None) is None:
            yield Issue("R430", f"<{local_name(element)}> holds no words", element)
    for element in document.named("date"):
        if not text_of(element).strip() and not len(element) and not any(map(element.get, _DATING)):
            yield Issue("R430", "<date> has neither words nor a date", element)
