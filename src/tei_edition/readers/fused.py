"""Lines of a dump that hold two things run together: deck and byline, byline and date, label and headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.dates import MONTHS, written_dates
from tei_edition.readers.bylines import is_byline, is_writer
from tei_edition.readers.lines import together
from tei_edition.readers.words import newspaper_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.readers.lines import Unit

FUSED = "A615"
_DECK_BYLINE = re.compile(r"(?<=[a-z0-9.!?…”\"’')])(?=B[yY] ?[A-ZÀ-Þ][\w.'’-]+(?: [^\W\d_]|\s*$))")
_THEN_BYLINE = re.compile(r"(?<=[.!?…”\"’')])\s+(?=B[yY] [A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ.'’-]+)+\s*$)")
_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS if len(name) > 2), key=len, reverse=True))  # noqa: PLR2004
_THEN_DATE = re.compile(
    rf"(?<=[\w.])\s*(?=[|,·•]?\s*(?:on\s+)?(?:(?:Published|Updated|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)\w*[:,]?\s*)?"
    rf"(?:(?:{_MONTH})\.?\s+[0-3]?\d,?\s+(?:1[89]|20)\d\d|(?<!\d)[0-3]?\d\s+(?:{_MONTH})\.?\s+(?:1[89]|20)\d\d"
    r"|(?<!\d)(?:1[89]|20)\d\d-[01]\d-[0-3]\d)\s*$)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?:headline|byline|section|length|dateline|body)\s*:\s+(?=\S)", re.IGNORECASE)
_AFTER_DATE = re.compile(r"\s*[|·•]\s*(?=\S)|\s+(?=by\s)", re.IGNORECASE)
_BEFORE_DATE = 2
_BY_ALONE = frozenset({"by", "von", "par", "por"})
_LABEL_END = re.compile(r"\s+(?=[(\[][^()\[\]]{3,25}[)\]]\s*$)")
_LABEL_WORDS = 4
_MOST_WORDS = 60


def unfused(unit: Unit, text: str) -> tuple[Unit, ...]:
    """Return the units that a line above the text is made of: itself, or the two or three that were run together."""
    if unit.words > _MOST_WORDS:
        return (unit,)
    for cut in _cuts(unit, text):
        before, after = unit.split(cut, text)
        if before.text and after.text:
            return (*unfused(before, text), *unfused(after, text))
    return (unit,)


def rejoined(lines: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the lines, a “by” that stands alone with the line of the name below it as one."""
    result: list[Unit] = []
    for line in lines:
        if result and result[-1].text.lower().rstrip(":") in _BY_ALONE and line.text[:1].isupper():
            result[-1] = together((result[-1], line))
        else:
            result.append(line)
    return tuple(result)


def _cuts(unit: Unit, text: str) -> Iterator[int]:
    """Yield offsets at which the line falls into two things."""
    start, end = unit.span.start, unit.span.end
    for pattern in (_DECK_BYLINE, _THEN_BYLINE):
        for match in pattern.finditer(text, start + 1, end):
            if is_byline(unit.split(match.end(), text)[1]):
                yield match.end()
    if unit.text[:3].lower() == "by ":
        date = _THEN_DATE.search(text, start + 1, end)
        if date:
            yield date.start()
    yield from _date_cuts(unit, text)
    field = _FIELD.match(text, start, end)
    if field:
        yield field.end()
    yield from _label_cuts(unit, text)


def _date_cuts(unit: Unit, text: str) -> Iterator[int]:
    """Yield where a line that begins with a date goes on with who wrote ("Posted on May 9, 2008 by …", "May 9 | …")."""
    line = unit.span.of(text)
    date = next(written_dates(line), None)
    if date is None or len(line[: date[0].start].split()) > _BEFORE_DATE:
        return
    after = _AFTER_DATE.match(line, date[0].end)
    if after is None:
        return
    cut = unit.span.start + after.end()
    rest = unit.split(cut, text)[1]
    if is_byline(rest) or is_writer(rest):
        yield cut


def _label_cuts(unit: Unit, text: str) -> Iterator[int]:
    labels = newspaper_words().labels
    words = list(re.finditer(r"\S+", unit.span.of(text)))
    for count in range(min(_LABEL_WORDS, len(words) - 1), 0, -1):
        label = " ".join(word.group() for word in words[:count])
        rest = words[count].group()
        if label.isupper() and label.lower() in labels and not unit.text.isupper() and rest[:1] not in ":,-–—":
            yield unit.span.start + words[count].start()
    last = _LABEL_END.search(text, unit.span.start, unit.span.end)
    if last and text[last.end() : unit.span.end].strip("()[] \u00a0").lower() in labels:
        yield last.end()
