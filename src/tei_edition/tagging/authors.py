"""Authors of works: "his book X", "Anna Holm's novel X", "X, by Anna Holm"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.tagging.lexicon import lexicon
from tei_edition.tagging.speech.cast import cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.layer import Annotation
    from tei_edition.tagging.speech.cast import Cast

_REACH = 60
_MEMORY = 1500  # code points back, for whom a pronoun means
_BY = re.compile(r"[\"”’']?,?\s+by\s+")


def with_authors(text: str, titles: Sequence[Annotation], names: Sequence[Annotation]) -> list[Annotation]:
    """Return annotations of titles, each with its author's name as ``speaker`` where the text says whose work it is."""
    hints = [_owner_pattern().search(text[max(0, one.span.start - _REACH) : one.span.start]) for one in titles]
    if not any(hints) and not any(_BY.match(text, one.span.end) for one in titles):
        return list(titles)
    known = cast(text, names, ())
    ends = {name.span.end: name.span for name in names if name.label == "persName"}
    return [replace(one, speaker=_author(known, one, hint, ends)) for one, hint in zip(titles, hints, strict=True)]


def _author(known: Cast, title: Annotation, hint: re.Match[str] | None, ends: dict[int, Span]) -> Span | None:
    by = _BY.match(known.text, title.span.end)
    if by:
        index = bisect_left(known.starts, by.end())
        follows = index < len(known.names) and known.starts[index] == by.end()
        return known.names[index].span if follows and known.names[index].label == "persName" else None
    if hint is None:
        return None
    start = title.span.start - (hint.endpos - hint.start("owner"))
    if hint["owner"] in {"'s", "’s"}:
        return ends.get(start)
    gender = {"his": "M", "her": "F"}.get(hint["owner"].lower())
    return _possessor(known, gender, start) if gender else None


def _possessor(known: Cast, gender: str, at: int) -> Span | None:
    """Return whom "his" means: he whom the pronoun that is the subject of its clause means, or the subject itself."""
    start = known.sentences[max(0, bisect_right(known.sentences, at) - 1)]
    pronoun = re.compile(r"\b[Hh]e\b" if gender == "M" else r"\b[Ss]he\b").search(known.text, start, at)
    named = any(known.names[index].label == "persName" for index in known.within(Span(start, at)))
    from_where = pronoun.start() if pronoun and not named else at
    found = known.referent(gender, from_where, max(0, at - _MEMORY))
    return found.span if found is not None else None


@cache
def _owner_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon().work_nouns | lexicon().newspaper_nouns, key=len, reverse=True))
    return re.compile(
        r"(?P<owner>\b[Hh]is|\b[Hh]er|(?<=\w)['’]s)"
        rf"\s+(?:[a-z0-9][\w\-]*\s+){{0,3}}(?:{nouns}),?\s+[\"“‘'_«„]?$"
    )
