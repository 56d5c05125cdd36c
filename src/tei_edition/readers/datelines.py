"""Datelines: where and when a dispatch was sent, at the start of a paragraph or in a line of its own.

Source: TEI Guidelines, DS "Openers and Closers".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tei_edition.core.dates import MONTHS, w3c, written_dates
from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.readers.lines import Unit

AGENT = "reader"
_DAYS = r"(?:Mon|Tues?|Wednes|Wed|Thurs?|Thu|Fri|Satur|Sat|Sun)(?:day)?\.?"
_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_DATE = (
    rf"(?:{_DAYS},?\s+)?(?:(?P<month1>{_MONTH})\.?\s*(?P<day1>[0-3]?\d)(?:st|nd|rd|th|d)?"
    rf"|(?P<day2>[0-3]?\d)(?:st|nd|rd|th|d|\.)?\s+(?P<month2>{_MONTH})\b\.?)(?:,?\s+(?P<year>1[5-9]\d\d|20\d\d))?"
)
_DATELINE = re.compile(
    r"(?:(?P<place>(?-i:[^\W\d_a-zß-ÿ])[\w'’./ -]{1,38}?)"
    r"(?P<region>(?:,\s*(?-i:[^\W\d_a-zß-ÿ])[\w'’. ]{0,24}?){0,3}?)"
    r"(?:\s*\((?P<sector>[^()\n]{2,30})\))??,?\s*(?:at\s+sea,?\s*)?)??"
    rf"(?:(?<![^\W\d_])(?P<date>{_DATE})|(?P<weekday>{_DAYS}))?"
    r"(?:,?\s*\((?P<agency>[^\W\d_][\w.&'’/ -]{1,40})\))?"
    r"\s*\.?\s*(?P<dash>-{2,3}|- -|—{1,2}|–|―|(?<=\s)-(?=\s))\s*(?=[^\W_]|[\"'“‘`(\[$£])",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\([^()\n]*\)|\b(?:vol(?:ume)?|no|number|issue|page|p|pp|section|column|col)\b\.?\s*(?:[A-Z]?[\d,]+|[A-Z]\b|[IVXLC]+\b)"
    r"|\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?[A-Z]{2,4}T?\b\)?)?"
    rf"|\b(?:early|late|final|city|evening|morning)\b|\bedition\b|\bprice\b.*|\b{_DAYS}",
    re.IGNORECASE,
)
_FROM_PLACE = re.compile(
    rf"(?:z|ze|from|aus|von|de|da|iz)\s(?-i:[^\W\d_a-zß-ÿ])[\w.'’ -]{{1,30}}?,?\s{_DATE}\.?(?:\s+[vno]\.\s?s\.?)?",
    re.IGNORECASE,
)
_LONGEST = 120
_MOST_NAME_WORDS = 5
_PLACE_LETTERS = 4
_RECENT = 200


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at the start of a paragraph.

    Attributes:
        end: Offset in the text at which it ends, its dash and the white space after it included.
        place: Where the place is named.
        date: Where the date is given.
        month: Of the date; 0 where there is none.
        day: Of the date.
        year: Of the date where it names one.
    """

    end: int
    place: Span | None
    date: Span | None
    month: int = 0
    day: int = 0
    year: int | None = None

    def annotations(self, published: str | None) -> Iterator[Annotation]:
        """Yield the place and the date; the date's year is told by the day of publication, where there is one.

        Args:
            published: The article's date in W3C form.
        """
        if self.place is not None:
            yield Annotation(self.place, "placeName", AGENT, 0.95)
        if self.date is not None:
            when = w3c(self.year, self.month, self.day) if self.year else _before(published, self.month, self.day)
            features = (("when", when),) if when else ()
            yield Annotation(self.date, "date", AGENT, 1.0 if self.year else 0.8, features)


def dateline(unit: Unit, text: str, *, first: bool) -> Dateline | None:
    """Return the dateline with which a paragraph begins; None where it begins with none.

    A place or a date alone is a dateline only in the first paragraph, the place in capitals; with a
    date, a region or an agency it is one anywhere.

    Args:
        unit: The paragraph.
        text: The text that it is a span of.
        first: Whether it is the first paragraph of the article.
    """
    start = unit.span.start
    match = _DATELINE.match(text, start, min(unit.span.end, start + _LONGEST))
    if match is None or not _is_dateline(match, first=first):
        return None
    place = Span(*match.span("place")) if match["place"] else None
    if match["date"] is None:
        return Dateline(match.end(), place, None)
    month = MONTHS[(match["month1"] or match["month2"]).lower()]
    year = int(match["year"]) if match["year"] else None
    return Dateline(match.end(), place, Span(*match.span("date")), month, int(match["day1"] or match["day2"]), year)


def _is_dateline(match: re.Match[str], *, first: bool) -> bool:
    place, stated = match["place"], match["date"] or match["agency"] or match["weekday"]
    if not place:
        return bool(match["date"]) and first
    letters = sum(character.isalpha() for character in place)
    if len(place.split()) > _MOST_NAME_WORDS or any(word.islower() for word in place.split()):
        return False
    if not place.isupper():
        return bool(match["date"] and match["region"]) or bool(match["date"] and first)
    return bool(stated) or (first and letters >= _PLACE_LETTERS)


def _before(published: str | None, month: int, day: int) -> str | None:
    """Return the last such day before an article came out (or on that day); None where it is not near it."""
    if published is None or len(published) < len("2000-01-01"):
        return None
    printed = date.fromisoformat(published)
    for year in (printed.year, printed.year - 1):
        value = w3c(year, month, day)
        if value and value <= published and (printed - date.fromisoformat(value)).days <= _RECENT:
            return value
    return None


def is_date_line(unit: Unit, text: str) -> bool:
    """Tell a line that gives a date with its year and little else: weekday, place, edition, page, "Published:"."""
    line = unit.span.of(text)
    if unit.words > 16 or unit.text.endswith(("?", "!")):  # noqa: PLR2004 - longer lines are headlines or sentences
        return False
    found = next(written_dates(line), None)
    if found is None or re.match(r":\s+[^\W\d_]", line[found[0].end :]):
        return False
    after = line[found[0].end :]
    for span, _ in reversed(list(written_dates(after))):
        after = after[: span.start] + after[span.end :]
    line = line[: found[0].start] + "\n" + after
    above, _, below = _BESIDE.sub(" ", line).partition("\n")
    before = re.sub(r"[\W\d_]+", " ", above).split()
    rest = [*before, *re.sub(r"[\W\d_]+", " ", below).split()]
    lower = sum(word.islower() for word in rest)
    return len(rest) <= 6 and lower <= 2 and len(before) <= 4  # noqa: PLR2004 - "The Argus, London, Saturday,"


def is_place_line(unit: Unit) -> bool:
    """Tell a line that is a dateline and nothing else ("LONDON, April 3", "MOSCOW, Tuesday —", "From Paris, 2 May")."""
    if unit.words > 8:  # noqa: PLR2004 - place, region, weekday, date
        return False
    if _FROM_PLACE.fullmatch(unit.text):
        return True
    probe = unit.text.rstrip(" .-–—") + " — x"
    match = _DATELINE.match(probe)
    if match is None or not match["place"] or not (match["date"] or match["weekday"]):
        return False
    return match["place"].isupper() and match.end() == len(probe) - 1 and _is_dateline(match, first=True)
