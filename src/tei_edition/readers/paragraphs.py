"""Paragraphs that a text dump broke in the middle of a sentence, and subheads that it ran together with them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.readers.bylines import is_byline, is_signature
from tei_edition.readers.headlines import is_capitalised, is_subhead
from tei_edition.readers.lines import FORM_FEED, together
from tei_edition.readers.words import newspaper_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.readers.lines import Unit

FALSE_BREAK = "A613"
_CLOSED = re.compile(r"(?:[.!?:…][\s\"'”’)\]*]*|--|—|[\])*_])$")
_END = 80
_COMMA_QUOTE = re.compile(r"[,;][\"'”’]*$")
_INITIAL = re.compile(r"(?:^|\s)(?P<before>\S*)\s(?P<initials>(?:[A-HJ-UWYZ]\.\s?){1,2})$")
_GOES_ON = re.compile(
    r"\b(?:a|an|and|as|at|be|but|by|for|from|had|has|have|her|his|if|in|into|is|its|like|more|most|nor|of|on|or|our|"
    r"said|so|such|than|that|the|their|this|those|to|under|until|upon|was|were|when|where|which|who|whose|with|without)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?:\s?[\"'”’)]+)?\s+(?=[\"'“‘(]?[^\W\d_a-zß-ÿ])")
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_a-zß-ÿ][^\W\d_]{0,3}|\b(?:cf|etc|ft|inst|lb|oz|pp?|prox|ult|viz|vol|vs)|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_MARKED = re.compile(r"(?:[-–—―*•·]\s|\((?:[0-9]{1,3}|[a-z])\)\s|[0-9]{1,3}[.)]\s|[a-z]\)\s|Q\.\s)")
_CREDIT = re.compile(r"(?:\bvia [A-Z][\w ]+|/[A-Z][\w ]+|Getty Images|[Pp]hoto(?:graph)?s? by [\w. ]+)$")
_ENTRY = re.compile(r"(?:(?<![:\w])\d{4}|\d[\d,]*\.\d\d|\))$")
_ENTRY_LENGTH = 60
_WORD = re.compile(r"[^\W\d_]+")
_STARTERS = frozenset(
    "a after all although among an and another as at because before both but by during even for from he her his "
    "however if in it its many mr mrs ms miss dr no not of on once one since some still such the then there these "
    "they this though throughout to under until what when where while with yet".split()
)
_OPENING = "\"'“‘`("
_ADDRESSED = re.compile(r"(?:to|dear|sir|sirs|my|gentlemen|yours|sincerely|respectfully|faithfully)\b", re.IGNORECASE)
_FEWEST, _LONGEST_HEAD = 4, 12
_LONG = 80
_HEAD_WORDS = 8


def mended(units: Sequence[Unit], text: str, *, joining: bool = True, subheads: bool = True) -> tuple[Unit, ...]:
    """Return the units of running text, each paragraph whole.

    A paragraph goes on in the next unit where it stops in the midst of a sentence: without closing punctuation, or
    after an abbreviation that a name must follow. What looks like a heading, a verse or an entry of a list is left
    alone, and a subhead at the end of a paragraph becomes a unit of its own.

    Args:
        units: Units below the headlines, in their order.
        text: The text that they are spans of.
        joining: Whether false breaks are mended at all.
        subheads: Whether a subhead may have been run together with a paragraph.
    """
    common = _words_of(text)
    groups: list[list[Unit]] = []
    length = 0
    for unit in _with_subheads(units, text) if subheads else units:
        paged = bool(groups) and FORM_FEED in text[groups[-1][-1].span.end - 1 : unit.span.start + 1]
        if groups and joining and unit.gap and _goes_on(groups[-1][-1], unit, length, common, paged=paged):
            groups[-1].append(unit)
            length += len(unit.text)
        else:
            groups.append([unit])
            length = len(unit.text)
    return tuple(together(group) for group in groups)


@lru_cache(maxsize=1)
def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text, which a page asks for as often as it has stretches of running text."""
    return frozenset(_WORD.findall(text))


