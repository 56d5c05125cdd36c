"""Events: wars, battles, revolutions and games by their names, where the words leave no doubt."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.tagging.passages import Passage

EVENT = "eventName"
_CERTAINTY = 0.9
_NAME = r"(?:(?:St|Mt)\.\ )?[A-Z][\w’'-]*(?:\ [A-Z][\w’'-]*){0,2}"
_PATTERNS = rf"""World\ War\ (?:III|II|I|One|Two|Three|[123])\b
  | (?:Battle|Siege|Massacre)\ of\ (?:the\ )?{_NAME}
  | (?:(?:18|19|20)\d\d\ )?(?:Summer\ |Winter\ )?(?:Olympic\ Games|Olympics|World\ Cup)\b"""
_NO_EVENT_AFTER = re.compile(r"\s+(?:Memorial|Museum|Committee|Commission|Stadium|Park|Center|Centre|Veterans)\b")


@cache
def _events() -> re.Pattern[str]:
    names = files("tei_edition.tagging").joinpath("data", "events.txt").read_text(encoding="utf-8").splitlines()
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?=[A-Z12])(?:{_PATTERNS} | (?:{listed})(?![\w-]))", re.VERBOSE)


def with_events(
    text: str, passages: Sequence[Passage], names: Sequence[Annotation], agent: str
) -> tuple[Annotation, ...]:
    """Return the names of an article with its events; what is only part of an event's name goes.

    Where a name holds an event or crosses it ("World War II Memorial") the name stays and the event is none.
    Both are in reading order.
    """
    starts = [name.span.start for name in names]
    found, gone = [], set()
    for event in _found(text, passages):
        beside = range(max(0, bisect_right(starts, event.start) - 1), bisect_left(starts, event.end))
        over = [at for at in beside if names[at].span.end > event.start]
        if all(event.contains(names[at].span) for at in over):
            gone.update(over)
            found.append(Annotation(event, EVENT, agent, _CERTAINTY))
    kept = [name for at, name in enumerate(names) if at not in gone]
    return tuple(sorted([*kept, *found], key=lambda one: (one.span.start, -one.span.end)))


def _found(text: str, passages: Sequence[Passage]) -> Iterator[Span]:
    for passage in passages:
        for match in _events().finditer(text, passage.span.start, passage.span.end):
            if not _NO_EVENT_AFTER.match(text, match.end()):
                yield Span(match.start(), match.end())
