"""The attributes of one start tag, read leniently. Source: XML 1.0, section 3.1."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tei_edition.tei.syntax.fault import Fault, shown
from tei_edition.tei.syntax.names import NAME, skip_space
from tei_edition.tei.syntax.references import references

_UNQUOTED = re.compile(r"""[^\s>"'<]+?(?=/>|[\s>"'<]|$)""")
_TYPOGRAPHIC = re.compile(
    "[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019](?P<value>[^<>\u201c\u201d\u00ab\u00bb\u2018\u2019]*).?"
)
_NEXT_NAME = re.compile(r"\s[^\s=<>]+\s*=\s*$")
_MARKUP = re.compile(r"<[/A-Za-z!?]")
_BEHIND_A_VALUE = frozenset(" \t\r\n/>?")


@dataclass(slots=True)
class Tag:
    """What was read of a start tag.

    Attributes:
        attributes: Name, value and place of each attribute.
        faults: What is wrong with them.
        end: Where reading goes on.
        is_empty: Whether it ends with ``/>``.
        is_open: Whether its end is missing.
        is_lost: Whether what is read may be a part of what went wrong before.
    """

    end: int
    attributes: list[tuple[str, str, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    is_empty: bool = False
    is_open: bool = False
    is_lost: bool = False

    def object(self, at: int, message: str, hint: str) -> None:
        """Note what is wrong, where it is no consequence of what went wrong before."""
        if not self.is_lost:
            self.faults.append(Fault("X105", at, message, hint))


def read_attributes(text: str, at: int) -> Tag:
    """Read a start tag from the end of its element's name on."""
    tag = Tag(at)
    while True:
        here = skip_space(text, tag.end)
        if here >= len(text) or text[here] == "<":
            tag.is_open = True
            return tag
        if text[here] in "/>" and _is_ended(text, here, tag):
            return tag
        if text[here] not in "/>":
            _read_one(text, here, tag, apart=here > tag.end)


def _is_ended(text: str, here: int, tag: Tag) -> bool:
    """Read ``>``, ``/>`` or a stray slash; tell whether the tag ended."""
    if text[here] == ">":
        tag.end = here + 1
        return True
    behind = skip_space(text, here + 1)
    if text.startswith(">", behind):
        tag.end, tag.is_empty = behind + 1, True
        if behind > here + 1:
            tag.object(here, "/ and > of an empty tag stand apart", "write />")
        return True
    tag.end = here + 1
    tag.object(here, "a slash stands within a tag", "remove it, or write /> at the end of the tag")
    return False


def _read_one(text: str, here: int, tag: Tag, *, apart: bool) -> None:
    name = NAME.match(text, here)
    if name is None:
        stray = _UNQUOTED.match(text, here)
        tag.end = stray.end() if stray else here + 1
        message = f"{shown(text[here : tag.end])} is no name of an attribute"
        tag.object(here, message, 'remove it, or write the attribute as name="value"')
        tag.is_lost = True
        return
    if not apart:
        tag.object(here, f"no space stands before @{name[0]}", "put a space before it")
    equals = skip_space(text, name.end())
    if not text.startswith("=", equals):
        tag.object(here, f"@{name[0]} has no value", f'write {name[0]}="…", or remove it')
        tag.end = name.end()
        return
    value, tag.end, fault = _value(text, here, name[0], skip_space(text, equals + 1))
    tag.attributes.append((name[0], value, here))
    if fault:
        tag.faults.append(fault)
    else:
        tag.is_lost = False
        tag.faults += references(text, tag.end - 1 - len(value), tag.end - 1)


def _value(text: str, here: int, name: str, at: int) -> tuple[str, int, Fault | None]:
    """Return an attribute's value, where it ends, and what is wrong with it."""
    quote = text[at : at + 1]
    if quote in {'"', "'"}:
        return _quoted(text, here, name, at)
    if curly := _TYPOGRAPHIC.match(text, at):
        hint = f'write {name}="{shown(curly["value"])}"'
        return curly["value"], curly.end(), Fault("X105", here, f"the quotation marks of @{name} are typographic", hint)
    word = _UNQUOTED.match(text, at)
    value = word[0] if word else ""
    if not value:
        return "", at, Fault("X105", here, f"@{name} has no value", f'write {name}="…", or remove it')
    hint = f'write {name}="{shown(value)}"'
    end = at + len(value)
    end += text.startswith(('"', "'"), end)
    return value, end, Fault("X105", here, f"the value of @{name} has no quotation marks", hint)


def _quoted(text: str, here: int, name: str, at: int) -> tuple[str, int, Fault | None]:
    end = text.find(text[at], at + 1)
    value = text[at + 1 : end] if end >= 0 else text[at + 1 :]
    markup = _MARKUP.search(value)
    ended = value.find(">", 0, markup.start() if markup else len(value))
    behind = text[end + 1 : end + 2]
    sound_end = end >= 0 and (not behind or behind in _BEHIND_A_VALUE)
    swallows = markup is not None and ended >= 0
    if end < 0 or swallows or (not sound_end and (markup or _NEXT_NAME.search(value))):
        hint = f"write {text[at]} where its value ends"
        stop = at + 1 + _unfinished(value, text[at])
        return (
            text[at + 1 : stop],
            stop,
            Fault("X105", here, f"the value of @{name} has no closing quotation mark", hint),
        )
    if "<" in value:
        place = at + 1 + value.index("<")
        return (
            value,
            end + 1,
            Fault("X105", place, f"< stands in the value of @{name}", "write &lt; for the sign itself"),
        )
    return value, end + 1, None


def _unfinished(value: str, quote: str) -> int:
    """Return how much of what follows an opening quotation mark is probably the value that lacks the other."""
    stops = [found.start() for found in (re.search(r"/?>|<", value), _NEXT_NAME.search(value)) if found]
    other = re.search(r"[\"'](?=[\s/>])", value[: min(stops, default=len(value)) + 1].replace(quote, " "))
    return other.end() if other else min(stops, default=len(value))
