"""Lines and units: the stretches of a raw text that may be one block each."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.characters import XML_SPACE, collapsed, picture
from tei_edition.core.span import Span
from tei_edition.readers.bylines import is_byline
from tei_edition.readers.datelines import is_date_line
from tei_edition.readers.headlines import is_capitalised
from tei_edition.readers.layout import Layout, laid_out, margin_of
from tei_edition.readers.lists import with_items_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

FORM_FEED = picture("\f")
"""What stands for the end of a page."""

_LINE = re.compile(r"[^\n]+")
_NARROWEST, _WIDEST = 25, 120
_VERSE_WIDTH = 70
_HYPHEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_a-zß-ÿ])")
_VERSE_SHARE = 0.85
_FULL_SHARE = 0.75
_COLUMN_SHARE = 0.85
_TOP_LINES = 6
_MOST_VERSES = 60
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line, or several lines, that make one block.

    Attributes:
        span: From its first to after its last character that is not XML white space; lines of no-break spaces only
            belong to the unit before them.
        text: Its words as running prose (``core.characters.collapsed``).
        gap: Blank lines before it.
        joins: The white space between its parts, where it was made of several lines or paragraphs: false breaks of a
            paragraph, or the ends of hard-wrapped lines.
        wrapped: Whether it was made of hard-wrapped lines.
        verse: Whether its lines are verses.
        layout: What its lines are by where they stand on the page: a ``table``, a ``quote``.
    """

    span: Span
    text: str
    gap: int
    joins: tuple[Span, ...] = ()
    wrapped: bool = False
    verse: bool = False
    layout: Layout = ""

    @property
    def is_prose(self) -> bool:
        """Whether it is neither verses nor a table or a block quotation."""
        return not (self.verse or self.layout)

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + self.text.count("\u00a0") + 1 if self.text else 0

    def split(self, at: int, text: str) -> tuple[Unit, Unit]:
        """Return the two units that this one makes when ``text`` is cut at offset ``at``."""
        before = text[self.span.start : at].rstrip(XML_SPACE)
        after = text[at : self.span.end].lstrip(XML_SPACE)
        first = Span(self.span.start, self.span.start + len(before))
        second = Span(self.span.end - len(after), self.span.end)
        return (
            replace(self, span=first, text=collapsed(before), joins=_within(self.joins, first)),
            Unit(second, collapsed(after), 0, _within(self.joins, second), self.wrapped),
        )


