"""What stands above the text of a page's article: kicker, headline, deck, byline, date, masthead."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.article import Stated
from tei_edition.readers.bylines import authors, is_byline, is_office, normal_case
from tei_edition.readers.fused import unfused
from tei_edition.readers.html.credits import Credit, credited
from tei_edition.readers.html.place import HEADINGS, Placed, lines, units_of
from tei_edition.readers.lines import Unit, together
from tei_edition.readers.masthead import Masthead, masthead
from tei_edition.readers.notes import note
from tei_edition.readers.pieces import Piece
from tei_edition.readers.top import top

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from tei_edition.readers.html.stated import PageMetadata

    Structure = Callable[[Sequence[Placed]], list[Piece] | None]

_MOST_GROUPS = 14
_LINE_WORDS = 40
_DECK_WORDS = 60
_MASTHEAD_ITEMS = 8
_FEW_WORDS = 4
_KICKER_WORDS = 4
_MOST_SENTENCES = 2
_SENTENCE_WORDS = 14
_DECK = frozenset(
    "deck dek standfirst subtitle subhead subheadline sub-headline summary lead lede intro chapo excerpt tagline "
    "article-intro article-lead article-summary description desc".split()
)
_PAGE_NUMBER = re.compile(r"\[?(?:pg|p|page)?\.? ?[\divxlc]+\]?", re.IGNORECASE)
_MAIL = re.compile(r"(?:date|from|to|cc|subject|reply-to|sent):\s", re.IGNORECASE)
_HEADER = (("type", "header"),)


@dataclass(slots=True)
class Opening:
    """What was found above the text.

    Attributes:
        pieces: In the order of the text.
        rest: How many of the groups of chunks are taken.
        left: Lines of the first group that is not taken whole.
        title: The headline.
        subtitles: Decks.
        bylines: Who wrote it: the names of each byline.
        date: As a line of its own states it.
        masthead: What stands above the headline says of the issue.
        fused: Offsets at which one line was found to be two things.
    """

    pieces: list[Piece] = field(default_factory=list)
    rest: int = 0
    left: list[Unit] = field(default_factory=list)
    title: Stated | None = None
    subtitles: list[Stated] = field(default_factory=list)
    authors: list[Stated] = field(default_factory=list)
    date: Stated | None = None
    masthead: Masthead = field(default_factory=Masthead)
    fused: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand.

    Attributes:
        stated: What the page's metadata say.
        build: Makes pieces of a structure; None for running text.
        parting: Whether lines that were run together are parted.
    """

    stated: PageMetadata
    build: Structure
    parting: bool = True


def opening(groups: Sequence[Sequence[Placed]], text: str, main: int | None, known: Known) -> Opening:
    """Tell what stands above the text.

    Args:
        groups: The chunks of the article, those of one structure together.
        text: Its text.
        main: The number of the chunk that is the headline; None where none is marked as one.
        known: What is known beforehand.
    """
    reader = _Opening(text, known)
    position = next((n for n, group in enumerate(groups) if any(item.index == main for item in group)), None)
    if main is None or position is None:
        return reader.by_lines(groups)
    reader.above(groups[:position])
    below = groups[position + 1 :]
    following = below[0] if below else ()
    reader.headline(groups[position], following)
    count = reader.extent(below)
    reader.below(below[:count])
    reader.found.rest = position + 1 + count
    return reader.found


def below_masthead(items: Sequence[Placed], text: str, main: int | None) -> int | None:
    """Return the number of the chunk that is the headline: not the heading that only names the periodical.

    Args:
        items: The chunks of the article.
        text: Its text.
        main: The number of the chunk that looks like the headline.
    """
    position = next((number for number, item in enumerate(items) if item.index == main), None)
    if position is None or any(item.chunk.tag in HEADINGS for item in items[:position]):
        return main
    near = range(position + 1, min(position + _MASTHEAD_ITEMS, len(items)))
    second = next((number for number in near if items[number].chunk.tag in HEADINGS), None)
    if second is None:
        return main
    known = masthead([line for item in items[position + 1 : second] for line in lines(item, text)], text)
    return items[second].index if known.volume or known.issue else main


