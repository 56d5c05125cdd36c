"""Organisations that have a place in their name: "Communist Party" and "Cuba" in "Communist Party of Cuba" are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tagging.crf.decoding import Found
from tei_edition.tagging.crf.vocabulary import flags

if TYPE_CHECKING:
    from collections.abc import Sequence

ORGANISATION, PLACE = "orgName", "placeName"
_HEADS = frozenset("ob")


def with_places(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return the names of a sentence; an organisation and a place that belongs to its name are one organisation.

    That is a place after "of" or "of the", where a word for a body stands before it, and a place just before a name
    that ends in such a word. The certainty is the lesser of the two.
    """
    joined: list[Found] = []
    for name in found:
        last = joined[-1] if joined else None
        if last is not None and (_of_place(words, last, name) or _place_before(words, last, name)):
            joined[-1] = Found(last.start, name.end, ORGANISATION, min(last.certainty, name.certainty))
        else:
            joined.append(name)
    return joined


def _of_place(words: Sequence[str], body: Found, place: Found) -> bool:
    between = [word.lower() for word in words[body.end : place.start]]
    return body.label == ORGANISATION and place.label == PLACE and between in _LINKS and _is_head(words[body.end - 1])


def _place_before(words: Sequence[str], place: Found, body: Found) -> bool:
    adjacent = place.end == body.start and place.label == PLACE and body.label == ORGANISATION
    return adjacent and _is_head(words[body.end - 1])


def _is_head(word: str) -> bool:
    return not _HEADS.isdisjoint(flags(word))


_LINKS = (["of"], ["of", "the"])
