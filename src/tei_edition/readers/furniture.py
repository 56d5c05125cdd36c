"""Furniture of web pages around an article: navigation, copyright, links to other versions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.readers.words import newspaper_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_PHRASES = re.compile(
    r"^(?:(?:back|return|go) to\b.*|(?:the )?front page\b.*|home(?: ?page)?|top of (?:the )?page|text[- ]version.*|"
    r"printer[- ]friendly.*|print (?:this|version).*|e-?mail this.*|click here\b.*|copyright\b.*|©.*|\(c\) ?\d{4}.*|"
    r"all rights reserved.*|this is an? (?:digiti[sz]ed|scanned|archived) version.*|site map|contact us|about us|"
    r"subscribe.*|related (?:articles?|links?).*|share (?:this|on).*|"
    r"(?:share|tweet|print|email|save|copy link|facebook|twitter|whatsapp|linkedin|reddit|(?:\d+ )?comments?)|"
    r"next (?:article|page|story)|previous (?:article|page|story)|(?:skip to )?main (?:content|menu|page)|more news.*|"
    r"zurück.*|startseite.*|seitenanfang.*|retour.*|accueil.*)$",
    re.IGNORECASE,
)
_SEGMENTS = re.compile(r"\s+[|•·¦>»›]\s+|\s\|\s?|\s?\|\s")
_BRACKETED = re.compile(r"(?:\[[^\]]{2,40}\]\s*){2,}")
_PAGE = re.compile(
    r"(?:page|p\.|pg\.|section|sec\.)\s*[A-Z]{0,2}-?\d{0,3}[A-Z]?(?:[;,.]\s*(?:page|p\.|column|col\.|section|part)?"
    r"\s*[\w-]{1,4}){0,3}(?:[;,]\s*[\w' ]{3,30}\bdesk)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
_RULE = re.compile(r"(?:[*#•~=_·—-]\s*)+")
_CATALOGUE = re.compile(
    r"[\d,.]{2,7} words|(?:length|load-date|document|article id|language|dateline|section)\s*:.*|(?:issn|isbn|doi)\b.*"
    r"|(?:(?:first|second|third|early|late|final|city|national|evening|morning|weekend|home|sunday|metro)\s+){1,2}edition"
    r"\b.{0,20}|(?:english|german|french|spanish|italian|polish|russian|deutsch|français|español)"
    r"|(?:price:?\s+)?(?:(?:one|two|three|five|ten|\d{1,2})[ -]?(?:penny|pence|cents?|centimes|pfennig)|twopence)\.?"
    r"|(?:https?://|www\.)\S+|published on .* \(\S+\)|(?:created|posted|submitted|published)\b.*\d{4}.*"
    r"|\d{1,2}[ -]min(?:ute)?s? read",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Za-z-]{4,12}:")
_MOST_WORDS = 30
_SEGMENT_WORDS = 7


def is_navigation(unit: Unit) -> bool:
    """Tell a line of links or legal notices: short pieces between bars, or one of the usual phrases."""
    if not unit.text or unit.words > _MOST_WORDS:
        return False
    if _PHRASES.match(unit.text) or _BRACKETED.fullmatch(unit.text + " "):
        return not unit.text.endswith("?")
    pieces = _SEGMENTS.split(unit.text)
    return len(pieces) > 1 and all(len(piece.split()) <= _SEGMENT_WORDS for piece in pieces)


def is_rule(unit: Unit) -> bool:
    """Tell a line of asterisks, dashes or the like."""
    return bool(_RULE.fullmatch(unit.text))


def is_page(unit: Unit) -> bool:
    """Tell a line above the text that says where in the paper it stood ("Page A1"), or names a field ("HEADLINE:")."""
    return unit.words <= _MOST_WORDS and bool(_PAGE.fullmatch(unit.text) or _FIELD.fullmatch(unit.text))


def is_catalogue(unit: Unit) -> bool:
    """Tell a line that an archive puts above or below a headline: length, edition, language, price, address."""
    return unit.words <= _SEGMENT_WORDS and bool(_CATALOGUE.fullmatch(unit.text))


def is_credit(unit: Unit) -> bool:
    """Tell a line that says who made the digital text, and from what ("Transcribed by …", "Source: …")."""
    return bool(newspaper_words().credit.match(unit.text))


def footer_start(units: Sequence[Unit], first: int) -> int:
    """Return the index at which the footer begins: the last run of navigation, blank lines before it included.

    Args:
        units: All units of the text.
        first: Index of the first unit that may belong to it.
    """
    start = len(units)
    for index in range(len(units) - 1, first - 1, -1):
        if is_navigation(units[index]):
            start = index
        elif units[index].text:
            break
    while start < len(units) and start > first and not units[start - 1].text:
        start -= 1
    return start


def header_end(units: Sequence[Unit]) -> int:
    """Return how many units from the top are navigation (blank lines after it included)."""
    end = 0
    for index, unit in enumerate(units):
        if unit.text and (not is_navigation(unit) or _YEAR.search(unit.text)):
            break
        if unit.text:
            end = index + 1
    while 0 < end < len(units) and not units[end].text:
        end += 1
    return end
