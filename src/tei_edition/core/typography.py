r"""Typewriter marks to typographic ones: quotation marks, apostrophes and dashes, by language.

``"``, ``'``, a backtick for an opening mark, two of either, ``--`` and `` - `` are what typewriters and early
newswires had. What each becomes stands in ``typography.tsv``, one row a language.
Source: TEI Guidelines, COHQU "Quotation" (marks kept in the text are the source's own); Unicode CLDR, delimiters.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from tei_edition.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

MARKS = frozenset("\"'`“”„‟‘’‚‛«»‹›「」『』″")
"""Characters that open or close a quotation in some language."""

_TYPED = re.compile(r"``|''|[`'\"]|-{2,3}(?!-)|-(?=[ \t\r\n\u00a0])")
_BEFORE_HYPHEN = frozenset(("", *" \t\r\n\u00a0"))
_CANDIDATES = "'\"-`"
_SKIPPED = re.compile(r"[`'\"“”‘’„«»‹›]*")
_CLOSING_LATER = re.compile(r"(?<=[^\s`'\"])'(?=$|[\s.,;:!?)\]}\"…—–-])|''")
_CODE = re.compile(r"`[^`'\s][^`'\n]*`(?![\w`])")
_WORD = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"\d\d(?:s|er)?\b")
_BEGINNERS = "([{<—–-/¡¿|“‘„«‹"
_CLOSERS = ".,;:!?)]}>…—–-/|"
_APOSTROPHE = "’"

Kind = Literal["double", "single"]


class Typography(NamedTuple):
    """How one language sets quotation marks and dashes.

    Attributes:
        double: Opening and closing mark for what a typewriter wrote as ``"``.
        single: The same for ``'``.
        first: The kind that an outermost quotation has; the other kind is nested in it, and so on in turn.
        dash: What ``--`` or a hyphen between spaces stands for.
        elisions: Words that begin with an apostrophe (``tis``, ``em``), without it.
    """

    double: tuple[str, str]
    single: tuple[str, str]
    first: Kind
    dash: str
    elisions: frozenset[str]

    def pair(self, depth: int) -> tuple[str, str]:
        """Return opening and closing mark of a quotation within ``depth`` others (0: outermost)."""
        return self.double if (self.first == "double") == (depth % 2 == 0) else self.single


@cache
def _tables() -> Mapping[str, Typography]:
    return {
        language: Typography(
            double=_pair(double),
            single=_pair(single),
            first="single" if first == "single" else "double",
            dash=dash,
            elisions=frozenset(elisions.split()),
        )
        for language, double, single, first, dash, elisions in rows(__file__, "typography.tsv", 6)
    }


def _pair(marks: str) -> tuple[str, str]:
    opening, _, closing = marks.partition(" ")
    return opening, closing


@cache
def typography(language: str) -> Typography:
    """Return the rules for a BCP 47 language tag: the longest prefix that has a table, else those of ``und``."""
    tables = _tables()
    tag = language.lower().replace("_", "-")
    while tag:
        if tag in tables:
            return tables[tag]
        tag = tag.rpartition("-")[0]
    return tables["und"]


def languages() -> tuple[str, ...]:
    """Return the language tags that have a table of their own, sorted."""
    return tuple(sorted(_tables()))


def typeset(text: str, language: str) -> str:
    """Return ``text``, one paragraph, with typographic marks for those of a typewriter; every other character stays."""
    return typeset_pieces((text,), language)[0]


def typeset_pieces(
    pieces: Sequence[str], language: str, opening: Collection[int] = (), closing: Collection[int] = ()
) -> list[str]:
    """Set the marks of one paragraph that comes in pieces (its text nodes).

    Args:
        pieces: The paragraph's text in order.
        language: A BCP 47 tag.
        opening: Code points of the joined text at which markup says that a quotation begins.
        closing: Those at which markup says that one ends.

    Returns:
        As many pieces; a mark of two characters (``--``) that lies over two pieces goes into the first.
    """
    joined = "".join(pieces)
    if not any(mark in joined for mark in _CANDIDATES):
        return list(pieces)
    setter = _Setter(joined, typography(language), frozenset(opening), frozenset(closing))
    edits: list[tuple[int, int, str]] = []
    for match in _TYPED.finditer(joined):
        typed = match[0]
        start, end = match.span()
        if typed[0] != "-":
            edits.append((start, end, setter.replacement(typed, start, end)))
        elif _is_dash(typed, joined[start - 1 : start]):
            edits.append((start, end, setter.rules.dash))
    return _applied(pieces, edits) if len(pieces) > 1 else [_edited(joined, edits)]


def _is_dash(typed: str, before: str) -> bool:
    """Tell whether hyphens stand for a dash by what is before them (a pattern that looks back would cost twice)."""
    return before in _BEFORE_HYPHEN if len(typed) == 1 else before != "-"


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, new in edits:
        parts += (text[position:start], new)
        position = end
    return "".join((*parts, text[position:]))


def _applied(pieces: Sequence[str], edits: list[tuple[int, int, str]]) -> list[str]:
    result: list[str] = []
    offset = 0
    index = 0
    for piece in pieces:
        end = offset + len(piece)
        parts: list[str] = []
        position = offset
        while index < len(edits) and edits[index][0] < end:
            start, stop, new = edits[index]
            parts.append(piece[position - offset : max(start, position) - offset])
            if start >= offset:
                parts.append(new)
            position = min(stop, end)
            if stop > end:
                break
            index += 1
        parts.append(piece[position - offset :])
        result.append("".join(parts))
        offset = end
    return result


class _Setter:
    """Decides what the marks of one paragraph become, in order.

    ``opened_at`` is the end of the last opening mark: what follows directly stands at a beginning, too.
    """

    __slots__ = ("closing", "open_marks", "opened_at", "opening", "rules", "text")

    def __init__(self, text: str, rules: Typography, opening: frozenset[int], closing: frozenset[int]) -> None:
        self.text = text
        self.rules = rules
        self.opening = opening
        self.closing = closing
        self.open_marks: list[Kind] = []
        self.opened_at = -1

    def replacement(self, typed: str, start: int, end: int) -> str:
        """Return what a mark becomes that was typed at these code points."""
        if typed[0] == "`":
            return typed if self._is_code_mark(typed, start, end) else self._open(_kind(typed), end)
        return self._single(start, end) if typed == "'" else self._double(typed, start, end)

    def _double(self, typed: str, start: int, end: int) -> str:
        if start in self.opening:
            return self._open("double", end)
        if "double" not in self.open_marks and end not in self.closing and self.text[start - 1 : start].isdigit():
            return typed  # inches
        begins, ends = self._begins(start), self._ends(end)
        if end in self.closing or (ends and not begins):
            return self._close("double", start)
        if begins != ends or "double" not in self.open_marks:
            return self._open("double", end)
        return self._close("double", start)

    def _single(self, start: int, end: int) -> str:
        if self.text[start - 1 : start].isalnum() and self.text[end : end + 1].isalnum():
            return _APOSTROPHE
        if start in self.opening:
            return self._open("single", end)
        begins = self._begins(start)
        if (
            begins
            and not self._ends(end)
            and not self._is_elision(end)
            and _CLOSING_LATER.search(self.text, end) is not None
        ):
            return self._open("single", end)
        if "single" in self.open_marks and not begins:
            return self._close("single", start)
        return _APOSTROPHE

    def _begins(self, start: int) -> bool:
        before = self.text[start - 1 : start]
        return not before or before.isspace() or before in _BEGINNERS or self.opened_at == start

    def _ends(self, end: int) -> bool:
        after = self.text[end : end + 1]
        if after in MARKS and (skipped := _SKIPPED.match(self.text, end)):
            after = self.text[skipped.end() : skipped.end() + 1]
        return not after or after.isspace() or after in _CLOSERS

    def _is_elision(self, end: int) -> bool:
        word = _WORD.match(self.text, end)
        return _DECADE.match(self.text, end) is not None or (
            word is not None and word[0].lower() in self.rules.elisions
        )

    def _is_code_mark(self, typed: str, start: int, end: int) -> bool:
        """Tell whether a backtick belongs to a pair of backticks, which is code and no quotation."""
        if len(typed) > 1:
            return False
        return (self._ends(end) and not self._begins(start)) or _CODE.match(self.text, start) is not None

    def _open(self, kind: Kind, end: int) -> str:
        self.open_marks.append(kind)
        self.opened_at = end
        mark = (self.rules.double if kind == "double" else self.rules.single)[0]
        return mark.rstrip("\u00a0") if self.text[end : end + 1].isspace() else mark

    def _close(self, kind: Kind, start: int) -> str:
        while kind in self.open_marks and self.open_marks.pop() != kind:
            pass
        mark = (self.rules.double if kind == "double" else self.rules.single)[1]
        return mark.lstrip("\u00a0") if self.text[start - 1 : start].isspace() else mark


def _kind(typed: str) -> Kind:
    return "double" if len(typed) > 1 or typed == '"' else "single"
