"""Titles of works that stand without quotation marks: after a noun for a work, and newspapers known by name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation
from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE_NOUNS = frozenset("song songs poem poems article articles essay essays story stories column chapter".split())
UNPUBLISHED_NOUNS = frozenset("thesis dissertation manuscript typescript".split())
_MORE_NOUNS = frozenset("thesis dissertation manuscript typescript bestseller biography treatise blockbuster".split())
_CAPITALISED = r"(?:[A-Z0-9][\w’'\-]*)"
_SMALL = r"(?:of|the|and|in|a|an|to|on|for|or|at|by|from|with|de|la|le|du|des|der|die|das|und|et|&)"
_NO_YEAR = r"(?!(?:1[5-9]|20)\d\d\b)"
_RUN = rf"{_CAPITALISED}(?:\s+(?:{_SMALL}\s+){{0,3}}{_NO_YEAR}{_CAPITALISED}){{0,8}}"
_DETERMINER = (
    r"(?:\b(?:his|her|their|its|the|a|an|my|our|your|whose|this|that|first|second|last"
    r"|latest|new|early|famous|best-selling)|['’]s)"
)


def titles(text: str, span: Span, agent: str) -> tuple[Annotation, ...]:
    """Return the titles of works within ``span`` of ``text``, with the feature ``level``; none overlaps another."""
    found = sorted(
        (*_after_nouns(text, span, agent), *_after_verbs(text, span, agent), *_periodicals(text, span, agent)),
        key=lambda one: (one.span.start, -one.span.end, -one.certainty),
    )
    kept: list[Annotation] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def level_of(noun: str) -> str:
    """Return TEI's level of a work called by that noun: j newspaper, a part of one, u unpublished, m otherwise."""
    low = noun.lower()
    if low in lexicon().newspaper_nouns:
        return "j"
    return "a" if low in ARTICLE_NOUNS else "u" if low in UNPUBLISHED_NOUNS else "m"


def _after_nouns(text: str, span: Span, agent: str) -> Iterator[Annotation]:
    for match in _noun_pattern().finditer(text, span.start, span.end):
        title = Span(match.start("title"), match.end("title"))
        if title.of(text).split(maxsplit=1)[0].lower() not in _NOT_FIRST:
            yield Annotation(title, "title", agent, 0.75, (("level", level_of(match["noun"])),))


def _after_verbs(text: str, span: Span, agent: str) -> Iterator[Annotation]:
    """Read "wrote The Art of Rowing", "author of The Art of Rowing": an article as the first word tells a title."""
    for match in _MAKING.finditer(text, span.start, span.end):
        title = Span(match.start("title"), match.end("title"))
        if len(title.of(text).split()) > 2:  # noqa: PLR2004 - "The Times" and "The Hague" are none
            yield Annotation(title, "title", agent, 0.55, (("level", "m"),))
    for match in _EMPHASIS.finditer(text, span.start, span.end):
        yield Annotation(Span(match.start("title"), match.end("title")), "title", agent, 0.6, (("level", "m"),))


_MAKING = re.compile(
    r"\b(?:wrote|authored|co-wrote|published|composed|directed|starred\s+in|starring\s+in|appeared\s+in|author\s+of"
    r"|writer\s+of|director\s+of|composer\s+of|publication\s+of|film\s+version\s+of|adaptation\s+of)\s+"
    rf"(?P<title>(?:The|A|An)\s+{_RUN})"
)
_EMPHASIS = re.compile(rf"(?<![\w_])_(?P<title>{_CAPITALISED}\s+(?:{_SMALL}\s+){{0,3}}{_RUN})_(?![\w_])")
_NOT_FIRST = frozenset("i he she it they we you mr mrs ms dr".split())


def _periodicals(text: str, span: Span, agent: str) -> Iterator[Annotation]:
    for match in _periodical_pattern().finditer(text, span.start, span.end):
        title = Span(match.start(), match.end())
        yield Annotation(title, "title", agent, 0.85, (("level", "j"),))


@cache
def _noun_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon().work_nouns | lexicon().newspaper_nouns | _MORE_NOUNS, key=len, reverse=True))
    return re.compile(rf"{_DETERMINER}\s+(?:[a-z0-9][\w\-]*\s+){{0,2}}(?P<noun>{nouns}),?\s+(?P<title>{_RUN})")


@cache
def _periodical_pattern() -> re.Pattern[str]:
    several = [name for name in lexicon().periodicals if " " in name or name in _UNMISTAKABLE]
    names = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in sorted(several, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-])(?:The\s+)?(?:{names})(?![\w\-])")


_UNMISTAKABLE = frozenset({"Pravda", "Izvestia", "Iskra", "L'Humanité", "Libération", "Granma", "Newsweek"})
