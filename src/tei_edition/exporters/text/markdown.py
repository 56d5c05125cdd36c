"""Markdown: what is escaped, how emphasis, headings, quotations, tables and notes are written.

Emphasis is marked in running text by characters of private use, which become asterisks when a paragraph ends: only
then is it known where white space stands beside them.
Source: CommonMark 0.31, 2.4 "Backslash escapes", 6.2 "Emphasis and strong emphasis"; GitHub Flavored Markdown, tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

ITALIC = ("\ue001", "\ue002")
BOLD = ("\ue003", "\ue004")

_ESCAPED = re.compile(r"([\\`*_\[\]<>|~])")
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+$|-{3,}$)")
_NUMBER_START = re.compile(r"^(\d+)([.)])(?=\s|$)")
_OPEN, _CLOSE = "[\ue001\ue003]", "[\ue002\ue004]"
_EMPTY = re.compile("\ue001(\\s*)\ue002|\ue003(\\s*)\ue004")
_AFTER_OPEN = re.compile(rf"({_OPEN})(\s+)")
_BEFORE_CLOSE = re.compile(rf"(\s+)({_CLOSE})")
_STRUCTURE = re.compile(r"\s*(?:[-*] |\d+\. |>|\||#|\[\^)")
_ITALIC_NAMES = frozenset({"emph", "title", "foreign", "mentioned", "term", "stage"})
_BOLD_WORDS = frozenset({"bold", "b", "bo", "bf"})
_ITALIC_WORDS = frozenset({"italic", "italics", "i", "it", "ital"})
_SPACES = re.compile(r" {2,}")
_DEEPEST = 6


def escaped(text: str) -> str:
    """Return running text with every character that Markdown would take for its own escaped."""
    return _ESCAPED.sub(r"\\\1", text)


def emphasis(element: Element) -> tuple[str, str] | None:
    """Return the marks around a phrase; None where it has none."""
    words = set(element.get("rend", "").replace(":", " ").replace(";", " ").split())
    if words & _BOLD_WORDS:
        return BOLD
    name = local_name(element)
    if words & _ITALIC_WORDS or (name in _ITALIC_NAMES and element.get("level") != "a") or (name == "hi" and not words):
        return ITALIC
    return None


def finished(line: str) -> str:
    """Return a paragraph with asterisks for marks, and escaped where its beginning would be structure."""
    for pattern, order in ((_AFTER_OPEN, r"\2\1"), (_BEFORE_CLOSE, r"\2\1")):
        line = pattern.sub(order, line)
    line = _EMPTY.sub(lambda match: match[1] or match[2] or "", line)
    line = _LINE_START.sub(r"\\\1", _SPACES.sub(" ", line).strip())
    line = _NUMBER_START.sub(r"\1\\\2", line)
    for marks, sign in ((ITALIC, "*"), (BOLD, "**")):
        for mark in marks:
            line = line.replace(mark, sign)
    return line


def heading(words: str, level: int) -> str:
    """Return a heading."""
    return f"{'#' * min(level, _DEEPEST)} {words}"


def line_end(following: str) -> str:
    """Return what ends a line that another follows without an empty one: a hard break, except before structure."""
    return "\n" if _STRUCTURE.match(following) else "\\\n"


def table(grid: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table; its first row is the heading."""
    columns = max(map(len, grid))
    rows = ["| " + " | ".join([*row, *[""] * (columns - len(row))]) + " |" for row in grid]
    return [rows[0], "|" + " --- |" * columns, *rows[1:]]


def note(number: int, words: str) -> str:
    """Return a note at the end; its further paragraphs are indented."""
    return f"[^{number}]: " + words.replace("\n", "\n    ").replace("\n    \n", "\n\n")
