"""Templates of pages: plain files with variables, which nothing but text can come of; no code, no file is reached.

``{{name}}`` stands for a value; ``{{#name}}…{{/name}}`` is there only where the value has words, and
``{{^name}}…{{/name}}`` only where it has none. An attribute that holds nothing but an empty value is left out.
Comments stay as they are.

Source: mustache(5), "Variables", "Sections", "Inverted Sections".
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|(?P<space>\s+)(?P<attribute>[\w:.\-]+)\s*=\s*(?P<quote>[\"'])\{\{\s*(?P<only>[\w-]+)\s*\}\}(?P=quote)"
    r"|\{\{\s*(?P<mark>[#^/]?)\s*(?P<name>[\w-]+)\s*\}\}",
    re.DOTALL,
)


class Variable(NamedTuple):
    """A place for a value; ``attribute`` is the attribute that holds nothing else, with the space before it."""

    name: str
    line: int
    attribute: str = ""


class Section(NamedTuple):
    """What is there only where a value has words or, if ``inverted``, has none."""

    name: str
    line: int
    inverted: bool
    parts: tuple[Part, ...]
    source: str


Part = str | Variable | Section


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read; ``markup`` names the variables whose values are markup, which no one escapes."""

    parts: tuple[Part, ...]
    markup: frozenset[str]

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the page.

        Args:
            values: Of all variables: plain words, escaped here, or for those in ``markup`` well-formed markup.
        """
        return "".join(self._written(self.parts, values))

    def variables(self) -> Iterable[Variable | Section]:
        """Yield every variable and section, in order."""
        stack: list[Part] = [*reversed(self.parts)]
        while stack:
            part = stack.pop()
            if not isinstance(part, str):
                yield part
            if isinstance(part, Section):
                stack += reversed(part.parts)

    def _written(self, parts: Iterable[Part], values: Mapping[str, str]) -> Iterable[str]:
        for part in parts:
            if isinstance(part, str):
                yield part
                continue
            value = values[part.name]
            if isinstance(part, Section):
                if bool(value) is not part.inverted:
                    yield from self._written(part.parts, values)
                continue
            words = value if part.name in self.markup else html.escape(value)
            if not part.attribute:
                yield words
            elif value:
                yield f'{part.attribute}="{words}"'


class TemplateError(ValueError):
    """A template that cannot be read: a section that is not closed, or closed twice; ``line`` is where."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def template_of(source: str, markup: Iterable[str] = ()) -> Template:
    """Read a template.

    Args:
        source: Its text.
        markup: Variables whose values are markup.

    Raises:
        TemplateError: if its sections do not nest.
    """
    outer: list[tuple[re.Match[str], list[Part]]] = []
    parts: list[Part] = []
    last = 0
    for match in _TOKEN.finditer(source):
        if match["comment"]:
            continue
        parts.append(source[last : match.start()])
        last = match.end()
        line = source.count("\n", 0, match.start()) + 1
        if match["only"]:
            parts.append(Variable(match["only"], line, match["space"] + match["attribute"]))
        elif match["mark"] in {"#", "^"}:
            outer.append((match, parts))
            parts = []
        elif match["mark"]:
            parts = _closed(source, outer, match, parts)
        else:
            parts.append(Variable(match["name"], line))
    if outer:
        opened = outer[-1][0]
        message = f"{opened[0]} is not closed"
        raise TemplateError(message, source.count("\n", 0, opened.start()) + 1)
    return Template((*parts, source[last:]), frozenset(markup))


def _closed(
    source: str, outer: list[tuple[re.Match[str], list[Part]]], match: re.Match[str], parts: list[Part]
) -> list[Part]:
    """Return the parts around a section with the section added to them; its start is taken from ``outer``."""
    if not outer or outer[-1][0]["name"] != match["name"]:
        message = f"{match[0]} closes nothing that is open here"
        raise TemplateError(message, source.count("\n", 0, match.start()) + 1)
    opened, around = outer.pop()
    inner = source[opened.end() : match.start()]
    line = source.count("\n", 0, opened.start()) + 1
    return [*around, Section(opened["name"], line, opened["mark"] == "^", tuple(parts), inner)]
