"""Dates and periods, by a grammar of regular expressions, with the W3C forms that TEI's attributes take.

Source: TEI P5 Guidelines, 3.6.4 (Dates and Times) and 13.4 (Dates).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.dates import written_dates
from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation
from tei_edition.tagging.dates import absolute, grammar, relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tei_edition.tagging.dates.values import Features

__all__ = ["dates"]

_HINT = re.compile(
    r"\d|day|night|morning|afternoon|evening|spring|summer|autumn|\bfall\b|winter|morrow|month|\bweek|\byear|\bago\b|centur|ties\b|January|February|March|April|May|June|July|August|September"
    r"|October|November|December",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    start: int
    end: int
    features: Features
    certainty: float


def dates(
    text: str, span: Span, agent: str, published: str | None = None, language: str | None = None
) -> tuple[Annotation, ...]:
    """Return the dates and periods within ``span`` of ``text``; none overlaps another, the longest stand.

    Their features are W3C dates: ``when``; ``from`` and ``to`` of a period; ``notBefore`` and ``notAfter`` of a point
    in time that is known only about. Dates told from the day of the article ("last Tuesday") have one only where
    ``published``, the article's date in W3C form, says that day.

    Args:
        text: The article's text.
        span: The part of it to read.
        agent: Who says so.
        published: The article's date.
        language: Its BCP 47 tag: a language with a file has its own rules, all others have those of English.
    """
    foreign = grammar.rules(language or "")
    hint = grammar.hint(language or "") if foreign else _HINT
    if not hint.search(text, span.start, span.end):
        return ()
    reference = relative.reference_of(published)
    matches = _foreign(text, span, foreign, reference) if foreign else _matches(text, span, reference)
    found = sorted(matches, key=lambda one: one.start - one.end)
    kept: list[_Found] = []
    taken: set[int] = set()
    for one in found:
        positions = range(one.start, one.end)
        if taken.isdisjoint(positions):
            taken.update(positions)
            kept.append(one)
    return tuple(
        Annotation(Span(one.start, one.end), "date", agent, one.certainty, tuple(sorted(one.features.items())))
        for one in sorted(kept)
    )


def _matches(text: str, span: Span, reference: date | None) -> Iterator[_Found]:
    for pattern, meaning, certainty in absolute.RULES:
        for match in pattern.finditer(text, span.start, span.end):
            features = meaning(match)
            if features is not None:
                yield _Found(match.start(), match.end(), features, certainty)
    for pattern, told, certainty in relative.RULES:
        for match in pattern.finditer(text, span.start, span.end):
            if not _is_other_name(text, match):
                yield _Found(match.start(), match.end(), told(match, reference) if reference else {}, certainty)
    for written, value in written_dates(span.of(text)):
        yield _Found(span.start + written.start, span.start + written.end, {"when": value}, 0.95)


def _foreign(text: str, span: Span, rules: Sequence[grammar.Rule], reference: date | None) -> Iterator[_Found]:
    for rule in rules:
        for match in rule.pattern.finditer(text, span.start, span.end):
            features = rule.read(match, reference)
            if features is not None:
                group = "date" if "date" in rule.pattern.groupindex else 0
                yield _Found(*match.span(group), features, rule.certainty)


def _is_other_name(text: str, match: re.Match[str]) -> bool:
    """Tell "Good Friday" and "the Sunday Herald" from a day of the week."""
    return relative.NOT_BEFORE_WEEKDAY.search(text, max(0, match.start() - 8), match.start()) is not None
