"""Lines and units: the stretches of a raw text that may be one block each."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median

from tei_edition.core.characters import XML_SPACE, collapsed
from tei_edition.core.span import Span

_LINE = re.compile(r"[^\n]+")
_WRAP_WIDTH = 100
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line, or several hard-wrapped ones, that make one block.

    Attributes:
        span: From its first to after its last character that is not XML white space.
        text: Its words as running prose (``core.characters.collapsed``); empty where it has only no-break spaces.
        gap: Blank lines before it.
    """

    span: Span
    text: str
    gap: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def units(text: str) -> tuple[Unit, ...]:
    """Split a text into units: a line each, or the lines of a paragraph together where the text is hard-wrapped."""
    lines = _lines(text)
    if not _hard_wrapped(lines):
        return lines
    merged: list[Unit] = []
    for line in lines:
        if merged and not line.gap and line.text and merged[-1].text and _continues(merged[-1], line, text):
            last = merged.pop()
            span = Span(last.span.start, line.span.end)
            merged.append(Unit(span, f"{last.text} {line.text}", last.gap))
        else:
            merged.append(line)
    return tuple(merged)


def _lines(text: str) -> tuple[Unit, ...]:
    found: list[Unit] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip(XML_SPACE)
        if not body:
            continue
        start = match.start() + len(line) - len(line.lstrip(XML_SPACE))
        gap = max(text.count("\n", end, start) - 1, 0)
        found.append(Unit(Span(start, start + len(body)), collapsed(body), gap))
        end = start + len(body)
    return tuple(found)


def _hard_wrapped(lines: tuple[Unit, ...]) -> bool:
    """Tell hard-wrapped text: most lines that go on are of much the same middling width and end in mid-sentence."""
    inner = [len(line.text) for line, after in itertools.pairwise(lines) if line.text and after.text and not after.gap]
    if len(inner) < 4 or len(inner) < 0.4 * len(lines):  # noqa: PLR2004 - too few to tell
        return False
    broken = sum(
        1
        for line, after in itertools.pairwise(lines)
        if line.text and after.text and not after.gap and not _ENDS_SENTENCE.search(line.text)
    )
    return max(inner) <= 2 * _WRAP_WIDTH and median(inner) <= _WRAP_WIDTH and broken >= 0.6 * len(inner)


def _continues(last: Unit, line: Unit, text: str) -> bool:
    """Tell whether ``line`` goes on with the paragraph: not where it is indented after the end of a sentence."""
    start = text.rfind("\n", 0, line.span.start) + 1
    indented = line.span.start - start >= 2  # noqa: PLR2004 - a stray space is no indent
    return not (indented and _ENDS_SENTENCE.search(last.text))
