"""The masthead at the top of a raw article: periodical, volume, issue, date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.dates import MONTHS, written_dates
from tei_edition.core.span import Span
from tei_edition.model.article import Stated
from tei_edition.readers.bylines import normal_case
from tei_edition.readers.datelines import is_date_line
from tei_edition.readers.furniture import is_catalogue, is_page
from tei_edition.readers.headlines import is_capitalised, is_known_label, may_be_headline
from tei_edition.readers.words import newspaper_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_VOLUME = re.compile(
    r"\b(?:vol(?:ume)?|jahrgang|jg|tome|tomo|bd|año|année|anno|rok|ročník|årgang)\b\.?\s*[:#]?\s*(?P<n>\d{1,4}|[IVXLCDM]{1,9})\b",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?:\b(?:issue|number|n[uú]m(?:ero)?|num[eé]ro|nummer|numer|heft|číslo|nr|no)\b\.?|№|\bn[°º])\s*[:#]?\s*(?P<n>\d{1,3}(?:,\d{3})+|\d{1,5})\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:page|p|pp|seite|s)\b\.?\s*(?P<n>[A-Z]?\d{1,4}(?:[-–]\d{1,4})?)\b", re.IGNORECASE)
_LOGO = re.compile(r"\s*[(\[](?:logo|masthead|banner|flag)[)\]]", re.IGNORECASE)
_SEASONS = frozenset("spring summer autumn fall winter".split()) | frozenset(MONTHS)
_MOST_UNITS = 12
_NAME_WORDS = 6
_LINE_WORDS = 16


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above an article.

    Attributes:
        count: How many units from the top belong to it.
        periodical: Title of the periodical, without "(logo)" and the like.
        volume: Its number, in the form that the source uses.
        issue: As ``volume``.
        date: In W3C form.
        page: As ``volume``.
    """

    count: int = 0
    periodical: Stated | None = None
    volume: Stated | None = None
    issue: Stated | None = None
    date: Stated | None = None
    page: Stated | None = None


def masthead(units: Sequence[Unit], text: str, periodical: str | None = None) -> Masthead:
    """Recognise the masthead: the lines down to the last that has a volume, an issue or a date and little else.

    Args:
        units: The units of the text from its top.
        text: The text they are spans of.
        periodical: Title of the periodical where the user knows it.
    """
    known = periodical.casefold() if periodical else None
    count, name = 0, None
    for index, unit in enumerate(units[:_MOST_UNITS]):
        if states_issue(unit, text):
            count = index + 1
        elif name is None and _names_periodical(unit, units[index + 1 :], text, known):
            name, count = unit, index + 1
        elif not (_is_beside(unit, text) or (name is not None and _is_city(unit, units[index + 1 : index + 2], text))):
            break
    if not count:
        return Masthead()
    top = Span(units[0].span.start, units[count - 1].span.end)
    dates = next(written_dates(top.of(text)), None)
    return Masthead(
        count=count,
        periodical=_periodical(name, text) or _beside_date(units[:count], text),
        volume=_number(_VOLUME, text, top),
        issue=_number(_ISSUE, text, top),
        page=_number(_PAGE, text, top),
        date=Stated(dates[1], dates[0].shifted(top.start)) if dates else None,
    )


def states_issue(unit: Unit, text: str) -> bool:
    """Tell a line that gives a date, or volume and issue, and little else."""
    if unit.words > _LINE_WORDS:
        return False
    line = unit.span.of(text)
    if is_date_line(unit, text):
        return True
    volume, issue = _VOLUME.search(line), _ISSUE.search(line)
    if volume and issue:
        return True
    # "Volume 12 | Spring 1998", "Issue 44, Summer 2011"
    rest = _ISSUE.sub(" ", _VOLUME.sub(" ", line))
    return bool(volume or issue) and all(word in _SEASONS for word in re.findall(r"[^\W\d_]+", rest.lower()))


def has_name_of_periodical(unit: Unit) -> bool:
    """Tell a short line with a word that periodicals are named by ("THE ARGUS")."""
    named = newspaper_words().periodical.search(unit.text)
    return unit.words <= _NAME_WORDS and bool(_LOGO.search(unit.text) or named)


def _is_beside(unit: Unit, text: str) -> bool:
    """Tell a line of a page, an edition or a price, as it stands among those of a masthead."""
    return is_catalogue(unit) or _is_page(unit, text)


def _is_page(unit: Unit, text: str) -> bool:
    return is_page(unit) or bool(_PAGE.fullmatch(unit.span.of(text).strip()))


def _is_city(unit: Unit, below: Sequence[Unit], text: str) -> bool:
    """Tell a line of one to three capitalised words between the name of a periodical and its date."""
    if unit.gap or unit.words > 3 or not below or not states_issue(below[0], text):  # noqa: PLR2004 - San José, Calif.
        return False
    return is_capitalised(unit.text) and not any(character.isdigit() for character in unit.text)


def _names_periodical(unit: Unit, below: Sequence[Unit], text: str, known: str | None) -> bool:
    bare = _LOGO.sub("", unit.text)
    if bare != unit.text or (known is not None and bare.casefold().rstrip(".") == known):
        return True
    if unit.words > _NAME_WORDS or unit.text.endswith(("?", "!", ",")) or not unit.text[:1].isupper():
        return False
    usual = bool(newspaper_words().periodical.search(unit.text))
    if unit.text.endswith(".") and not usual:
        return False
    near = below[:2] if usual else below[:3]
    issue_below = any(states_issue(other, text) for other in near)
    if not issue_below or not _headline_below(below, text):
        return False
    paged = any(_is_page(other, text) for other in below[:4])
    numbered = any(_VOLUME.search(other.text) or _ISSUE.search(other.text) for other in near)
    return usual or numbered or (paged and unit.words <= 3 and is_capitalised(unit.text))  # noqa: PLR2004 - "The Sun", "La Libre Parole"


def _headline_below(below: Sequence[Unit], text: str) -> bool:
    """Tell whether, below what may be a masthead, another line still can be the headline."""
    for unit in below[:_MOST_UNITS]:
        if not (states_issue(unit, text) or _is_beside(unit, text)):
            return is_known_label(unit) or may_be_headline(unit)
    return False


def _periodical(unit: Unit | None, text: str) -> Stated | None:
    if unit is None:
        return None
    line = unit.span.of(text)
    logo = _LOGO.search(line)
    end = logo.start() if logo else len(line.rstrip("\u00a0 \t."))
    return Stated(" ".join(line[:end].split()), Span(unit.span.start, unit.span.start + end))


def _beside_date(lines: Sequence[Unit], text: str) -> Stated | None:
    return next((found for found in (periodical_beside_date(line, text) for line in lines) if found), None)


def periodical_beside_date(unit: Unit, text: str) -> Stated | None:
    """Return the title of the periodical with which a line begins that gives its date ("The Argus, 9 May 1927")."""
    line = unit.span.of(text)
    dates = next(written_dates(line), None)
    name = re.match(r"[^,;|(\d\n]+", line[: dates[0].start]) if dates and is_date_line(unit, text) else None
    if name is None or not newspaper_words().periodical.search(name.group()) or len(name.group().split()) > _NAME_WORDS:
        return None
    title = name.group().rstrip("\u00a0 .-–—")
    return Stated(normal_case(" ".join(title.split())), Span(unit.span.start, unit.span.start + len(title)))


def _number(pattern: re.Pattern[str], text: str, top: Span) -> Stated | None:
    match = pattern.search(text, top.start, top.end)
    return Stated(match["n"], Span(*match.span("n"))) if match else None
