"""What an element pattern asks of an element: its attributes as a table, its content as an automaton.

In a grammar that an ODD processor wrote, nearly every attribute stands by itself, required or optional; those make the
table. Attributes that depend on each other or on the content (a ``choice`` between two of them, wildcards) stay
patterns and are read one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.validation.relaxng.composites import Choice, Group, Interleave
from tei_edition.validation.relaxng.patterns import Attribute, Data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.validation.relaxng.composites import Patterns
    from tei_edition.validation.relaxng.patterns import Element, Pattern

_KEPT = 20_000
"""So many right values are remembered an element pattern."""
_LONGEST = 200
"""Longer values are not remembered: they hardly come again."""


@dataclass(slots=True, eq=False)
class Model:
    """An element pattern made ready.

    Attributes:
        leaf: The element pattern.
        table: The patterns of values of the attributes that stand by themselves, by name in Clark notation.
        required: Those of them that must be there.
        rest: What is left of the pattern without them.
        content: The content, where ``rest`` holds no attributes; None where it does.
        identifying: The attributes of type ID, IDREF and IDREFS, by name.
        known: Attributes, with their values, that the table was asked about and that are right.
    """

    leaf: Element
    table: Mapping[str, Pattern]
    required: frozenset[str]
    rest: Pattern
    content: Pattern | None
    identifying: Mapping[str, str]
    known: set[tuple[str, str]] = field(default_factory=set)
    _steps: dict[tuple[Pattern, frozenset[Attribute]], Pattern] = field(default_factory=dict)

    def remember(self, name: str, value: str) -> None:
        """Note that a value of an attribute is right, wherever it stands."""
        if len(self.known) < _KEPT and len(value) <= _LONGEST and name not in self.identifying:
            self.known.add((name, value))

    def step(self, state: Pattern, accepted: frozenset[Attribute], make: Patterns) -> Pattern:
        """Return what is left of ``state`` after an attribute that these attribute patterns match."""
        key = (state, accepted)
        found = self._steps.get(key)
        if found is None:
            found = self._steps[key] = state.after_attributes(accepted, make)
        return found

    def candidates(self, name: str) -> tuple[Attribute, ...]:
        """Return the attribute patterns of ``rest`` whose name class takes ``name``."""
        leaves = self.rest.leaves() if self.rest.attributed else ()
        return tuple(leaf for leaf in leaves if isinstance(leaf, Attribute) and leaf.names.contains(name))

    def attribute_names(self) -> frozenset[str]:
        """Return the names of every attribute that the element may have, wildcards left out."""
        leaves = (leaf for leaf in self.rest.leaves() if isinstance(leaf, Attribute))
        return frozenset(self.table).union(*(leaf.names.names for leaf in leaves))


def model_of(leaf: Element, make: Patterns) -> Model:
    """Make an element pattern ready."""
    table: dict[str, Pattern] = {}
    required: set[str] = set()
    others: list[Pattern] = []
    parts = _parts(leaf.content)
    repeated = _repeated(parts)
    for part in parts:
        attribute = _single(part) if part.attributed else None
        if attribute is None or attribute in repeated or attribute.names.wildcards or len(attribute.names.names) != 1:
            others.append(part)
            continue
        (name,) = attribute.names.names
        table[name] = attribute.value
        if attribute is part:
            required.add(name)
    rest = make.interleave(others) if isinstance(leaf.content, Interleave) else make.group(others)
    identifying = {name: kind for name, value in table.items() if (kind := _identifies(value))}
    content = None if rest.attributed else rest
    return Model(leaf, table, frozenset(required), rest, content, identifying)


def _parts(content: Pattern) -> tuple[Pattern, ...]:
    return content.parts if isinstance(content, Group | Interleave) else (content,)


def _single(part: Pattern) -> Attribute | None:
    """Return the attribute pattern that ``part`` is, or that it makes optional."""
    if isinstance(part, Attribute):
        return part
    if isinstance(part, Choice) and part.nullable:
        attributes = [each for each in part.parts if isinstance(each, Attribute)]
        if len(attributes) == 1 and len(part.parts) == 2:  # noqa: PLR2004 - the attribute and nothing
            return attributes[0]
    return None


def _repeated(parts: tuple[Pattern, ...]) -> frozenset[Attribute]:
    """Return the attribute patterns whose name another one takes too."""
    attributes: list[Attribute] = []
    for part in parts:
        if part.attributed:
            single = _single(part)
            inner = part.leaves() if single is None else (single,)
            attributes.extend(leaf for leaf in inner if isinstance(leaf, Attribute))
    owners: dict[str, list[Attribute]] = {}
    for attribute in attributes:
        for name in attribute.names.names:
            owners.setdefault(name, []).append(attribute)
    wild = [attribute for attribute in attributes if attribute.names.wildcards]
    twice = [
        attribute
        for name, found in owners.items()
        if len(found) > 1 or any(other.names.contains(name) for other in wild)
        for attribute in found
    ]
    return frozenset(twice)


def _identifies(value: Pattern) -> str:
    kinds = (part.datatype.name for part in (value.parts or (value,)) if isinstance(part, Data))
    return next((kind for kind in kinds if kind in {"ID", "IDREF", "IDREFS"}), "")
