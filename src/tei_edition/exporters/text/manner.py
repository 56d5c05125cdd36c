"""How a flavour of plain text shows what is no word: marks, breaks, brackets, emphasis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.exporters.text.options import Flavour
    from tei_edition.tei.text import Reading


@dataclass(frozen=True, slots=True)
class Manner:
    """What a flavour does.

    Attributes:
        reading: Which child of each ``choice`` is shown.
        typographic: Whether typewriter marks are replaced and missing quotation marks set.
        signs: Whether editorial signs (brackets, bullets, note numbers) stand in the text.
        markdown: Whether structure is shown in Markdown.
        notes: Whether notes are kept.
        entities: Whether names and dates are marked for ``tokens``.
    """

    reading: Reading = "reading"
    typographic: bool = True
    signs: bool = True
    markdown: bool = False
    notes: bool = True
    entities: bool = False


def manner(flavour: Flavour, *, notes: bool = True) -> Manner:
    """Return what a flavour does."""
    if flavour == "diplomatic":
        return Manner(reading="original", typographic=False, notes=notes)
    if flavour == "normalised":
        return Manner(typographic=False, signs=False, notes=notes)
    return Manner(markdown=flavour == "markdown", notes=notes)
