"""Addresses: whom a quotation speaks to by name ("Well, Tommy, …"), and whom it speaks of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.tagging.speech.words import speech_words

if TYPE_CHECKING:
    from tei_edition.tagging.speech.cast import Cast

_REACH = 400
_NAME = r"[A-Z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+){0,2}"
_END = r"(?=\s*[,.!?;:—–-]|\s*$)"
_LEADS = "[Oo]h|[Aa]h|[Yy]es|[Nn]o|[Ww]ell|[Hh]ello|[Nn]ow|[Cc]ome|[Dd]ear"


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(speech_words().genders, key=len, reverse=True))
    dear = r"(?:[Mm]y\s+)?(?:[Dd]ear(?:est)?\s+|[Oo]ld\s+|[Yy]oung\s+)?(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?"
    lead = rf"(?:^|[,;—–-]\s*|(?:^|\s)(?:{_LEADS})\s+)"
    return re.compile(rf"{lead}{dear}(?P<name>{_NAME}|(?:{nouns})\b){_END}")


def addressed(cast: Cast, quoted: str) -> frozenset[str]:
    """Return the keys of those whom a quotation, without its marks, addresses."""
    parts = (quoted,) if len(quoted) <= 2 * _REACH else (quoted[:_REACH], quoted[-_REACH:])
    return frozenset(key for part in parts for match in _pattern().finditer(part) for key in _keys(cast, match["name"]))


def mentioned(cast: Cast, quoted: str) -> frozenset[str]:
    """Return the keys of those whom a quotation names in any way."""
    words = re.findall(r"[A-Z][\w’'\-]+", quoted[: 2 * _REACH])
    return frozenset(key for word in words for key in cast.bearers.get(_bare(word), ())[:1])


def _keys(cast: Cast, name: str) -> tuple[str, ...]:
    low = [_bare(word) for word in name.split()]
    known = cast.bearers.get(low[-1], ()) or cast.bearers.get(low[0], ())
    role = cast.roles.get(low[-1], -1)
    other = (cast.keys[role],) if role >= 0 else ()
    return (*known, *other, f"n:{low[-1]}", f"p:{' '.join(low)}:")


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s").strip(".'’")
