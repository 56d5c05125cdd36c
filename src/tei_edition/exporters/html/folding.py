"""Words as they are compared in a search: without marks and case, as ``assets/search.js`` does it too."""

from __future__ import annotations

import unicodedata

_FOLD = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ı": "i"})


def folded(words: str) -> str:
    """Return words without marks and case.

    >>> folded("Łódź, Ærø")
    'lodz, aero'
    """
    if words.isascii():
        return words.lower()
    plain = unicodedata.normalize("NFKD", words.lower().translate(_FOLD))
    return "".join(character for character in plain if unicodedata.category(character)[0] != "M")
