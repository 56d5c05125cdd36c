"""Words of a passage with their offsets, and where its sentences begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from tei_edition.core.span import Span


class Word(NamedTuple):
    """A word, number or mark: its text and its offsets in the article's text."""

    text: str
    start: int
    end: int
    opens_sentence: bool

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_letters(self) -> bool:
        """Whether it is a word, not a number or a mark."""
        return self.text[0].isalpha()


_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_ABBREVIATED = (
    "Mr|Mrs|Ms|Messrs|Drs?|Prof|St|Rev|Fr|Capt|Col|Gen|Lieut|Lt"
    "|Maj|Sgt|Cpl|Pvt|Adm|Cmdr|Brig|Hon|Gov|Sen|Rep|Pres|Supt|Ft|Mt"
)
_WORD = re.compile(
    rf"""
    (?:{_ABBREVIATED})\.(?=\s*\w)
  | (?:[^\W\d_]\.(?:-?(?=[^\W\d_]\.))?)+(?![^\W\d_])                    # V.I.  U.S.  J.-P.
  | ['’‘`](?:s|S)\b(?=[^\w]|$)                                          # the possessive
  | (?:O|D|d|L|l|M)['’](?={_LETTER})(?:{_LETTER})+(?:[-‐‑](?:{_LETTER})+)*
  | (?:{_LETTER})+(?:(?:[-‐‑]|['’](?![sS]\b)|&(?=[A-Z]\b))(?:{_LETTER})+)*
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b
  | '' | `` | --+ | \.\.+
  | \S
    """,
    re.VERBOSE,
)
_ENDERS = frozenset(".!?…")
_OPENERS = frozenset("\"“”„«»'‘’`([{-–—•*_") | {"''", "``", "--"}


def words(text: str, span: Span) -> tuple[Word, ...]:
    """Return the words of ``text`` within ``span``, in order."""
    found: list[Word] = []
    opens = True
    dots = lexicon().abbreviations
    previous = ""
    for match in _WORD.finditer(text, span.start, span.end):
        word = match[0]
        found.append(Word(word, match.start(), match.end(), opens))
        if word in _ENDERS or word[0] == "." or ("\n" in text[match.end() : match.end() + 2] and not word[0].isalnum()):
            opens = not (word == "." and (previous.lower() in dots))
        elif word[0].isalnum() or word[0] in ",;%&/":
            opens = False
        elif word not in _OPENERS and word not in {")", "]", "}"}:
            opens = opens or word == ":"
        elif word in _OPENERS and word not in {"-", "–", "—", "--", "_", "'", "’"}:
            opens = opens or word in {'"', "“", "„", "«", "``", "''"}
        previous = word
    return tuple(found)
