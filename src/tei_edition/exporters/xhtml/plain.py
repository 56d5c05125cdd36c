"""Which tags are left plain: those of programs that nobody has reviewed, or that are too uncertain.

Source: TEI Guidelines, STGAso "Sources, certainty, and responsibility"; HD "The Responsibility Statement".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tei.names import NSMAP, XML_ID, is_tei

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.presentation import Presentation

_LEVELS = {"": 0.0, "unknown": 0.0, "low": 0.3, "medium": 0.6, "high": 0.9}
_TAGS = frozenset(
    """persName placeName orgName geogName eventName objectName name rs title bibl date time num measure q quote said
    soCalled mentioned foreign term forename surname roleName""".split()
)


class Plain(NamedTuple):
    """Tells which tags of a document lose their markup, never their words."""

    programs: frozenset[str]
    reviewed: bool
    least: float

    def covers(self, element: Element, name: str) -> bool:
        """Tell whether an element named ``name`` is left plain."""
        if name not in _TAGS:
            return False
        agents = {pointer.rpartition("#")[2] for pointer in element.get("resp", "").split()}
        if not agents or not agents <= self.programs:
            return False
        return self.reviewed or _certainty(element.get("cert", "")) < self.least


def plain_of(tei: Element, presentation: Presentation) -> Plain | None:
    """Return what is left plain in a document; None where everything is shown as it is tagged."""
    if not (presentation.reviewed or presentation.certainty):
        return None
    programs = {
        statement.get(XML_ID, "")
        for statement in tei.iterfind("t:teiHeader//t:respStmt", NSMAP)
        if any(is_tei(child, "name") and child.get("type") == "software" for child in statement)
    }
    return Plain(frozenset(programs), presentation.reviewed, _LEVELS[presentation.certainty])


def _certainty(value: str) -> float:
    if value in _LEVELS:
        return _LEVELS[value]
    try:
        return float(value)
    except ValueError:
        return 0.0
