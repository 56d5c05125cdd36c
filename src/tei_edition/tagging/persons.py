"""Persons: the shapes of their names in a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from tei_edition.tagging.evidence import Evidence

_LONGEST = 6


def titled_name(known: Evidence, at: int) -> tuple[int, int]:
    """Return the words of a name that follows titles ("Mr. X", "President X Y", "Gen. X") which begin at ``at``.

    Equal indices where there is none. The titles are not part of it.
    """
    start = at
    while known.honorific(start) or (known.capital(start) and known.low(start) in lexicon().qualifiers):
        start += 1
    if not any(known.honorific(i) for i in range(at, start)) or not _titled(known, start):
        return at, at
    end = name_end(known, start)
    return (start, end) if end > start else (at, at)


def _titled(known: Evidence, start: int) -> bool:
    """Tell whether what stands before a name is a title: one with a full stop, or before what looks like a name."""
    if not known.namelike(start) or known.demonym(start):
        return False
    first = known.words[start]
    dotted = known.low(start - 1).endswith(".") or known.low(start - 1) in _SURE_TITLES
    if known.low(start) in lexicon().organisation_heads or (first.opens_sentence and not dotted):
        return False
    if known.low(start - 1) in {"st", "st.", "saint"}:
        return False
    return dotted or known.given(start) or known.surname(start) or not known.common(start)


_SURE_TITLES = frozenset({"mr", "mrs", "ms", "dr", "miss", "sir", "lord", "lady", "prof"})


def full_name(known: Evidence, at: int) -> int:
    """Return the end of a name of several words that begins with a given name or initials; ``at`` if none does."""
    if known.demonym(at) or (known.calendar(at) and not known.given(at)):
        return at
    starts = known.initials(at) or known.given(at)
    end = name_end(known, at) if starts else at
    if end - at < 2 or known.initials(end - 1):  # noqa: PLR2004 - two words at least
        return at
    if known.common(at) and known.words[at].opens_sentence and all(known.common(i) for i in range(at + 1, end)):
        return at
    return end


def unknown_name(known: Evidence, at: int) -> int:
    """Return the end of two or three capitalised words that no list knows: most often a person; ``at`` if not so."""
    blocked = known.title_case or known.shouting or known.initials(at) or known.demonym(at)
    if blocked or known.common(at) or not known.namelike(at):
        return at
    end = name_end(known, at)
    if not 2 <= end - at <= 4 or any(known.common(i) or known.demonym(i) for i in range(at, end)):  # noqa: PLR2004
        return at
    return end


def name_end(known: Evidence, at: int) -> int:
    """Return the end of the words from ``at`` on that can belong to one person's name."""
    end = at
    while end - at < _LONGEST:
        if known.low(end) in lexicon().particles and end > at and _particle_end(known, end) > end:
            end = _particle_end(known, end)
        elif known.low(end).rstrip(".") in lexicon().suffixes and end > at + 1:
            return end + 1 + (known.low(end + 1) == "." and known.low(end) in {"jr", "sr"})
        elif _continues(known, at, end):
            end += 1
        else:
            break
    comma = known.low(end) == "," and known.low(end + 1) in {"jr", "sr", "jr.", "sr."} and end - at > 1
    return end + 2 + (known.low(end + 2) == ".") if comma else end


def _particle_end(known: Evidence, at: int) -> int:
    end = at
    while known.low(end) in lexicon().particles and end - at < 3:  # noqa: PLR2004 - "van der", "de la"
        end += 1
    return end + 1 if known.namelike(end) and not known.common(end) else at


def _continues(known: Evidence, at: int, end: int) -> bool:
    if not known.namelike(end) or (end > at and known.words[end].opens_sentence):
        return False
    if end > at and (known.demonym(end) or (known.low(end) in lexicon().place_heads and not known.surname(end))):
        return False
    if end > at and (known.title_case or known.shouting) and known.common(end) and not known.surname(end):
        return False
    return not (end > at and known.honorific(end) and not known.surname(end))
