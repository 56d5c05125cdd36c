"""HTML, however malformed, as a sequence of tags and text, in time linear in its length.

Source: HTML Standard, "Tokenization"; elements whose content is no markup end at their own end tag only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s=>/][^\s=>/]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]*))?")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE = frozenset({"title", "textarea"})
_MOST_ATTRIBUTES = 60


@dataclass(frozen=True, slots=True)
class Open:
    """A start tag; names of element and attributes are in lower case."""

    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Close:
    """An end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text, its character references resolved.

    Attributes:
        text: The characters.
        raw: The element whose content it is, where that is no markup (``script``, ``title`` …).
    """

    text: str
    raw: str = ""


Token = Open | Close | Text


def tokens(text: str) -> Iterator[Token]:
    """Yield the tags and the text of a page in their order; comments and declarations are passed over."""
    position = 0
    while position < len(text):
        at = text.find("<", position)
        if at < 0:
            yield Text(unescape(text[position:]))
            return
        end, token = _markup(text, at)
        if end == at:
            # No markup: a mere less-than sign.
            following = text.find("<", at + 1)
            end = len(text) if following < 0 else following
            yield Text(unescape(text[position:end]))
        else:
            if at > position:
                yield Text(unescape(text[position:at]))
            if token is not None:
                yield token
            if isinstance(token, Open) and token.name in _RAW | _ESCAPABLE:
                start = end
                end = _end_of_raw(text, start, token.name)
                content = text[start:end]
                yield Text(unescape(content) if token.name in _ESCAPABLE else content, token.name)
        position = end


def _markup(text: str, at: int) -> tuple[int, Token | None]:
    """Return where the markup that begins at ``at`` ends, and its token; ``at`` itself where there is no markup."""
    following = text[at + 1 : at + 2]
    if following in {"!", "?"}:
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
            return (len(text) if end < 0 else end + 3), None
        end = text.find(">", at)
        return (len(text) if end < 0 else end + 1), None
    closing = following == "/"
    name = _NAME.match(text, at + 1 + closing)
    if name is None:
        return at, None
    if closing:
        end = text.find(">", name.end())
        return (len(text) if end < 0 else end + 1), Close(name.group().lower())
    attributes, end = _attributes(text, name.end())
    return end, Open(name.group().lower(), MappingProxyType(attributes))


def _attributes(text: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while at < len(text) and text[at] != ">":
        match = _ATTRIBUTE.match(text, at)
        if match is None:
            end = text.find(">", at)
            return found, len(text) if end < 0 else end + 1
        value = match[2] or ""
        if value[:1] in {'"', "'"} and len(value) > 1 and value[-1] == value[0]:
            value = value[1:-1]
        if len(found) < _MOST_ATTRIBUTES:
            found.setdefault(match[1].lower(), unescape(value))
        at = match.end()
    return found, min(at + 1, len(text))


def _end_of_raw(text: str, start: int, name: str) -> int:
    end = re.compile(f"</{name}", re.IGNORECASE).search(text, start)
    return len(text) if end is None else end.start()
