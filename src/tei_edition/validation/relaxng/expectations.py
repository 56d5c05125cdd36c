"""What a pattern would have taken: for messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.relaxng.composites import Choice, Group, Interleave, OneOrMore
from tei_edition.validation.relaxng.patterns import Data, Element, ListOf, Text, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.validation.relaxng.patterns import Pattern


def lacking(state: Pattern) -> tuple[frozenset[str], ...]:
    """Return what must come before a content can end: one set of names, each as good as the others, for each child.

    Of a choice between contents of several children only the first child of each is named.
    """
    if state.nullable:
        return ()
    if isinstance(state, Element):
        return (state.names.names,)
    if isinstance(state, Group | Interleave):
        return tuple(names for part in state.parts for names in lacking(part))
    if isinstance(state, OneOrMore):
        return lacking(state.parts[0])
    if isinstance(state, Choice):
        firsts = [found[0] for part in state.parts if (found := lacking(part))]
        return (frozenset().union(*firsts),) if firsts else ()
    return ()


def values_of(patterns: Iterable[Pattern]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the values that patterns list, and the names of their datatypes."""
    listed: dict[str, None] = {}
    datatypes: set[str] = set()
    waiting = list(patterns)
    for pattern in waiting:
        for leaf in pattern.leaves():
            if isinstance(leaf, Value) and leaf.value.strip():
                listed[leaf.value.strip()] = None
            elif isinstance(leaf, Data):
                datatypes.add(leaf.datatype.name)
            elif isinstance(leaf, ListOf):
                waiting.append(leaf.inner)
            elif isinstance(leaf, Text):
                datatypes.add("string")
    return tuple(listed), frozenset(datatypes)
