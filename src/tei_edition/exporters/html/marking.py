"""Ids for what pages have to find again in a text: quotations with a speaker or source, and dates.

They are written into a copy, so that the transformation to XHTML carries them to the page.

Source: TEI Guidelines, COHQQ "Quotation"; CONADA "Dates and Times".
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.exporters.html.site import DateMention, Quotation
from tei_edition.exporters.reading.header import text
from tei_edition.exporters.reading.units import Unit
from tei_edition.tei.names import XML_ID, is_tei

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element as Element

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_USABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A copy of a unit, and what was given an id in it."""

    unit: Unit
    quotations: tuple[Quotation, ...]
    dates: tuple[DateMention, ...]


class _Names:
    """Gives ids to elements that have none."""

    def __init__(self, tei: Element) -> None:
        self._taken = Counter(value for node in tei.iter() if (value := node.get(XML_ID)))
        self._given = 0

    def of(self, element: Element, stem: str) -> str:
        """Return an element's xml:id, made where it has none; empty where it cannot be the id of one page element."""
        own = element.get(XML_ID, "")
        if own:
            return own if self._taken[own] == 1 and _USABLE.fullmatch(own) else ""
        while not own or own in self._taken:
            self._given += 1
            own = f"{stem}-{self._given}"
        self._taken[own] += 1
        element.set(XML_ID, own)
        return own


def marked(unit: Unit, entities: Collection[str]) -> Marked:
    """Return a copy in which every quotation with a known speaker or source and every date has an xml:id.

    Args:
        unit: A text; it is not changed.
        entities: Keys of the registers' entries.
    """
    tei = deepcopy(unit.tei)
    texts = tuple(tei[unit.tei.index(part)] for part in unit.texts)
    names = _Names(tei)
    quotations: list[Quotation] = []
    dates: list[DateMention] = []
    for element in (node for part in texts for node in part.iter("{*}said", "{*}q", "{*}quote", "{*}date")):
        if not is_tei(element):
            continue
        if is_tei(element, "date"):
            day, words = _day(element), text(element)
            if day and words and (identifier := names.of(element, "date")):
                dates.append(DateMention(identifier, day, words))
        elif (keys := _attributed(element, entities)) and (identifier := names.of(element, "quotation")):
            quotations.append(Quotation(identifier, keys, bool(element.get("who"))))
    return Marked(Unit(tei, texts), tuple(quotations), tuple(dates))


def _attributed(element: Element, entities: Collection[str]) -> tuple[str, ...]:
    """Return the entries of who speaks, else of what is quoted; none for the later parts of a divided quotation."""
    pointers = element.get("who") or element.get("source") or ""
    if element.get("prev"):
        return ()
    keys = (pointer.rpartition("#")[2] for pointer in pointers.split())
    return tuple(dict.fromkeys(key for key in keys if key in entities))


def _day(element: Element) -> str:
    for name in ("when", "from", "notBefore", "when-iso", "to", "notAfter"):
        if match := _DATE.match(element.get(name, "")):
            return match[0]
    return ""
