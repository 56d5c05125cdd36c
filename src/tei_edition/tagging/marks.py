"""Quotation marks: which characters of a passage are some, and which way each can face.

Apostrophes, primes (feet and inches, minutes and seconds) and possessives are told apart here.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.core.span import Span


class Family(Enum):
    """Which marks may close which: a mark closes only one of its own family."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"
    SINGLE_ANGLE = "single angle"


class Mark(NamedTuple):
    """A quotation mark: its offsets in the text, its family, and which ways it can face.

    ``at_line`` tells that it is the first thing on its line; a mark that can face both ways is one whose place
    says nothing.
    """

    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    at_line: bool


_MARK = re.compile(r"''|``|,,(?=\w)|[\"“”„‟«»‹›'‘’‚`＂]")
_SINGLES = frozenset("'‘’‚`")
_ONLY_OPENS = frozenset({"``", ",,", "„", "‚", "`"})
_ELISIONS = re.compile(
    r"(?:tis|twas|twere|twill|em|til|cause|bout|n|round|neath|gainst|ere|im|ave|ad|e|er|is|ow|ot|ome|eard|arf|alf|ouse|ell|ead|prentice|tween|nuff|cept|fraid|un)\b"
    r"|\d0s|\d\d\b",
    re.IGNORECASE,
)
_SPACE_BEFORE = frozenset(' \t\n\u00a0\u2007\u202f([{-–—/"“„«`‘_*')
_LINE_START = re.compile(r"\n[ \t\u00a0_*>]*$")


def marks(text: str, span: Span) -> Iterator[Mark]:
    """Yield the quotation marks of ``text`` within ``span``, in order; apostrophes and primes are left out."""
    for match in _MARK.finditer(text, span.start, span.end):
        mark = _mark(text, span, match.start(), match.end(), match[0])
        if mark is not None:
            yield mark


def _mark(text: str, span: Span, start: int, end: int, sign: str) -> Mark | None:
    before = text[start - 1] if start > span.start else "\n"
    after = text[end] if end < span.end else "\n"
    at_line = start == span.start or _LINE_START.search(text[max(span.start, start - 12) : start]) is not None
    family = _family(sign)
    if sign in _ONLY_OPENS and not (sign == "`" and before.isalpha() and after.isalpha()):
        return Mark(start, end, family, opens=True, closes=sign == "`" and before.isalnum(), at_line=at_line)
    if family is Family.SINGLE and _is_apostrophe(text, start, end, before, after):
        return None
    if sign == '"' and _is_prime(text, start, span.start):
        return None
    opens, closes = _facing(sign, before, after)
    if not opens and not closes:
        return None
    return Mark(start, end, family, opens, closes, at_line)


def _family(sign: str) -> Family:
    if sign in _SINGLES:
        return Family.SINGLE
    if sign in "«»":
        return Family.ANGLE
    return Family.SINGLE_ANGLE if sign in "‹›" else Family.DOUBLE


def _facing(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Tell which ways a mark can face by its shape and by what stands on both sides."""
    free_before = before in _SPACE_BEFORE
    free_after = after.isspace() or not (after.isalnum() or after in "$£€#@([{…-–—_*¿¡'‘`\"“")
    opens = free_before and not after.isspace()
    closes = not before.isspace() and (free_after or not free_before)
    if sign in {"“", "‘"}:
        return True, closes and not opens
    if sign in {"”", "’"}:
        return opens and not closes, True
    if not opens and not closes:
        return True, True
    if sign in "«»‹›":
        return True, True
    return opens, closes


def _is_apostrophe(text: str, start: int, end: int, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    if text[start] in "'’" and before in _SPACE_BEFORE and _ELISIONS.match(text, end):
        return True
    return before.isspace() and after.isspace()


def _is_prime(text: str, start: int, floor: int) -> bool:
    """Tell 6'2" and 5′ 11" from a quotation mark after a number."""
    return re.search(r"\d\s?['’′]\s?\d{1,2}$", text[max(floor, start - 8) : start]) is not None
