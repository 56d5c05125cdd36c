"""Names in texts of other languages than English, for which the sequence model was not made."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation
from tei_edition.tagging.languages import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.tagging.passages import Passage

_LISTED = 0.75
_MOST = 0.85
"""The certainty that the model's names have at most: it was measured on English only."""


def adapted(
    text: str, passages: Sequence[Passage], named: Sequence[Annotation], tag: str | None, agent: str
) -> tuple[Annotation, ...]:
    """Return the names of a text by the model and by its language's list of places, in reading order.

    Of the model's names, those that begin with a word that begins no name in that language lose it, or go. English
    texts, and those of unknown language, keep their names as they are.
    """
    if tag is None or tag.split("-", 1)[0].lower() == "en":
        return tuple(named)
    known = language(tag)
    lists = known.names if known is not None else None
    kept = [
        one
        for one in (_without_small_words(text, one, lists.no_names if lists else frozenset()) for one in named)
        if one
    ]
    if known is None or lists is None or not lists.places:
        return tuple(kept)
    listed = [one for passage in passages for one in _places(text, passage.span, known.tag, agent)]
    return tuple(_without_overlaps((*kept, *listed)))


def _without_overlaps(named: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield names of which none overlaps another: the longer stands, of two as long the one from the list."""
    end = 0
    for one in sorted(named, key=lambda one: (one.span.start, -one.span.end, one.certainty != _LISTED)):
        if one.span.start >= end:
            end = one.span.end
            yield one


def _without_small_words(text: str, one: Annotation, small: frozenset[str]) -> Annotation | None:
    """Return a name without the words at its start that begin none; None where nothing is left."""
    start = one.span.start
    for word in re.finditer(r"\S+\s*", one.span.of(text)):
        if word[0].strip(" \t\n\u00a0’'.,").lower() not in small:
            break
        start = one.span.start + word.end()
    if start >= one.span.end or not text[start].isupper():
        return None if start > one.span.start else replace(one, certainty=min(one.certainty, _MOST))
    return replace(one, span=Span(start, one.span.end), certainty=min(one.certainty, _MOST))


def _places(text: str, span: Span, tag: str, agent: str) -> Iterator[Annotation]:
    for match in _place_pattern(tag).finditer(text, span.start, span.end):
        yield Annotation(Span(match.start(), match.end()), "placeName", agent, _LISTED)


@cache
def _place_pattern(tag: str) -> re.Pattern[str]:
    known = language(tag)
    places = sorted(known.names.places, key=len, reverse=True) if known is not None and known.names is not None else ()
    names = "|".join(re.escape(place).replace(r"\ ", r"\s+") for place in places)
    return re.compile(rf"(?<![\w\-])(?:{names})(?![\w])(?!-\w)")
