"""The order of an index and the letters that head its parts.

Letters are compared without marks and case, whatever the language; that is the documented order of every index.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_FOLD = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ı": "i"})


def sort_key(term: str) -> tuple[str, str]:
    """Return what a term is sorted by: its words without marks and case, then the term itself."""
    return " ".join(_WORD.findall(folded(term))), term


def folded(words: str) -> str:
    """Return words without marks and case."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(_FOLD))
    return "".join(character for character in plain if not unicodedata.combining(character))


def initial(term: str) -> str:
    """Return the letter under which a term stands, ``#`` for what does not begin with a letter."""
    first = sort_key(term)[0][:1].upper()
    return first if first.isalpha() else "#"