class _Opening:
    def __init__(self, text: str, known: Known) -> None:
        self.found = Opening()
        self._text = text
        self._build = known.build
        self._parting = known.parting
        self._titles = known.stated.titles
        self._names = frozenset(name.casefold() for name in known.stated.authors)

    def above(self, groups: Sequence[Sequence[Placed]]) -> None:
        """Take what stands above the headline: masthead, dates, a kicker just above it; all else is furniture."""
        units = [line for group in groups for item in group for line in lines(item, self._text)]
        units = [unit for unit in units if unit.text and not _PAGE_NUMBER.fullmatch(unit.text)]
        self.found.masthead = masthead(units, self._text)
        below = masthead(units[1:], self._text)
        if units and not self.found.masthead.count and (below.volume or below.issue):
            name = Stated(normal_case(units[0].text.rstrip(" .")), units[0].span)
            self.found.masthead = replace(below, periodical=name)
        for number, group in enumerate(groups):
            words = sum(len(item.span.of(self._text).split()) for item in group)
            if words > _LINE_WORDS:
                self.found.pieces += self._build(group) or [
                    Piece("p", unit.span) for item in group for unit in units_of(item, self._text)
                ]
                continue
            found = [line for item in group for line in lines(item, self._text)]
            last = number == len(groups) - 1
            for line in found:
                self._above_line(line, group[0], near=last and len(found) == 1)

    def _above_line(self, line: Unit, item: Placed, *, near: bool) -> None:
        credits_ = credited(line, self._text, item.chunk.hints)
        if len(credits_) == 1 and credits_[0].kind == "byline":
            self.found.authors += credits_[0].authors
            self.found.pieces.append(Piece("byline", line.span))
            return
        self.found.date = self.found.date or next((one.date for one in credits_ if one.date), None)
        kicker = near and not credits_ and line.words <= _KICKER_WORDS and item.index >= 0
        self.found.pieces.append(
            Piece(*(("head", line.span, (("type", "label"),)) if kicker else ("fw", line.span, _HEADER)))
        )

    def headline(self, group: Sequence[Placed], following: Sequence[Placed]) -> None:
        """Take the headline: a byline in its last line, or a kicker before it, is parted from it."""
        for item in group:
            found = lines(item, self._text)
            signed = len(found) > 1 and is_byline(found[-1]) and not self._is_signed(following)
            own = found[:-1] if signed else found
            whole = together(own)
            before = self._kicker(whole)
            if before:
                kicker, whole = whole.split(before, self._text)
                self.found.pieces.append(Piece("head", kicker.span, (("type", "label"),)))
            self._main(whole)
            if signed:
                self._byline(found[-1])

    def _is_signed(self, group: Sequence[Placed]) -> bool:
        return any(is_byline(line) for item in group[:1] for line in lines(item, self._text)[:1])

    def _kicker(self, unit: Unit) -> int | None:
        """Return the offset at which a headline begins that has a kicker before it, told by the title of the page."""
        own = [(match.group().lower(), match.start()) for match in re.finditer(r"\w+", unit.span.of(self._text))]
        for title in self._titles:
            wanted = re.findall(r"\w+", title.lower())
            before = len(own) - len(wanted)
            if 0 < before <= _KICKER_WORDS <= len(own) and [word for word, _ in own[before:]] == wanted:
                start = unit.span.start + own[before][1]
                while start > unit.span.start and self._text[start - 1] not in " \n\u00a0":
                    start -= 1
                return start
        return None

    def extent(self, groups: Sequence[Sequence[Placed]]) -> int:
        """Return how many groups below the headline are not the text yet: down to the last byline, date or deck."""
        last = sentences = 0
        for number, group in enumerate(groups[:_MOST_GROUPS]):
            items = [item for item in group if len(item.span)]
            words = max((len(item.span.of(self._text).split()) for item in items), default=0)
            if words > (_DECK_WORDS if number == 0 else _LINE_WORDS) or sentences > _MOST_SENTENCES:
                break
            deck = number == sentences and bool(items) and bool(items[0].chunk.hints & _DECK)
            last = number + 1 if deck or self._is_credit(group) else last
            if not items or items[0].path or items[0].chunk.tag not in HEADINGS:
                sentences += words > _SENTENCE_WORDS
        return last

    def _is_credit(self, group: Sequence[Placed]) -> bool:
        if group[0].path and group[0].path[0][0] not in {"ul", "ol", "dl"}:
            return False
        found = [(line, item.chunk.hints) for item in group for line in self._lines(item)]
        mail = sum(bool(_MAIL.match(line.text)) for line, _ in found) > 1
        return not mail and any(self._credited(line, hints) for line, hints in found)

    def _lines(self, item: Placed) -> list[Unit]:
        """Return the lines of a chunk, those that were run together parted."""
        found = lines(item, self._text)
        return [part for line in found for part in unfused(line, self._text)] if self._parting else found

    def _credited(self, line: Unit, hints: AbstractSet[str]) -> tuple[Credit, ...]:
        """Return what a line says of author and date; a name that the metadata have for the author's needs no "by"."""
        named = line.text.casefold() in self._names
        return credited(line, self._text, hints | {"author"} if named else hints)

    def below(self, groups: Sequence[Sequence[Placed]]) -> None:
        """Take what stands between the headline and the text."""
        for group in groups:
            built = None if self._is_credit(group) else self._build(group)
            if built is not None and (group[0].path or group[0].chunk.tag not in HEADINGS):
                self.found.pieces += built
                continue
            for item in group:
                self._below(item)

    def _below(self, item: Placed) -> None:
        found = self._lines(item)
        starts = {line.span.start for line in lines(item, self._text)}
        self.found.fused += [line.span.start for line in found if line.span.start not in starts]
        told = [self._credited(line, item.chunk.hints) for line in found]
        if not any(told):
            self._other(together(found), item)
            return
        for number, (line, credits_) in enumerate(zip(found, told, strict=True)):
            if not credits_ and number and told[number - 1] and is_office(line):
                self.found.pieces.append(Piece("byline", line.span))
            elif not credits_:
                self.found.pieces.append(Piece("fw", line.span, _HEADER))
            for one in credits_:
                self.found.authors += one.authors
                self.found.date = self.found.date or one.date
                self.found.pieces.append(Piece(one.kind, one.span))

    def _other(self, unit: Unit, item: Placed) -> None:
        """Take a line that is neither byline nor date: a deck, or furniture where it is of few words."""
        if item.chunk.hints & _DECK or item.chunk.tag in HEADINGS or unit.words > _FEW_WORDS:
            self.found.subtitles.append(Stated(unit.text, unit.span))
            self.found.pieces.append(Piece("head", unit.span, (("type", "sub"),)))
        else:
            self.found.pieces.append(Piece("fw", unit.span, _HEADER))

    def by_lines(self, groups: Sequence[Sequence[Placed]]) -> Opening:
        """Tell what stands above the text where no heading is marked, line by line as in a plain text."""
        plain = list(itertools.takewhile(lambda group: len(group) == 1 and self._build(group) is None, groups))
        units = [(unit, number) for number, group in enumerate(plain) for unit in self._short_lines(group[0])]
        if len(units) < 2:  # noqa: PLR2004 - a headline needs a text
            return self.found
        above = top([unit for unit, _ in units], self._text)
        for kind, unit in above.pieces:
            self._by_kind(kind, unit)
        taken = above.rest
        self.found.rest = units[taken][1] if taken < len(units) else len(plain)
        if taken and taken < len(units) and units[taken - 1][1] == units[taken][1]:
            self.found.left = [unit for unit, number in units[taken:] if number == units[taken][1]]
            self.found.rest += 1
        return self.found

    def _short_lines(self, item: Placed) -> list[Unit]:
        return [
            line for unit in units_of(item, self._text) for line in (self._of(unit) if self._is_top(unit) else [unit])
        ]

    def _is_top(self, unit: Unit) -> bool:
        """Tell lines that are one thing each: few words, and no verses unless one of them names author or date."""
        if unit.words > _LINE_WORDS:
            return False
        return not unit.verse or any(credited(line, self._text, frozenset()) for line in self._of(unit))

    def _of(self, unit: Unit) -> list[Unit]:
        edges = [unit.span.start, *(edge for join in unit.joins for edge in (join.start, join.end)), unit.span.end]
        spans = (Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
        return [Unit(span, " ".join(span.of(self._text).split()), int(not n)) for n, span in enumerate(spans)]

    def _by_kind(self, kind: str, unit: Unit) -> None:
        if kind == "main":
            self._main(unit)
        elif kind == "byline":
            self._byline(unit)
        elif kind in {"sub", "label"}:
            if kind == "sub":
                self.found.subtitles.append(Stated(unit.text, unit.span))
            self.found.pieces.append(Piece("head", unit.span, (("type", kind),)))
        elif kind == "fw":
            self.found.pieces.append(Piece("fw", unit.span, _HEADER))
        elif kind == "note":
            self.found.pieces.append(note([unit])[0] or Piece("p", unit.span))
        else:
            date = next((one.date for one in credited(unit, self._text, frozenset()) if one.date), None)
            self.found.date = self.found.date or date
            headed = any(piece.kind in {"head", "byline"} for piece in self.found.pieces)
            self.found.pieces.append(Piece(*(("dateline", unit.span) if headed else ("fw", unit.span, _HEADER))))

    def _main(self, unit: Unit) -> None:
        self.found.title = Stated(unit.text, unit.span)
        self.found.pieces.append(Piece("head", unit.span, (("type", "main"),)))

    def _byline(self, unit: Unit) -> None:
        self.found.authors += authors(unit, self._text)
        self.found.pieces.append(Piece("byline", unit.span))
