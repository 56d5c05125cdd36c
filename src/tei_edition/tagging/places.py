"""Places: names of the gazetteer, and names with a word for a feature of land or town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from tei_edition.tagging.evidence import Evidence

_LONGEST = 4
_DIRECTIONS = frozenset(
    "north south east west central northern southern eastern western upper lower greater old new".split()
)


def feature_name(known: Evidence, at: int) -> int:
    """Return the end of a name such as "Hudson River", "Mount Everest" or "Isle of Wight"; ``at`` if none."""
    if not known.capital(at) or known.title_case or known.shouting:
        return at
    if known.low(at) in _DIRECTIONS and not known.words[at].opens_sentence and known.capital(at + 1):
        end = known.place(at + 1)
        if end > at + 1:
            return end
    if known.low(at) in lexicon().place_openers and not known.words[at].opens_sentence:
        end = _opened(known, at)
        if end > at:
            return end
    end = at + 1
    while end - at < _LONGEST and known.capital(end) and not known.words[end].opens_sentence:
        if known.low(end).rstrip(".") in lexicon().place_heads:
            usable = not (known.words[at].opens_sentence and known.common(at) and end - at == 1)
            return end + 1 if usable else at
        end += 1
    return at


def _opened(known: Evidence, at: int) -> int:
    if known.low(at) in {"mount", "mt", "lake", "cape", "fort", "port", "river", "camp"}:
        start = at + 1 + (known.low(at + 1) == ".")
        return start + 1 if known.namelike(start) and not known.common(start) else at
    if known.low(at) in {"isle", "gulf", "bay", "strait", "republic", "kingdom"} and known.low(at + 1) == "of":
        start = at + 2 + (known.low(at + 2) == "the")
        return start + 1 if known.namelike(start) else at
    return at
