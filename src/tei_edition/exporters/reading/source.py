"""What a text was taken from: periodical, issue, date and pages of ``sourceDesc``, and a citation made of them.

Source: TEI Guidelines, COBICOL "Analytic, Monographic, and Series Levels"; COBICOB "Scopes and Ranges in
Bibliographic Citations".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.characters import collapsed
from tei_edition.core.typography import MARKS, typography
from tei_edition.exporters.reading.dates import written_date
from tei_edition.tei.names import NSMAP, is_tei
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SOURCE = "t:teiHeader/t:fileDesc/t:sourceDesc"
_LONG = 600
_UNITS = {"volume": "vol.", "issue": "no.", "page": "p."}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Source(NamedTuple):
    """Where a text comes from; empty strings where the header does not say.

    Attributes:
        citation: The source in one line, as a bibliography has it.
        periodical: Title of the newspaper or journal.
        volume: Its volume.
        issue: Its number.
        page: The page or pages.
        date: When it appeared: ``1997``, ``1997-04`` or ``1997-04-28``.
    """

    citation: str = ""
    periodical: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    date: str = ""


def source_of(tei: Element, language: str = "und") -> Source:
    """Read the ``sourceDesc`` of a document: its first structured or loose reference, else its prose.

    Args:
        tei: The ``TEI`` element.
        language: BCP 47 tag of the citation, for its dates and quotation marks.
    """
    description = tei.find(_SOURCE, NSMAP)
    if description is None:
        return Source()
    reference = next(
        (
            element
            for element in description.iter()
            if is_tei(element, "biblStruct", "bibl", "biblFull") and element.get("type") != "file"
        ),
        None,
    )
    if reference is None:
        return Source(citation=_prose(description)[:_LONG])
    scopes = {scope.get("unit", ""): _prose(scope) for scope in reference.iter() if is_tei(scope, "biblScope")}
    when = next((element for element in reference.iter() if is_tei(element, "date")), None)
    source = Source(
        periodical=next((_prose(title) for title in _titles(reference) if title.get("level") == "j"), ""),
        volume=scopes.get("volume", ""),
        issue=scopes.get("issue", ""),
        page=scopes.get("page", scopes.get("pp", "")),
        date=_date(when),
    )
    citation = _structured(reference, language) if is_tei(reference, "biblStruct") else _prose(reference)
    return Source(citation[:_LONG], source.periodical, source.volume, source.issue, source.page, source.date)


def _structured(reference: Element, language: str) -> str:
    authors = [_prose(element) for element in reference.iter() if is_tei(element, "author")]
    scopes = [_scope(element) for element in reference.iter() if is_tei(element, "biblScope")]
    places = [_prose(element) for element in reference.iter() if is_tei(element, "pubPlace", "publisher")]
    when = next((_written(element, language) for element in reference.iter() if is_tei(element, "date")), "")
    titles = [_title(element, language) for element in _titles(reference)]
    parts = [*dict.fromkeys(authors), *titles, *scopes, *places, when]
    return ", ".join(part.rstrip(" ,") for part in parts if part)


def _title(element: Element, language: str) -> str:
    words = _prose(element)
    if element.get("level") != "a" or not words or words[0] in MARKS:
        return words
    opening, closing = typography(language).pair(0)
    return f"{opening}{words}{closing}"


def _written(element: Element, language: str) -> str:
    words = _prose(element)
    return written_date(words or _date(element), language)


def _titles(reference: Element) -> list[Element]:
    return [element for element in reference.iter() if is_tei(element, "title")]


def _scope(element: Element) -> str:
    words = _prose(element)
    return f"{_UNITS.get(element.get('unit', ''), '')} {words}".strip() if words[:1].isdigit() else words


def _date(element: Element | None) -> str:
    if element is None:
        return ""
    match = _DATE.search(" ".join((element.get("when", ""), element.get("from", ""), _prose(element))))
    return match[0] if match else ""


def _prose(element: Element) -> str:
    return collapsed(text_of(element, "reading"))
