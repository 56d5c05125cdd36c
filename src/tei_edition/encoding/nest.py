"""Annotations of one block of running text, made to nest: XML knows no crossing.

Where two annotations cross, the one that begins later is cut where the other ends, and its pieces are chained by
``@next`` and ``@prev``. Source: TEI Guidelines, NH "Non-hierarchical Structures", fragmentation and reconstitution.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation  # noqa: TC001 - dataclass fields are read at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.model.article import Repair

DEPTH = 40
"""How deep annotations may nest; XML parsers refuse documents that are a few hundred elements deep."""

_OUTER_FIRST = (
    "said quote q soCalled mentioned title rs eventName orgName persName placeName geogName date num foreign hi emph"
).split()
_RANK = {label: rank for rank, label in enumerate(_OUTER_FIRST)}


@dataclass(frozen=True, slots=True)
class Fragment:
    """An annotation, or the piece of one that lies in this place.

    Attributes:
        span: Where the element goes.
        annotation: What it says.
        chain: The same for all pieces of one annotation or quotation; None for one that is whole.
    """

    span: Span
    annotation: Annotation
    chain: str | None = None


def nested(
    annotations: Iterable[Annotation], leaf: Span, repairs: Sequence[Repair]
) -> tuple[tuple[Fragment, ...], tuple[Annotation, ...]]:
    """Return fragments that nest within ``leaf``, outer before inner, and the annotations left out.

    Args:
        annotations: Any annotations; what lies outside ``leaf`` is cut off.
        leaf: The block's span.
        repairs: The repairs within it in their order: none is ever cut, so an edge within one moves outward.

    Returns:
        Left out are duplicates (same place, same label) and what would nest deeper than ``DEPTH``.
    """
    queue = _queue(annotations, leaf, repairs)
    placed: list[Fragment] = []
    dropped: list[Annotation] = []
    open_: list[Fragment] = []
    while queue:
        *_, number, fragment = heapq.heappop(queue)
        while open_ and open_[-1].span.end <= fragment.span.start:
            open_.pop()
        if open_ and fragment.span.end > open_[-1].span.end:
            for piece in _cut(fragment, open_[-1].span.end):
                _push(queue, piece, number)
        elif len(open_) >= DEPTH or _doubled(fragment, open_):
            dropped.append(fragment.annotation)
        else:
            open_.append(fragment)
            placed.append(fragment)
    return tuple(placed), tuple(dropped)


def _queue(
    annotations: Iterable[Annotation], leaf: Span, repairs: Sequence[Repair]
) -> list[tuple[int, int, int, str, int, Fragment]]:
    queue: list[tuple[int, int, int, str, int, Fragment]] = []
    for number, annotation in enumerate(annotations):
        clipped = annotation.span.clipped(leaf)
        if clipped is not None:
            chain = annotation.feature("chain") or (_chain(annotation) if clipped != annotation.span else None)
            _push(queue, Fragment(_whole_repairs(clipped, repairs), annotation, chain), number)
    return queue


def _push(queue: list[tuple[int, int, int, str, int, Fragment]], fragment: Fragment, number: int) -> None:
    label = fragment.annotation.label
    key = (fragment.span.start, -fragment.span.end, _RANK.get(label, len(_RANK)), label, number)
    heapq.heappush(queue, (*key, fragment))


def _cut(fragment: Fragment, at: int) -> tuple[Fragment, Fragment]:
    chain = fragment.chain or _chain(fragment.annotation)
    before, after = Span(fragment.span.start, at), Span(at, fragment.span.end)
    return Fragment(before, fragment.annotation, chain), Fragment(after, fragment.annotation, chain)


def _chain(annotation: Annotation) -> str:
    return f"{annotation.label} {annotation.span.start} {annotation.span.end} {annotation.agent}"


def _doubled(fragment: Fragment, open_: Sequence[Fragment]) -> bool:
    for other in reversed(open_):
        if other.span != fragment.span:
            return False
        if other.annotation.label == fragment.annotation.label:
            return True
    return False


def _whole_repairs(span: Span, repairs: Sequence[Repair]) -> Span:
    if not repairs:
        return span
    start, end = span.start, span.end
    first = bisect_right(repairs, start, key=_begin) - 1
    if first >= 0 and repairs[first].span.start < start < repairs[first].span.end:
        start = repairs[first].span.start
    last = bisect_left(repairs, end, key=_begin) - 1
    if last >= 0 and repairs[last].span.start < end < repairs[last].span.end:
        end = repairs[last].span.end
    return Span(start, end)


def _begin(repair: Repair) -> int:
    return repair.span.start
