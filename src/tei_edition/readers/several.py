"""Several articles in one text: letters columns, “25 and 50 years ago”, whole issues. Where each of them begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.readers.bylines import is_byline
from tei_edition.readers.datelines import is_date_line
from tei_edition.readers.furniture import is_rule
from tei_edition.readers.headlines import is_capitalised, is_known_label, may_be_headline
from tei_edition.readers.letters import closes_letter, is_salutation
from tei_edition.readers.masthead import has_name_of_periodical, states_issue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_STRONG_RULE = re.compile(r"(?:=\s*){5,}|(?:#\s*){3,}|(?:_\s*){5,}|(?:-\s*){8,}|(?:\*\s*){6,}")
_BARE_DATE = re.compile(r"(?:[^\W\d_]+day,?\s+)?(?:[^\W\d_]+\.?\s+)?\d{1,2}\S{0,2}\s*(?:[^\W\d_]+\.?)?,?\s+\d{4}")
_CHAPTER = re.compile(r"(?:chapter|part|book|section|no\.?|[IVXLC]+)\b", re.IGNORECASE)
_WIDE_GAP = 3
_MOST_HEADS = 6
_PARAGRAPH_WORDS = 10


def beginnings(units: Sequence[Unit], text: str) -> tuple[int, ...]:
    """Return the indexes at which a further article begins; none for a text that is one article.

    An article begins below a heavy rule; with the headings above a byline, a salutation or a date that stands alone
    before running text; with a heading in capitals below a wide gap; and with a masthead of its own.

    Args:
        units: The units of the text below the masthead.
        text: The text that they are spans of.
    """
    found: list[int] = []
    titled = _first_letter_is_titled(units)
    previous = 0
    for index in range(1, len(units)):
        start = _beginning(units, index, text, previous, titled=titled)
        if start is not None and start > previous and _has_paragraph(units[previous:start], text):
            found.append(start)
            previous = start
    return tuple(found)


def _beginning(units: Sequence[Unit], index: int, text: str, previous: int, *, titled: bool) -> int | None:
    """Return where the article begins that the unit at ``index`` shows; None where it shows none."""
    unit, above = units[index], units[index - 1]
    if is_rule(above):
        heading = (_is_heading(unit) and is_capitalised(unit.text)) or is_salutation(unit)
        return index if _STRONG_RULE.fullmatch(above.text) or heading else None
    if unit.gap >= _WIDE_GAP and _is_heading(unit) and unit.text.isupper() and not _CHAPTER.match(unit.text):
        return index
    if is_salutation(unit):
        return _above(units, index, text, previous) if titled else index
    if states_issue(unit, text):
        following = units[index + 1] if index + 1 < len(units) else unit
        below_name = closes_letter(above) and not has_name_of_periodical(above)
        alone = _BARE_DATE.fullmatch(unit.text) and not below_name and not is_salutation(following)
        return _above(units, index, text, previous) if alone or not is_date_line(unit, text) else None
    if is_byline(unit) and unit.gap and unit.text[:3].lower() == "by ":
        start = _above(units, index, text, previous)
        return start if start < index else None
    return None


def _above(units: Sequence[Unit], index: int, text: str, previous: int) -> int:
    """Return the index of the first of the headings that stand right above a unit."""
    start = index
    while start - 1 > previous and index - start < _MOST_HEADS:
        unit = units[start - 1]
        if not _is_heading(unit):
            break
        # Between two letters, the last line that can close the first one ends it.
        if is_date_line(unit, text) or _signs(units, start - 1, text):
            break
        start -= 1
    return start


def _is_heading(unit: Unit) -> bool:
    """Tell a line that can be a heading: no byline, rule, picture or “(To be continued)”."""
    if is_byline(unit) or is_rule(unit) or is_salutation(unit) or unit.text[:1] in "([":
        return False
    return may_be_headline(unit)


def _signs(units: Sequence[Unit], index: int, text: str) -> bool:
    """Tell a name in capitals, or one with a dash, that stands right below a paragraph: a signature."""
    unit, above = units[index], units[index - 1]
    if is_known_label(unit) or has_name_of_periodical(unit):
        return False
    named = closes_letter(unit) and (unit.text.isupper() or unit.text[:1] in "-–—")
    return named and not is_date_line(above, text) and above.words >= _PARAGRAPH_WORDS


def _first_letter_is_titled(units: Sequence[Unit]) -> bool:
    """Tell whether the first salutation has a heading of its own right above it."""
    first = next((index for index, unit in enumerate(units) if is_salutation(unit)), 0)
    return first > 0 and may_be_headline(units[first - 1]) and not is_known_label(units[first - 1])


def _has_paragraph(units: Sequence[Unit], text: str) -> bool:
    long = (unit for unit in units if unit.words >= _PARAGRAPH_WORDS)
    return any(not (unit.is_prose and (is_date_line(unit, text) or may_be_headline(unit))) for unit in long)
