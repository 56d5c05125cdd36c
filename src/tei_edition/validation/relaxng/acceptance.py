"""Telling from a table that a document is valid. Most are; only the others are walked through to see what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.text import text_after, text_before
from tei_edition.validation.relaxng.lexical import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.tables import Entry, State, Table

    Attributes = list[tuple[str, str]]

_WHITE = " \t\r\n"


def is_valid(elements: Iterable[tuple[Node, Attributes]], table: Table) -> bool:
    """Tell whether a document is certainly valid. False says nothing: it may be beyond the table.

    Args:
        elements: All elements in document order, each with its attributes.
        table: The table of the schema.
    """
    identifiers = _Identifiers(table)
    waiting: list[Entry] = []
    for node, attributes in elements:
        entry = waiting.pop() if waiting else _root(node, table)
        if entry is None or not _has_right(attributes, entry, identifiers):
            return False
        if len(node):
            inside = _children(node, entry.content, table)
            if inside is None:
                return False
            waiting += inside
        elif not entry.content.nullable or (not entry.content.mixed and text_before(node).strip(_WHITE)):
            return False
    return identifiers.agree()


def _root(node: Node, table: Table) -> Entry | None:
    found = table.opened(table.start).get(str(node.tag))
    return found[0] if found and found[1].nullable else None


def _children(node: Node, state: State, table: Table) -> list[Entry] | None:
    """Return what the children are held against, the last one first; None where they do not fit."""
    found: list[Entry] = []
    if not state.mixed and text_before(node).strip(_WHITE):
        return None
    for child in node:
        moves = state.moves
        if moves is None:
            moves = table.opened(state)
        tag = child.tag
        move = moves.get(tag)  # type: ignore[arg-type]
        if move is not None:
            entry, state = move
            found.append(entry)
        elif isinstance(tag, str):
            return None
        if not state.mixed and text_after(child).strip(_WHITE):
            return None
    found.reverse()
    return found if state.nullable else None


class _Identifiers:
    """The IDs of one document, what refers to them, and the checks of values."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._taken: set[str] = set()
        self._referred: set[str] = set()

    def note(self, kind: str, value: str) -> bool:
        """Take an ID or references; tell whether the ID is new."""
        words = tokens(value)
        if kind != "ID":
            self._referred.update(words)
            return True
        size = len(self._taken)
        self._taken.update(words)
        return len(self._taken) == size + len(words)

    def agree(self) -> bool:
        """Tell whether every reference has its ID."""
        return self._referred <= self._taken


def _has_right(attributes: Attributes, entry: Entry, identifiers: _Identifiers) -> bool:
    """Tell whether the attributes of an element are complete, allowed and have right values."""
    if entry.row:
        identifiers.table.prepare(entry)
    if attributes and not entry.known.issuperset(attributes):
        for name, value in attributes:
            if (name, value) not in entry.known and not _is_right(name, value, entry, identifiers):
                return False
    return not entry.required or entry.required.issubset(dict(attributes))


def _is_right(name: str, value: str, entry: Entry, identifiers: _Identifiers) -> bool:
    number = entry.values.get(name)
    if number is None or not identifiers.table.accepts(number, value):
        return False
    kind = identifiers.table.identifying.get(number)
    if kind is not None:
        return identifiers.note(kind, value)
    entry.remember(name, value)
    return True
