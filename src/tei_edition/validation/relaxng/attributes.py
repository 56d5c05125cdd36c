"""Holding an element's attributes against the schema, and identifiers against each other.

Source: RELAX NG Specification, section 6.2.3; RELAX NG DTD Compatibility, section 5 (ID, IDREF, IDREFS).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.relaxng.faults import Fault, Kind
from tei_edition.validation.relaxng.lexical import tokens

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.composites import Patterns
    from tei_edition.validation.relaxng.models import Model
    from tei_edition.validation.relaxng.patterns import Attribute, Pattern


class Identifiers:
    """The IDs of one document and what refers to them."""

    def __init__(self) -> None:
        self._first: dict[str, Node] = {}
        self._references: list[tuple[str, Node, str]] = []

    def note(self, kind: str, node: Node, name: str, value: str) -> Iterator[Fault]:
        """Take an ID or references to IDs; yield the fault of an ID that another element has."""
        words = tokens(value)
        if kind != "ID":
            self._references.extend((word, node, name) for word in words)
            return
        for word in words:
            first = self._first.setdefault(word, node)
            if first is not node:
                yield Fault(Kind.ID_TAKEN, node, name, first=first, value=word)

    def unresolved(self) -> Iterator[Fault]:
        """Yield the references to IDs that no element has."""
        for word, node, name in self._references:
            if word not in self._first:
                yield Fault(Kind.ID_UNKNOWN, node, name, value=word)


def attribute_faults(
    node: Node, model: Model, make: Patterns, identifiers: Identifiers
) -> Generator[Fault, None, Pattern]:
    """Yield the faults of an element's attributes and return what its content must match."""
    others: list[tuple[str, str]] = []
    names: set[str] = set()
    for name, value in node.items():
        names.add(name)
        if name not in model.table:
            others.append((name, value))
        elif (name, value) not in model.known:
            yield from _single(node, name, value, model, identifiers)
    for name in sorted(model.required - names):
        yield Fault(Kind.ATTRIBUTE_MISSING, node, name, model)
    if model.content is not None:
        for name, _ in others:
            yield Fault(Kind.ATTRIBUTE_NOT_ALLOWED, node, name, model)
        return model.content
    return (yield from _dependent(node, model, others, make))


def _single(node: Node, name: str, value: str, model: Model, identifiers: Identifiers) -> Iterator[Fault]:
    """Check the value of an attribute that stands by itself."""
    expected = model.table[name]
    if not expected.accepts(value):
        yield Fault(Kind.ATTRIBUTE_WRONG, node, name, model, expected=(expected,))
    elif name in model.identifying:
        yield from identifiers.note(model.identifying[name], node, name, value)
    else:
        model.remember(name, value)


def _dependent(
    node: Node, model: Model, attributes: list[tuple[str, str]], make: Patterns
) -> Generator[Fault, None, Pattern]:
    """Read the attributes that depend on each other or on the content."""
    state, sound = model.rest, True
    for name, value in attributes:
        found = model.candidates(name)
        accepted = frozenset(each for each in found if each.value.accepts(value))
        after = model.step(state, accepted, make)
        if after is make.not_allowed:
            sound = False
            yield _refused(node, name, model, found, accepted)
        else:
            state = after
    closed = state.closed(make)
    if closed is not make.not_allowed:
        return closed
    if sound:
        yield Fault(Kind.ATTRIBUTE_MISSING, node, model=model, state=state)
    return state.closed(make, forgiving=True)


def _refused(
    node: Node, name: str, model: Model, found: tuple[Attribute, ...], accepted: frozenset[Attribute]
) -> Fault:
    if not found:
        return Fault(Kind.ATTRIBUTE_NOT_ALLOWED, node, name, model)
    if not accepted:
        return Fault(Kind.ATTRIBUTE_WRONG, node, name, model, expected=tuple(each.value for each in found))
    return Fault(Kind.ATTRIBUTE_EXCLUDED, node, name, model)
