"""Changes of a document's characters at exact places, and how to find these in a tag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_ATTRIBUTE = r"""(?P<name>[^\s=/>"'<]+)\s*=\s*(?P<quote>["'])(?P<value>[^"'<]*)(?P=quote)"""
_START_TAG = r"""<(?P<name>[^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^"'<>])*?(?P<empty>/?)>"""


class Edit(NamedTuple):
    """What stands from ``start`` to ``end``, in code points, is to be replaced."""

    start: int
    end: int
    new: str


class Attribute(NamedTuple):
    """An attribute as it is written: its name, its value with references, and where the value stands."""

    name: str
    value: str
    start: int
    end: int


class Tags(NamedTuple):
    """The tags of an element: its name, where the start tag ends, and where the end tag begins and ends."""

    name: str
    inside: int
    closing: int
    behind: int


def attribute_at(text: str, at: int) -> Attribute | None:
    """Return the attribute whose name begins at a place; None where there is none."""
    found = re.compile(_ATTRIBUTE).match(text, at)
    return Attribute(found["name"], found["value"], found.start("value"), found.end("value")) if found else None


def tags_at(text: str, at: int) -> Tags | None:
    """Return the tags of the element that begins at a place; None for an empty tag, or where one of them is missing."""
    start = re.compile(_START_TAG).match(text, at)
    if start is None or start["empty"]:
        return None
    depth = 1
    name = re.escape(start["name"])
    for tag in re.compile(rf"<!--.*?-->|<(/?){name}(?=[\s/>])[^<>]*?(/?)>", re.DOTALL).finditer(text, start.end()):
        if not tag[0].startswith("<!--") and not tag[2]:
            depth += -1 if tag[1] else 1
        if not depth:
            return Tags(start["name"], start.end(), tag.start(), tag.end())
    return None


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with changes made; of changes that overlap the first is made."""
    pieces, done = [], 0
    for edit in sorted(edits):
        if edit.start >= done:
            pieces += [text[done : edit.start], edit.new]
            done = edit.end
    return "".join([*pieces, text[done:]])