def _within(joins: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    return tuple(join for join in joins if span.contains(join))


def units(text: str, start: int = 0) -> tuple[Unit, ...]:
    """Split a text into units: a line each; the lines of a hard-wrapped paragraph, or of a stanza, together."""
    lines = lines_of(text, start)
    width = _wrapped_at(lines)
    if not width:
        lines = tuple(replace(line, gap=max(line.gap, 1)) if _begins_page(line, text) else line for line in lines)
    merged: list[list[Unit]] = []
    begun = False
    for index, line in enumerate(lines):
        # Above the first full line stand headlines, bylines and dates, a line each.
        begun = begun or len(line.text) >= width * _FULL_SHARE or line.text.endswith("-") or index > _TOP_LINES
        alone = index <= _TOP_LINES and any(_is_credit(one, text) for one in (*lines[index - 1 : index], line))
        going_on = begun and not alone and bool(merged) and _continues(merged[-1][-1], line, text, width)
        if merged and not line.gap and (going_on or not width):
            merged[-1].append(line)
        else:
            merged.append([line])
    result: list[Unit] = []
    margin = margin_of(lines, text)
    verses = _stanzas(merged, width or _VERSE_WIDTH)
    for group, verse in zip(merged, verses, strict=True):
        layout = "" if verse else laid_out(group, text, margin)
        if layout or verse:
            result.append(replace(together(group), wrapped=layout == "quote", verse=verse, layout=layout))
        elif width:
            result.append(together(group, wrapped=True))
        else:
            result += (together(lines, wrapped=True) for lines in with_items_whole(group))
    return tuple(result)


def _is_credit(line: Unit, text: str) -> bool:
    return is_byline(line) or is_date_line(line, text)


def _begins_page(line: Unit, text: str) -> bool:
    return text.startswith(FORM_FEED, line.span.start)


def _stanzas(groups: Sequence[list[Unit]], width: float) -> list[bool]:
    """Return for each group of lines whether it is a stanza; beside one, two short lines are enough."""
    sure = [_is_stanza(group, width) for group in groups]
    beside = [any(sure[max(index - 1, 0) : index + 2]) for index in range(len(groups))]
    return [
        known or (near and len(group) > 1 and _are_verses(group, width))
        for known, near, group in zip(sure, beside, groups, strict=True)
    ]


def _are_verses(group: Sequence[Unit], width: float) -> bool:
    """Tell lines that are all clearly shorter than lines of prose are, most beginning with a capital."""
    if any(len(line.text) > width * _VERSE_SHARE or len(line.text) < 8 for line in group):  # noqa: PLR2004
        return False
    if all(is_capitalised(line.text) for line in group):
        return False
    capitals = sum(line.text.lstrip("\"'“‘_(").strip()[:1].isupper() for line in group)
    return capitals >= 0.8 * len(group)


def _is_stanza(group: list[Unit], width: float) -> bool:
    """Tell three verses or more by their length, their capitals and the marks at their ends."""
    if not 3 <= len(group) <= _MOST_VERSES or not _are_verses(group, width):  # noqa: PLR2004 - two may be anything
        return False
    commas = sum(line.text.endswith((",", ";", "—", "--", "!")) for line in group)
    words = sum(line.words for line in group) / len(group)
    return commas >= 0.3 * len(group) and words >= 3  # noqa: PLR2004 - share


def together(group: Sequence[Unit], *, wrapped: bool = False) -> Unit:
    """Return units that follow one another as one."""
    if len(group) == 1:
        return group[0]
    joins = [join for unit in group for join in unit.joins]
    joins += [Span(before.span.end, after.span.start) for before, after in itertools.pairwise(group)]
    return Unit(
        Span(group[0].span.start, group[-1].span.end),
        _HYPHEN.sub("-", " ".join(unit.text for unit in group)),
        group[0].gap,
        tuple(sorted(joins)),
        wrapped or any(unit.wrapped for unit in group),
    )


def lines_of(text: str, start: int = 0) -> tuple[Unit, ...]:
    """Return the lines from an offset on that have words, each with the lines of no-break spaces that follow it."""
    found: list[Unit] = []
    end, gap = start, 0
    opening: int | None = None
    for match in _LINE.finditer(text, start):
        line = match.group()
        body = line.strip(XML_SPACE)
        if not body:
            continue
        start = match.start() + len(line) - len(line.lstrip(XML_SPACE))
        gap += max(text.count("\n", end, start) - 1, 0)
        end = start + len(body)
        words = collapsed(body.strip(FORM_FEED))
        if words:
            found.append(Unit(Span(start if opening is None else opening, end), words, gap))
            opening, gap = None, 0
        else:
            gap += 1
            opening = _absorb(found, Span(start, end), opening)
    return tuple(found)


def _absorb(found: list[Unit], blank: Span, opening: int | None) -> int | None:
    """Give a line of no-break spaces to the unit before it; where there is none, to the one after."""
    if not found:
        return blank.start if opening is None else opening
    found[-1] = replace(found[-1], span=Span(found[-1].span.start, blank.end))
    return None


def _wrapped_at(lines: tuple[Unit, ...]) -> int:
    """Return the width at which a text is hard-wrapped, in characters; 0 where it is not.

    It is where most lines that another follows are full: the first word of the next one would not have fitted. Lines of
    headlines, lists and addresses end earlier, and paragraphs on one line each are wider than any page.
    """
    lines = tuple(line for line in lines if any(character.isalnum() for character in line.text))
    pairs = [(line, after) for line, after in itertools.pairwise(lines) if not after.gap]
    if len(pairs) < 4 or len(pairs) < 0.4 * len(lines):  # noqa: PLR2004 - too few to tell
        return 0
    lengths = sorted(len(line.text) for line, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    wider = sum(len(line.text) > width * 1.5 for line in lines)
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * width or wider > 0.05 * len(lines):
        return 0
    open_ended = [(line, after) for line, after in pairs if not _ENDS_SENTENCE.search(line.text)]
    full = sum(_is_full(line, after, width) for line, after in open_ended)
    return width if len(open_ended) >= 0.6 * len(pairs) and full >= 0.6 * len(open_ended) else 0


def _is_full(line: Unit, after: Unit, width: int) -> bool:
    """Tell a line that had no room for the first word of the next one; lines of a printed column differ a little."""
    return len(line.text) + 1 + len(after.text.partition(" ")[0]) >= width * _COLUMN_SHARE


def _continues(last: Unit, line: Unit, text: str, width: int) -> bool:
    """Tell whether ``line`` goes on with the paragraph: not where it is indented after the end of a sentence."""
    if not _ENDS_SENTENCE.search(last.text):
        return True
    start = text.rfind("\n", 0, line.span.start) + 1
    indented = line.span.start - start >= 2  # noqa: PLR2004 - a stray space is no indent
    return not indented and _is_full(last, line, width)
