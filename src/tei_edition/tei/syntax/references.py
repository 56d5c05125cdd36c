"""Ampersands: what begins no reference, and references that lead to nothing. Source: XML 1.0, section 4.1."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from tei_edition.tei.syntax.fault import Fault
from tei_edition.tei.syntax.names import NAME, is_character

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile("&#(?:([0-9]+)|x([0-9A-Fa-f]+))(;?)")
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})
_SPACE_OR_SO = 0x2000


def references(text: str, begin: int, end: int) -> Iterator[Fault]:
    """Yield what is wrong with each ampersand in a stretch of a document."""
    at = text.find("&", begin, end)
    while at >= 0:
        if found := reference(text, at):
            yield found
        at = text.find("&", at + 1, end)


def reference(text: str, at: int) -> Fault | None:
    """Return what is wrong with the ampersand at a place; None where it begins a sound reference."""
    if text.startswith("&#", at):
        return _number(text, at)
    name = NAME.match(text, at + 1)
    if name is None:
        return Fault("X102", at, "& stands alone: it begins no reference", "write &amp; for the sign itself")
    closed = text.startswith(";", name.end())
    if closed and name[0] in _PREDEFINED:
        return None
    character = html5.get(f"{name[0]};")
    if closed:
        hint = f"write {_as_typed(character)}" if character else f"write &amp;{name[0]}; or the character that is meant"
        return Fault("X102", at, f"&{name[0]}; is no character that XML knows by a name", hint)
    if name[0] in _PREDEFINED:
        return Fault("X102", at, f"&{name[0]} has no semicolon", f"write &{name[0]};")
    return Fault("X102", at, f"& before {name[0][:20]} begins no reference", "write &amp; for the sign itself")


def _number(text: str, at: int) -> Fault | None:
    match = _NUMBER.match(text, at)
    if match is None:
        return Fault("X102", at, "&# is not followed by a number", "write &#233; or &#xE9; with the character's number")
    digits = match[1] or match[2]
    if not match[3]:
        return Fault("X102", at, f"{match[0]} has no semicolon", f"write {match[0]};")
    # A number of more digits is none that Unicode has.
    number = int(digits[-12:], 10 if match[1] else 16) if len(digits.lstrip("0")) <= 12 else -1  # noqa: PLR2004 - see above
    if not is_character(number):
        return Fault("X108", at, f"{match[0][:20]} stands for a character that XML cannot hold", "remove the reference")
    return None


def _as_typed(characters: str) -> str:
    numbers = "".join(f"&#{ord(each)};" for each in characters)
    seen = characters.isprintable() and not characters.isspace() and ord(characters[0]) > ord("~")
    return f"{characters} (or {numbers})" if seen else numbers
