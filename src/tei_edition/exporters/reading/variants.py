"""Which of several readings stands in the text: of each ``choice`` and of each ``app``.

Source: TEI Guidelines, COEDREG "Simple Editorial Changes"; TCAPEN "The Apparatus Entry, Readings, and Witnesses".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.tei.text import Reading

_ORIGINAL = frozenset({"sic", "orig", "abbr"})
_REPAIRED = frozenset({"corr", "reg", "expan", "supplied"})


def is_displayed(element: Element, reading: Reading = "reading") -> bool:
    """Tell whether a child of ``choice`` or ``app`` stands in the text of this reading (true for any other element)."""
    parent = element.getparent()
    if parent is None:
        return True
    if is_tei(parent, "choice"):
        return element in chosen(parent, reading)
    if is_tei(parent, "app", "rdgGrp"):
        return element is _first_reading(parent)
    return True


def chosen(choice: Element, reading: Reading = "reading") -> list[Element]:
    """Return the children of a ``choice`` that stand in the text: those of the reading, or all where it has none."""
    skipped = _REPAIRED if reading == "original" else _ORIGINAL
    children = [child for child in choice if isinstance(child.tag, str)]
    return [child for child in children if local_name(child) not in skipped] or children


def lemma(app: Element) -> Element | None:
    """Return the reading of an ``app`` that stands in the text: its ``lem``, else its first ``rdg``, grouped or not."""
    shown = _first_reading(app)
    return lemma(shown) if shown is not None and is_tei(shown, "rdgGrp") else shown


def other_readings(app: Element) -> list[Element]:
    """Return all else that an ``app`` holds: readings, notes, and what is grouped with the one that is shown."""
    shown = _first_reading(app)
    found: list[Element] = []
    for child in app:
        if child is shown and is_tei(child, "rdgGrp"):
            found += other_readings(child)
        elif child is not shown and isinstance(child.tag, str):
            found.append(child)
    return found


def _first_reading(app: Element) -> Element | None:
    """Return the child of an ``app`` or ``rdgGrp`` that is its reading in the text, or has it."""
    for wanted in ("lem", "rdg", "rdgGrp"):
        for child in app:
            if is_tei(child, wanted):
                return child
    return None


def witnesses(reading: Element) -> str:
    """Return the sigla of the witnesses of a reading as ``A B``; empty where none is named."""
    return " ".join(pointer.rpartition("#")[2] for pointer in reading.get("wit", "").split())
