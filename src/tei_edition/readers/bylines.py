"""Bylines above an article and signatures below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.article import Stated

if TYPE_CHECKING:
    from tei_edition.readers.lines import Unit

_LETTER = r"[^\W\d_]"
_NAME_WORD = (
    rf"(?:{_LETTER}\.(?:[-\s]?{_LETTER}\.)*|[A-ZÀ-ÞŁŚŻŹČŠŽĀĒĪŪ](?:{_LETTER}|['’-])+\.?|Mc{_LETTER}+|O['’]{_LETTER}+)"
)
_PARTICLE = r"(?:de|del|della|di|da|du|van|von|der|den|bin|al|la|le|y|ten|ter|zu)"
_PERSON = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_NAME_WORD}){{1,4}}(?:,?\s+(?:Jr|Sr|JR|SR|II|III)\.?)?"
_AND = re.compile(r"\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s+AND\s+|\s*&\s*|\s+und\s+|\s+et\s+|\s+y\s+)", re.IGNORECASE)
_BY = re.compile(
    r"^(?:by|von|par|por|di|text by|story by|reported by|written by)\s*[:\s]\s*(?P<names>\S.*)$", re.IGNORECASE
)
_SPECIAL = re.compile(
    r"^(?:(?:by\s+)?(?:special(?:ly)?|wireless|(?:special\s+)?cable|telegraph|mail)\s+"
    r"(?:correspondence\s+|cable\s+|dispatch\s+)?(?:to|for)\s+.{3,60}"
    r"|(?:the\s+)?associated press|reuters|united press(?: international)?|agence france-presse"
    r"|staff (?:writer|reporter))\.?$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"^the\b|\b(?:press|reuters|times|news|tribune|post|herald|agency|service|staff|agence|united|associated)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(rf"^(?:[-–—]{{1,3}}\s*)(?P<names>{_PERSON}(?:(?:,|\s+and|\s+AND|\s*&)\s+{_PERSON})*)\s*[.]?$")
_ROMAN = re.compile(r"I{2,3}|IV|VI{0,3}")
_END = re.compile(r"(?:[\s\u00a0,]|(?<![JS]r)(?<![JS]R)\.)+$")
_ONE = re.compile(rf"^{_PERSON}$")
_MOST_WORDS = 14


def is_byline(unit: Unit) -> bool:
    """Tell a line that says who wrote or sent the article ("By JOHN SMITH", "Special to …", an agency)."""
    if not unit.text or unit.words > _MOST_WORDS:
        return False
    match = _BY.match(unit.text)
    if match:
        # "By and large …" is no byline: the next word begins with a capital.
        return match["names"][:1].isupper() and not unit.text.endswith(("?", "!", ":", ";"))
    return bool(_SPECIAL.match(unit.text))


def is_signature(unit: Unit) -> bool:
    """Tell a line at the end that holds a dash and one name or several ("- MAURICE WILLIAMS")."""
    return bool(unit.text) and unit.words <= _MOST_WORDS and bool(_SIGNATURE.match(unit.text))


def authors(unit: Unit, text: str) -> tuple[Stated, ...]:
    """Return the persons that a byline or signature names, in normal case; none where it names an agency only."""
    line = unit.span.of(text)
    if _SPECIAL.match(unit.text):
        return ()
    match = _BY.match(line) or _SIGNATURE.match(line.rstrip("\u00a0 \t"))
    if not match:
        return ()
    found: list[Stated] = []
    position, end = match.start("names"), len(_END.sub("", line))
    for separator in [*_AND.finditer(line, position, end), None]:
        piece_end = separator.start() if separator else end
        piece = line[position:piece_end]
        agency = bool(_AGENCY.search(piece))
        if agency or _ONE.match(piece):
            span = Span(unit.span.start + position, unit.span.start + piece_end)
            element = "orgName" if agency else "persName"
            found.append(Stated(normal_case(" ".join(piece.split())), span, element))
        position = separator.end() if separator else end
    return tuple(found)


def normal_case(name: str) -> str:
    """Return a name with its words in capitals written with one capital each; initials and II, III stay as they are."""
    words = re.sub(r"[^\W\d_]{2,}", _capitalised, name)
    words = re.sub(r"\bMc([a-z])", lambda word: "Mc" + word[1].upper(), words)
    if name.isupper():
        words = re.sub(rf"(?<=\s)({_PARTICLE})\b", lambda word: word[1].lower(), words, flags=re.IGNORECASE)
    return re.sub(r"['’]S\b", lambda word: word.group().lower(), words)


def _capitalised(word: re.Match[str]) -> str:
    text = word.group()
    return text.capitalize() if text.isupper() and not _ROMAN.fullmatch(text) else text
