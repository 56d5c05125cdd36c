"""A schema as a table that is loaded in a moment: enough to tell a valid document, not what is wrong with another.

The table holds what the automata of a schema come to: which child leads where, which attributes an element may have.
What it cannot hold (wildcards, attributes that depend on each other, an element with two contents, data as the content
of an element) it leaves out; where a document has that, the table does not know, and ``walk`` judges.

Written as JSON, its rows as strings: one that no document needs is never taken apart.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Check = Callable[[str], bool]

FORMAT = 1
_NO_TABLE = "this is no table of a schema, or one of another version"
_KEPT = 20_000
"""So many right values are remembered an element."""
_LONGEST = 200
"""Longer values are not remembered: they hardly come again."""


class State:
    """What may come at one point of a content.

    Attributes:
        nullable: Whether the element may end here.
        mixed: Whether text may stand here.
        row: The moves, as the table has them.
        moves: What the next child is held against, and what may follow it, by the child's name; None until ``opened``.
    """

    __slots__ = ("mixed", "moves", "nullable", "row")

    def __init__(self, row: str) -> None:
        self.nullable, self.mixed = row[0] == "1", row[1] == "1"
        self.row = row
        self.moves: dict[str, tuple[Entry, State]] | None = None


class Entry:
    """What an element of one name is held against.

    Attributes:
        row: All of it, as the table has it; empty as soon as it is ``opened``.
        required: The attributes that must be there.
        values: The number of the pattern of each attribute's values.
        content: What may come first in it.
        known: Attributes, with their values, that are right wherever they stand.
    """

    __slots__ = ("content", "known", "required", "row", "values")

    def __init__(self, row: str) -> None:
        self.row = row
        self.required: frozenset[str] = frozenset()
        self.values: dict[str, int] = {}
        self.content: State = _NOWHERE
        self.known: set[tuple[str, str]] = set()

    def remember(self, name: str, value: str) -> None:
        """Note that a value of an attribute is right, wherever it stands."""
        if len(self.known) < _KEPT and len(value) <= _LONGEST:
            self.known.add((name, value))


_NOWHERE = State("00")


class Written(NamedTuple):
    """A table as it is kept.

    Attributes:
        names: Names of attributes.
        elements: The name of the element of each entry.
        entries: ``content required… | attribute:value…`` in numbers.
        states: ``10 next:entry,entry… …`` in numbers, after the digits for ``nullable`` and ``mixed``.
        start: The state before the root.
        values: Patterns of values (see ``values``).
        identifying: ID, IDREF or IDREFS, by the number of the pattern, as a string.
    """

    names: list[str]
    elements: list[str]
    entries: list[str]
    states: list[str]
    start: int
    values: list[Any]
    identifying: dict[str, str]


class Table:
    """A table ready to be used, by one process."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._states = [State(row) for row in written.states]
        self._entries = [Entry(row) for row in written.entries]
        self._checks: dict[int, Check] = {}
        self._right: set[tuple[int, str]] = set()
        self.identifying: Mapping[int, str] = {int(key): kind for key, kind in written.identifying.items()}
        self.start = self._states[written.start]

    @classmethod
    def read(cls, data: bytes) -> Table:
        """Take what ``dumped`` gave.

        Raises:
            ValueError: if it is of another format, or damaged.
        """
        try:
            content = json.loads(data)
            if content.pop("format") == FORMAT:
                return cls(Written(**content))
        except (ValueError, TypeError, KeyError, AttributeError, IndexError):
            raise ValueError(_NO_TABLE) from None
        raise ValueError(_NO_TABLE)

    def opened(self, state: State) -> dict[str, tuple[Entry, State]]:
        """Return the moves of a state, taking its row apart where that was not yet done."""
        if state.moves is None:
            state.moves = {}
            for group in state.row[3:].split():
                following, _, numbers = group.partition(":")
                after = self._states[int(following)]
                for number in map(int, numbers.split(",")):
                    state.moves[self._written.elements[number]] = self._entries[number], after
        return state.moves

    def prepare(self, entry: Entry) -> None:
        """Take the row of an entry apart."""
        names = self._written.names
        (content, *required), attributes = (part.split() for part in entry.row.split("|"))
        entry.required = frozenset(names[int(number)] for number in required)
        pairs = (pair.split(":") for pair in attributes)
        entry.values = {names[int(name)]: int(value) for name, value in pairs}
        entry.content = self._states[int(content)]
        entry.row = ""

    def accepts(self, number: int, value: str) -> bool:
        """Tell whether a value matches the pattern of this number."""
        if (number, value) in self._right:
            return True
        check = self._checks.get(number)
        if check is None:
            from tei_edition.validation.relaxng.values import check_of  # noqa: PLC0415 - some documents need none

            check = self._checks[number] = check_of(self._written.values[number])
        right = check(value)
        if right and len(self._right) < _KEPT and len(value) <= _LONGEST:
            self._right.add((number, value))
        return right


def dumped(written: Written) -> bytes:
    """Return a table as bytes, the same for the same schema."""
    return json.dumps({"format": FORMAT, **written._asdict()}, ensure_ascii=False, separators=(",", ":")).encode()
