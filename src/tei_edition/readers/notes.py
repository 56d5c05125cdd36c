"""Notes of the editor, corrections, notes on the author, and page furniture among paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.dates import written_dates
from tei_edition.core.span import Span
from tei_edition.model.article import Stated
from tei_edition.readers.pieces import Attributes, Piece
from tei_edition.readers.words import newspaper_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_CONTINUED = re.compile(
    r"[(\[]?\s*(?:(?:article )?continued (?:on|from|in)|see(?:\s+(?-i:[A-Z][A-Z ]*),)?|turn to|more on)\s+"
    r"(?:next |previous |back )?"
    r"(?:pages?|p\.|column|col\.)\s*[\w, ]{0,20}[)\].]*"
    r"|[(\[]?(?:continued|fortsetzung (?:folgt|auf .{1,20})|suite page \d+)[)\].]*",
    re.IGNORECASE,
)
_CLICK = re.compile(
    r"(?:[*•»>-]+\s*)?[(\[]?(?:click here|read more|see more|advertisement|continue reading)\b.{0,60}", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"page\s+[A-Z]?\d{1,4}|\d{1,3}|[-–—\[(]\s?\d{1,4}\s?[-–—\])]", re.IGNORECASE)
_EDITORIAL = re.compile(
    r"[\[(*_]*(?:editors?['’]?s?['’]? notes?|note (?:from|by|of) the editors?|anm(?:erkung)?\. d(?:er)?\. red|ndlr)\b",
    re.IGNORECASE,
)
_CORRECTION = re.compile(r"(?:correction|clarification|erratum)s?\b(?:\s*:|(?:.{0,30}\d{4})?\s*$)", re.IGNORECASE)
_PRINTED = re.compile(
    r"a version of this (?:article|obituary|story|review|op-ed|column)\b.{0,20}\bappear", re.IGNORECASE
)
_CRAFTS = "editor|reporter|writer|correspondent|columnist|author|contributor|reporting|professor|critic|photographer"
_AUTHOR = re.compile(
    r"(?:the (?:author|writer) is|[A-ZÀ-Þ][\w.'’-]+ (?:[A-ZÀ-Þ][\w.'’-]+ ){1,3}"
    rf"(?:is an?|is the|covers|reported from|contributed)\b.{{0,80}}\b(?:{_CRAFTS})\b)"
)
_CAPTION = re.compile(
    r"\[(?:illustration|photo(?:graph)?|picture|map|chart|cartoon|image)\b[^\]]*\]"
    r"|(?:photo(?:graph)?|picture|image|cartoon)s?\s*:\s*\S.{0,200}"
    r"|(?:photo(?:graph)?|picture|image|cartoon)s?\s+(?:by|courtesy(?: of)?)\s+\S.{0,200}"
    r"|(?:(?:photo|picture)\s+)?captions?\s*:\s*\S.{0,400}"
    r"|.{0,400}(?:[(/]|\bvia )(?:getty images|associated press|reuters|agence france-presse|afp|ap photo)\b[^.]{0,40}",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\[(?:illustration|photo|picture|map|chart|cartoon|image)", re.IGNORECASE)
_SHORT = 40
_SENTENCE = 9
_NEAR_END = 4
_LAST = 2
_SOURCE_WORDS = 14
_SOURCE_TAIL = 16


def furniture(unit: Unit) -> Attributes | None:
    """Return the attributes of the ``fw`` that a line is: where a text goes on, a page's number; None for others."""
    if unit.words > 12:  # noqa: PLR2004 - furniture is short
        return None
    if _CONTINUED.fullmatch(unit.text):
        return (("type", "catch"),)
    if _CLICK.fullmatch(unit.text):
        return (("type", "footer"), ("subtype", "navigation"))
    if _PAGE_NUMBER.fullmatch(unit.text):
        return (("type", "pageNum"),)
    return None


def is_caption(unit: Unit) -> bool:
    """Tell a line that names or describes a picture, or says who took it."""
    return bool(_CAPTION.fullmatch(unit.text))


def note(units: Sequence[Unit]) -> tuple[Piece | None, int]:
    """Return the note that begins with the first unit and how many units it takes; None and 0 where none begins."""
    unit = units[0]
    if _CORRECTION.match(unit.text) and len(units) > 1 and unit.words <= 8:  # noqa: PLR2004 - its heading
        span = Span(unit.span.start, units[1].span.end)
        return Piece("note", span, (("type", "correction"),), (_p(unit), _p(units[1]))), 2
    kind = _kind(unit, last=len(units) == 1)
    if kind is None and len(units) <= _LAST and is_source_line(unit):
        kind = "publication"
    if kind is None:
        return None, 0
    return Piece("note", unit.span, (("type", kind),), (_p(unit),)), 1


def _kind(unit: Unit, *, last: bool) -> str | None:
    if _EDITORIAL.match(unit.text):
        return "editorial"
    if _CORRECTION.match(unit.text) and unit.words > 1:
        return "correction"
    if _PRINTED.match(unit.text):
        return "publication"
    bracketed = (
        not _PICTURE.match(unit.text)
        and unit.text.startswith("[")
        and unit.text.endswith("]")
        and unit.words >= _SENTENCE
    )
    if bracketed and unit.text.count("[") == 1:
        return "editorial"
    return "author" if last and unit.words <= _SHORT and _AUTHOR.match(unit.text) else None


def is_source_line(unit: Unit) -> bool:
    """Tell a line at the end that names a periodical with its date ("(The Argus, 8 May 1926)")."""
    if unit.words > _SOURCE_WORDS:
        return False
    bare = unit.text.strip("()[]. ")
    date = next(written_dates(bare), None)
    if date is None or len(bare) - date[0].end > _SOURCE_TAIL:
        return False
    name = bare[: date[0].start]
    verbs = [word for word in name.split() if word.islower() and len(word) > 3]  # noqa: PLR2004 - of, the, und
    return (
        not verbs
        and bool(newspaper_words().periodical.search(name))
        and name.rstrip().endswith((",", ";", "(", ":", "."))
    )


def _p(unit: Unit) -> Piece:
    return Piece("p", unit.span)


def printed(units: Sequence[Unit], text: str) -> tuple[Stated | None, Stated | None]:
    """Return date and page of the printed paper, where a note at the end says when and where the article appeared."""
    for unit in units[-_NEAR_END:]:
        if not (_PRINTED.match(unit.text) or is_source_line(unit)):
            continue
        line = unit.span.of(text)
        date = next(written_dates(line), None)
        page = re.search(r"\b[Pp]age\s+(?P<n>[A-Z]{0,2}\d{1,3})\b", line)
        start = unit.span.start
        return (
            Stated(date[1], date[0].shifted(start)) if date else None,
            Stated(page["n"], Span(*page.span("n")).shifted(start)) if page else None,
        )
    return None, None
