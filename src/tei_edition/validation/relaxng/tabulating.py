"""From a schema to its table: each state of each content is worked out once, and states that mean the same are one."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.validation.relaxng.tables import Written
from tei_edition.validation.relaxng.values import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.validation.relaxng.composites import Patterns
    from tei_edition.validation.relaxng.models import Model
    from tei_edition.validation.relaxng.patterns import Element, Pattern
    from tei_edition.validation.relaxng.schema import Schema

_MOST_MOVES = 200_000
"""A schema with more than that gets a table of its beginnings."""


class _State(NamedTuple):
    """What a state comes to.

    Attributes:
        nullable: Whether the element may end here.
        text: The number of the state after text; -1 where none may stand.
        moves: The numbers of an entry and of the state behind it.
    """

    nullable: bool
    text: int
    moves: tuple[tuple[int, int], ...]


def tabulated(schema: Schema) -> Written:
    """Return the table of a schema.

    Raises:
        UsageError: if the schema is faulty anywhere.
    """
    return _Tabulation(schema).table()


class _Tabulation:
    """The work on one schema. Everything gets a number when it is first met."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._make: Patterns = schema.make
        self._states: dict[Pattern, int] = {}
        self._entries: dict[tuple[str, Element], int] = {}
        self._names: dict[str, int] = {}
        self._values: dict[str, int] = {}
        self._expressions: dict[Pattern, str] = {}

    def table(self) -> Written:
        start = self._state(self._schema.start)
        found: list[_State] = []
        models: list[Model] = []
        moves = 0
        while len(found) < len(self._states) or len(models) < len(self._entries):
            for _, leaf in islice(tuple(self._entries), len(models), None):
                models.append(self._schema.models[leaf])
                self._state(models[-1].rest)
            for pattern in islice(tuple(self._states), len(found), None):
                found.append(self._explored(pattern, full=moves > _MOST_MOVES))
                moves += len(found[-1].moves)
        return self._written(_merged(found), found, models, start)

    def _written(self, classes: Sequence[int], found: Sequence[_State], models: Sequence[Model], start: int) -> Written:
        first = {number: at for at, number in reversed(tuple(enumerate(classes)))}
        identifying = {
            str(self._value(each.table[name])): kind for each in models for name, kind in each.identifying.items()
        }
        return Written(
            entries=[f"{classes[self._state(model.rest)]}{self._attributes(model)}" for model in models],
            states=[_row(found[first[number]], number, classes) for number in range(len(first))],
            names=list(self._names),
            elements=[name for name, _ in self._entries],
            start=classes[start],
            values=[json.loads(value) for value in self._values],
            identifying=identifying,
        )

    def _state(self, pattern: Pattern) -> int:
        return self._states.setdefault(pattern, len(self._states))

    def _explored(self, state: Pattern, *, full: bool) -> _State:
        moves = []
        for name in () if full else sorted({name for leaf in state.firsts for name in leaf.names.names}):
            found = state.move(name, self._make)
            if len(found) == 1 and self._is_tabular(found[0][0]):
                leaf, after = found[0]
                moves.append((self._entries.setdefault((name, leaf), len(self._entries)), self._state(after)))
        text = state.after_text(self._make)
        after_text = -1 if full or text is self._make.not_allowed else self._state(text)
        return _State(state.nullable, after_text, tuple(moves))

    def _is_tabular(self, leaf: Element) -> bool:
        content = self._schema.models[leaf].content
        return content is not None and not content.stringy

    def _attributes(self, model: Model) -> str:
        numbers = {name: self._names.setdefault(name, len(self._names)) for name in model.table}
        pairs = "".join(f" {numbers[name]}:{self._value(value)}" for name, value in model.table.items())
        required = "".join(f" {numbers[name]}" for name in sorted(model.required))
        return f"{required}|{pairs}"

    def _value(self, pattern: Pattern) -> int:
        if pattern not in self._expressions:
            self._expressions[pattern] = json.dumps(written(pattern))
        return self._values.setdefault(self._expressions[pattern], len(self._values))


def _merged(states: Sequence[_State]) -> list[int]:
    """Return a number for each state, the same for those from which the same contents lead to an end.

    Source: E. F. Moore, "Gedanken-experiments on sequential machines" (1956).
    """
    classes = [0] * len(states)
    count = 0
    while True:
        numbers: dict[object, int] = {}
        refined = []
        for own, state in zip(classes, states, strict=True):
            text = -1 if state.text < 0 else classes[state.text]
            key = (own, state.nullable, text, tuple((entry, classes[after]) for entry, after in state.moves))
            refined.append(numbers.setdefault(key, len(numbers)))
        if len(numbers) == count:
            return refined
        classes, count = refined, len(numbers)


def _row(state: _State, number: int, classes: Sequence[int]) -> str:
    following: dict[int, list[int]] = {}
    for entry, after in state.moves:
        following.setdefault(classes[after], []).append(entry)
    mixed = state.text >= 0 and classes[state.text] == number
    groups = (f" {after}:{','.join(map(str, numbers))}" for after, numbers in following.items())
    return f"{state.nullable:d}{mixed:d}{''.join(groups)}"
