"""Annotations that fit together: none crosses another, and only quotations hold other annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model.layer import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.model.layer import Annotation

HOLDERS = frozenset({"said", "quote", "q", "soCalled", "mentioned"})
"""Labels whose annotations may hold others."""


def compatible(ranked: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Keep, of annotations ranked best first, those that fit with the better ones; in reading order.

    Names, dates and titles share no character with one another; quotations hold them and one another and cross
    nothing.
    """
    rank: dict[int, int] = {}
    order = list(ranked)
    for number, one in enumerate(order):
        rank.setdefault(id(one), number)
    kept: dict[int, Annotation] = {}
    enclosing: list[Annotation] = []
    for one in sorted(order, key=lambda each: (*reading_order(each), rank[id(each)])):
        enclosing = [other for other in enclosing if other.span.end > one.span.start]
        rivals = [other for other in enclosing if not fits(other, one)]
        if any(rank[id(other)] < rank[id(one)] for other in rivals):
            continue
        for other in rivals:
            del kept[id(other)]
            enclosing.remove(other)
        kept[id(one)] = one
        enclosing.append(one)
    return tuple(kept.values())


def fits(first: Annotation, second: Annotation) -> bool:
    """Tell whether two annotations can stand beside each other or one in the other."""
    if not first.span.overlaps(second.span):
        return True
    if first.span.crosses(second.span):
        return False
    if first.span == second.span:
        return first.label != second.label and (first.label in HOLDERS or second.label in HOLDERS)
    outer = first if first.span.contains(second.span) else second
    return outer.label in HOLDERS