def _goes_on(last: Unit, unit: Unit, length: int, common: frozenset[str], *, paged: bool) -> bool:
    """Tell whether ``unit`` is the rest of the sentence in which ``last`` stops, ``length`` characters into it.

    Hard-wrapped paragraphs are whole but for those that a page's end has parted (``paged``).
    """
    end = last.text[-_END:]
    if (last.wrapped and not paged) or _stands_alone(last, unit):
        return False
    if _ends_in_title(end, unit.text, common):
        return True
    closed = bool(_CLOSED.search(end))
    if unit.text[:1].islower():
        return not closed or bool(_ABBREVIATED.search(end))
    if closed or is_subhead(last, unit) or _is_entry(end, unit):
        return False
    if length >= _LONG:
        return not (_heading_like(unit) and not _GOES_ON.search(end))
    return not is_capitalised(last.text) and _is_open(last, unit, end)


def _is_open(last: Unit, unit: Unit, end: str) -> bool:
    """Tell a short text that cannot end there: after a small word or a comma, before a small letter, or too long."""
    if _GOES_ON.search(end) or unit.text.lstrip(_OPENING)[:1].islower() or last.words > _LONGEST_HEAD:
        return True
    return bool(_COMMA_QUOTE.search(end)) and last.words >= _FEWEST and not _ADDRESSED.match(last.text)


def _stands_alone(last: Unit, unit: Unit) -> bool:
    """Tell two units of which one is no part of running text, or begins an item."""
    if not (last.is_prose and unit.is_prose) or _MARKED.match(unit.text) or not unit.text.strip("*_- "):
        return True
    return is_byline(last) or is_byline(unit) or is_signature(unit)


def _is_entry(end: str, unit: Unit) -> bool:
    """Tell a text that ends in a credit, or in a number before a short line: an entry of a list or a caption."""
    return bool(_CREDIT.search(end)) or (bool(_ENTRY.search(end)) and len(unit.text) <= _ENTRY_LENGTH)


def _ends_in_title(text: str, following: str, common: frozenset[str]) -> bool:
    """Tell a text that stops between a title or initial and the name ("… and Gen.", "… when John L.")."""
    first = _WORD.search(following)
    if first is None or not first.group()[:1].isupper():
        return False
    if newspaper_words().title.search(text):
        return True
    match = _INITIAL.search(text)
    starts_sentence = first.group().lower() in common
    return bool(match and match["before"][:1].isupper() and not match["before"].endswith(".") and not starts_sentence)


def _heading_like(unit: Unit) -> bool:
    """Tell a short line in capitals, or one that stands for itself: a section of what follows."""
    return unit.text.isupper() and unit.words <= _HEAD_WORDS and unit.words > 1


def _with_subheads(units: Sequence[Unit], text: str) -> Iterable[Unit]:
    """Yield the units, a subhead cut off from the end of each paragraph that has one there."""
    for index, unit in enumerate(units):
        following = units[index + 1] if index + 1 < len(units) else None
        cut = None if following is None else _subhead_cut(unit, following, text)
        if cut is None:
            yield unit
        else:
            paragraph, subhead = unit.split(cut, text)
            yield from (paragraph, replace(subhead, gap=1))


def _subhead_cut(unit: Unit, following: Unit, text: str) -> int | None:
    if not unit.is_prose or len(unit.text) < _LONG or not following.gap or _CLOSED.search(unit.text.rstrip("'\"’”")):
        return None
    start = max(unit.span.start, unit.span.end - _LONG)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, unit.span.end)]
    if not ends:
        return None
    head = text[ends[-1] : unit.span.end].strip()
    words = len(head.split())
    if not 1 < words <= _HEAD_WORDS and not head.startswith(("'", "‘")):
        return None
    if _COMMA_QUOTE.search(head) or not is_capitalised(head) or _GOES_ON.search(head):
        return None
    first = _WORD.search(following.text)
    quoted = head.startswith(("'", "‘")) and not head.startswith("''")
    begins = first is not None and first.group().lower() in _STARTERS
    return ends[-1] if quoted or (begins and following.words > _HEAD_WORDS and words > 1) else None
