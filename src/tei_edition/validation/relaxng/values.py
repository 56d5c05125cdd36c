"""Patterns of values as nested lists, as a table keeps them, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tei_edition.validation.relaxng.composites import Choice, Group, Interleave, OneOrMore, Patterns
from tei_edition.validation.relaxng.datatypes import datatype
from tei_edition.validation.relaxng.patterns import Data, ListOf, Pattern, Text, Value

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS: dict[type[Pattern], str] = {Choice: "choice", Group: "group", Interleave: "interleave", OneOrMore: "more"}


def written(pattern: Pattern) -> list[Any]:
    """Return the pattern of an attribute's value as nested lists.

    Raises:
        KeyError: if it is no pattern of values.
    """
    if isinstance(pattern, Text):
        return ["text"]
    if isinstance(pattern, Value):
        kind = pattern.datatype
        return ["value", kind.library, kind.name, pattern.value]
    if isinstance(pattern, Data):
        kind = pattern.datatype
        excluded = written(pattern.excluded) if pattern.excluded else None
        return ["data", kind.library, kind.name, list(map(list, kind.params)), excluded]
    if isinstance(pattern, ListOf):
        return ["list", written(pattern.inner)]
    if not pattern.parts:
        return ["empty" if pattern.nullable else "notAllowed"]
    return [_KINDS[type(pattern)], *map(written, pattern.parts)]


def check_of(expression: list[Any]) -> Callable[[str], bool]:
    """Return the function that tells whether a value matches a pattern that was ``written``."""
    return _read(expression, Patterns()).accepts


def _read(expression: list[Any], make: Patterns) -> Pattern:
    kind, *inside = expression
    if kind == "value":
        library, name, value = inside
        return Value(datatype(library, name), value)
    if kind == "data":
        library, name, params, excluded = inside
        found = datatype(library, name, tuple((key, value) for key, value in params))
        return Data(found, _read(excluded, make) if excluded else None)
    if kind == "list":
        return ListOf(_read(inside[0], make), make)
    return _together(kind, [_read(part, make) for part in inside], make)


def _together(kind: str, parts: list[Pattern], make: Patterns) -> Pattern:
    if kind == "choice":
        return make.choice(parts)
    if kind == "group":
        return make.group(parts)
    if kind == "interleave":
        return make.interleave(parts)
    if kind == "more":
        return make.one_or_more(parts[0])
    return {"text": make.text, "empty": make.empty, "notAllowed": make.not_allowed}[kind]
