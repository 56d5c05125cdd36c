"""The order of an index: as the alphabet of its language has it.

A small table of the letters that languages sort apart (``collation.tsv``) takes the place of a whole collation
library: names in an index need letters, not the finer levels of the Unicode Collation Algorithm.
Source: Unicode Technical Standard 10; Unicode CLDR, collation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

Letter = tuple[str, int]
"""A letter's base and its place after it: ``("z", 0)`` is z, ``("z", 1)`` the first letter after z."""

Key = tuple[tuple[Letter, ...], str]

_SPELLED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ı": "i", "ħ": "h", "ə": "e"}
)


class _Alphabet(NamedTuple):
    letters: Mapping[str, Letter]
    longest: int


def sort_key(term: str, language: str) -> Key:
    """Return what a term is sorted by: its words' letters in the language's alphabet, then the term itself.

    >>> sorted(["Åberg", "Zorn", "Ärlig", "Ahl"], key=lambda name: sort_key(name, "sv"))
    ['Ahl', 'Zorn', 'Åberg', 'Ärlig']
    """
    return tuple(_letters(term, language)), term


def heading(term: str, language: str) -> str:
    """Return the letter under which a term stands: ``Å`` in Swedish, ``A`` in German; ``#`` for digits and signs."""
    folded = _folded(term, language)
    letters = _letters(term, language)
    if not letters or not letters[0][0].isalpha():
        return "#"
    base, place = letters[0]
    if not place:
        return base.upper()
    start = next(i for i, character in enumerate(folded) if character.isalnum())
    alphabet = _alphabet(language)
    for length in range(alphabet.longest, 0, -1):
        if alphabet.letters.get(folded[start : start + length]) == (base, place):
            return folded[start : start + length].capitalize()
    return base.upper()


def folded_words(term: str) -> frozenset[str]:
    """Return the words of a term without case, marks and punctuation, for comparing two forms of one name."""
    plain = "".join(_bare(character) for character in term.casefold().translate(_SPELLED))
    return frozenset(re.findall(r"\w+", plain))


def _folded(term: str, language: str) -> str:
    if language.lower().partition("-")[0] in {"tr", "az"}:
        term = term.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", term.casefold().replace("i̇", "i"))


def _letters(term: str, language: str) -> list[Letter]:
    alphabet = _alphabet(language)
    folded = _folded(term, language)
    found: list[Letter] = []
    position = 0
    while position < len(folded):
        for length in range(alphabet.longest, 0, -1):
            letter = alphabet.letters.get(folded[position : position + length])
            if letter is not None:
                found.append(letter)
                break
        else:
            length = 1
            found += [(letter_, 0) for letter_ in _bare(folded[position].translate(_SPELLED))]
        position += length
    return found


def _bare(characters: str) -> str:
    """Return letters, digits and spaces without marks; nothing of punctuation."""
    plain = unicodedata.normalize("NFKD", characters)
    return "".join(" " if one.isspace() else one for one in plain if one.isalnum() or one.isspace())


@cache
def _alphabet(language: str) -> _Alphabet:
    tables = dict(rows(__file__, "collation.tsv"))
    letters: dict[str, Letter] = {}
    for chain in tables.get(language.lower().partition("-")[0], "").split():
        base, *own = chain.split("<")
        for place, letter in enumerate(own, 1):
            letters[letter] = (base, place)
    return _Alphabet(letters, max(map(len, letters), default=0))
