"""Organisations: names that end in, or begin with, a word for a body of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from tei_edition.tagging.evidence import Evidence

_LONGEST = 8
_LINKS = frozenset({"of", "for", "on", "and", "&", "the", "to"})


def organisation(known: Evidence, at: int) -> int:
    """Return the end of an organisation's name that begins at ``at``; ``at`` where none does."""
    if (
        not known.capital(at)
        or known.low(at) in lexicon().determiners
        or (known.title_case and known.common(at) and not known.demonym(at))
    ):
        return at
    head = _last_head(known, at)
    if head is None:
        return at
    single = head == at
    end = _extended(known, head + 1) if known.low(head).rstrip(".") in lexicon().organisation_openers else head + 1
    if single and end == head + 1:
        return at
    if known.low(end) == "." and known.low(end - 1) in {"inc", "co", "corp", "ltd", "bros"}:
        return end + 1
    return end


def _last_head(known: Evidence, at: int) -> int | None:
    """Return the last word for a body among the capitalised words from ``at`` on ("&", "and" between them allowed)."""
    head, index = None, at
    while index - at < _LONGEST and known.capital(index) and not (index > at and known.words[index].opens_sentence):
        if known.calendar(index) and index > at:
            break
        if known.low(index).rstrip(".") in lexicon().organisation_heads | lexicon().organisation_openers:
            head = index
        step = (
            2
            if known.low(index + 1) == "&"
            or (head is None and known.low(index + 1) == "and" and known.capital(index + 2))
            else 1
        )
        index += step
    return head


def _extended(known: Evidence, at: int) -> int:
    """Return the end of "of the X and Y" after a head."""
    if known.low(at) not in {"of", "for", "on"}:
        return at
    index = at + 1 + (known.low(at + 1) == "the")
    end = at
    while index - at < _LONGEST and known.capital(index) and not known.words[index].opens_sentence:
        index += 1
        end = index
        if (
            known.low(index) in _LINKS
            and known.low(index) != "to"
            and known.capital(index + 1 + (known.low(index + 1) == "the"))
        ):
            if (
                known.low(index) == "and"
                and known.low(index - 1) not in lexicon().organisation_heads
                and not known.common(index + 1)
            ):
                break
            index += 1 + (known.low(index + 1) == "the")
    return end
