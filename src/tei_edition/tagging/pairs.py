"""Pairs of quotation marks: each mark used once, pieces never crossing, paragraphs re-opened and closed once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.span import Span
from tei_edition.tagging.marks import Family, Mark, marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.tagging.passages import Passage

_DEPTH = 6
_CURLY_SINGLE = re.compile(r"‘|’(?!\w)")
_SURE, _MENDED, UNCLOSED = 1.0, 0.9, 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A quotation, or the part of one that stands in one passage.

    Attributes:
        span: From its opening mark to the end of its closing one; the marks it has are inside.
        family: The family of its marks.
        chain: Number of the quotation that it is a piece of; None where it is whole.
        passage: Index of its passage.
        certainty: How sure its extent is, from 0 to 1.
    """

    span: Span
    family: Family
    passage: int
    chain: int | None = None
    certainty: float = _SURE


class Unbalanced(NamedTuple):
    """A quotation mark without its partner: its offset in the text, and whether it opens or closes."""

    offset: int
    opens: bool


class _Open(NamedTuple):
    start: int
    sign: str
    family: Family
    chain: int | None


@dataclass(slots=True)
class _Pairing:
    """The state of one walk over an article's passages."""

    text: str
    passages: Sequence[Passage]
    pieces: list[Piece] = field(default_factory=list)
    unbalanced: list[Unbalanced] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    carried: _Open | None = None
    passage: int = 0
    chains: int = 0

    def walk(self) -> None:
        for index, passage in enumerate(self.passages):
            self.passage = index
            found = list(marks(self.text, passage.span))
            self._take_up(passage.span, found)
            left = _left(found)
            for mark, after in zip(found, left, strict=True):
                self._see(mark, after)
            self._end(passage.span)
        if self.carried is not None:
            self._give_up(self.carried)

    def _take_up(self, span: Span, found: list[Mark]) -> None:
        """Go on, at the start of a passage, with the quotation that the passage before left open."""
        carried, self.carried = self.carried, None
        if carried is None:
            return
        first = next((mark for mark in found if mark.family is carried.family), None)
        reopened = first is not None and first.start == span.start and first.opens
        if reopened and first is not None:
            found.remove(first)
        if first is None or not (reopened or not first.opens):
            self._give_up(carried)
            return
        chain = self._chained(carried, self.passages[self.passage - 1].span.end, self.passage - 1)
        self.stack.append(_Open(span.start, carried.sign, carried.family, chain))

    def _chained(self, opened: _Open, end: int, passage: int) -> int:
        """Close a piece whose quotation goes on elsewhere, and return the number of its chain."""
        chain = opened.chain
        if chain is None:
            chain, self.chains = self.chains, self.chains + 1
        self.pieces.append(Piece(Span(opened.start, end), opened.family, passage, chain, _MENDED))
        return chain

    def _see(self, mark: Mark, after: int) -> None:
        index = self._topmost(mark.family)
        sign = self.text[mark.start : mark.end]
        if index is None:
            if mark.opens:
                self._push(mark, sign, None)
            elif mark.family is not Family.SINGLE and not self._is_inches(mark):
                self.unbalanced.append(Unbalanced(mark.start, opens=False))
        elif self._nests(index, mark, after):
            self._push(mark, sign, None)
        elif self._closes(mark, self.stack[index], after):
            self._close(index, mark)
        else:
            self._open_within(index, mark, sign, after)

    def _open_within(self, index: int, mark: Mark, sign: str, after: int) -> None:
        """See a mark that does not close the quotation of its family that is open."""
        if mark.family is Family.SINGLE:
            if mark.opens and not (mark.closes and self._is_possessive(mark, after)):
                self._push(mark, sign, None)
        elif mark.at_line:
            self._reopen(index, mark, sign)
        elif sign == '"' or len(sign) > 1:
            self.unbalanced.append(Unbalanced(self.stack[index].start, opens=True))
            del self.stack[index:]
            self._push(mark, sign, None)
        else:
            self._push(mark, sign, None)

    def _topmost(self, family: Family) -> int | None:
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].family is family:
                return index
            if family is Family.SINGLE:
                return None
        return None

    def _closes(self, mark: Mark, opened: _Open, after: int) -> bool:
        sign = self.text[mark.start : mark.end]
        if sign == "“":
            return opened.sign in {"„", "‟", ",,"}
        if sign in {"»", "«"}:
            return opened.sign != sign or not mark.opens
        if mark.family is Family.SINGLE:
            return mark.closes and not (mark.opens and sign == "‘") and not self._is_possessive(mark, after)
        if mark.closes:
            return True
        follower = self.text[mark.end : mark.end + 1]
        return not mark.at_line and (follower.islower() or after % 2 == 0) and sign == '"'

    def _nests(self, index: int, mark: Mark, after: int) -> bool:
        """Tell a third level of quotation ("a 'b "c" d' e"): it opens within single marks, enough marks are left."""
        within = any(one.family is Family.SINGLE for one in self.stack[index + 1 :])
        return within and mark.opens and not mark.closes and after > 1 and after % 2 == 0

    def _is_possessive(self, mark: Mark, after: int) -> bool:
        """Tell the apostrophe of a plural ("the workers' councils") from a closing mark, where one still follows."""
        return (
            after > 0
            and self.text[mark.start - 1 : mark.start] == "s"
            and self.text[mark.end : mark.end + 1] == " "
            and self.text[mark.end + 1 : mark.end + 2].islower()
            and not self._opens_next(mark)
        )

    def _opens_next(self, mark: Mark) -> bool:
        """Tell whether the next single mark of a passage opens by its form, so that this one has to close."""
        following = _CURLY_SINGLE.search(self.text, mark.end, self.passages[self.passage].span.end)
        return following is not None and following[0] == "‘"

    def _is_inches(self, mark: Mark) -> bool:
        """Tell 12" from a closing mark where nothing is open."""
        return self.text[mark.start : mark.end] == '"' and self.text[mark.start - 1 : mark.start].isdigit()

    def _push(self, mark: Mark, sign: str, chain: int | None) -> None:
        if len(self.stack) < _DEPTH:
            self.stack.append(_Open(mark.start, sign, mark.family, chain))
        elif mark.family is not Family.SINGLE:
            self.unbalanced.append(Unbalanced(mark.start, opens=True))

    def _close(self, index: int, mark: Mark) -> None:
        opened = self.stack[index]
        self._report(self.stack[index + 1 :])
        del self.stack[index:]
        if mark.start > opened.start:
            self.pieces.append(Piece(Span(opened.start, mark.end), opened.family, self.passage, opened.chain))

    def _reopen(self, index: int, mark: Mark, sign: str) -> None:
        opened = self.stack[index]
        self._report(self.stack[index + 1 :])
        del self.stack[index:]
        end = opened.start + len(self.text[opened.start : mark.start].rstrip(" \t\n\u00a0_*>"))
        self._push(mark, sign, self._chained(opened, end, self.passage))

    def _report(self, opened: Sequence[_Open]) -> None:
        self.unbalanced.extend(Unbalanced(one.start, opens=True) for one in opened if one.sign not in {"'", "’", "‘"})

    def _end(self, span: Span) -> None:
        """At the end of a passage, carry its outermost open quotation over to the next one."""
        outer = next((one for one in self.stack if one.family is not Family.SINGLE), None)
        self._report([one for one in self.stack if one is not outer])
        self.stack.clear()
        self.carried = outer if outer is not None and outer.start < span.end else None

    def _give_up(self, opened: _Open) -> None:
        """Close an open quotation at the end of its line, where nothing says where it ends."""
        self.unbalanced.append(Unbalanced(opened.start, opens=True))
        end = self.passages[
            next(i for i in range(self.passage, -1, -1) if self.passages[i].span.start <= opened.start)
        ].span.end
        line = self.text.find("\n", opened.start, end)
        piece = Span(opened.start, opened.start + len(self.text[opened.start : end if line < 0 else line].rstrip()))
        if not any(one.span.crosses(piece) for one in reversed(self.pieces[-8:])) and len(piece) > 1:
            passage = next(i for i in range(self.passage, -1, -1) if self.passages[i].span.start <= opened.start)
            self.pieces.append(Piece(piece, opened.family, passage, opened.chain, UNCLOSED))


def paired(text: str, passages: Sequence[Passage]) -> tuple[tuple[Piece, ...], tuple[Unbalanced, ...]]:
    """Pair the quotation marks of an article, in time linear in its length.

    Returns:
        The pieces in reading order, the outer before the inner, and the marks left without a partner.
    """
    pairing = _Pairing(text, passages)
    pairing.walk()
    pieces = tuple(_without_crossing(sorted(pairing.pieces, key=lambda piece: (piece.span.start, -piece.span.end))))
    return pieces, tuple(sorted(set(pairing.unbalanced)))


def _without_crossing(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield pieces in reading order, without those that cross one before them."""
    enclosing: list[int] = []
    for piece in pieces:
        while enclosing and enclosing[-1] <= piece.span.start:
            enclosing.pop()
        if not enclosing or piece.span.end <= enclosing[-1]:
            enclosing.append(piece.span.end)
            yield piece


def _left(found: list[Mark]) -> list[int]:
    """Return, for each mark, how many marks of its family still follow it."""
    counts: dict[Family, int] = {}
    left = []
    for mark in reversed(found):
        left.append(counts.get(mark.family, 0))
        counts[mark.family] = left[-1] + 1
    return left[::-1]
