r"""Regular expressions of XML Schema, matched by Python's.

A class such as ``\p{L}`` holds more than a hundred thousand characters, too many to be written out for Python. It is
written out for the characters that occur: ASCII, and what else the value at hand holds.

Source: W3C XML Schema Part 2: Datatypes, Second Edition, appendix F.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from tei_edition.validation.relaxng.lexical import is_name_character

if TYPE_CHECKING:
    from collections.abc import Callable

Class: TypeAlias = "Callable[[str], bool]"
"""Tells whether a character is of a class."""

_ASCII = tuple(map(chr, range(128)))
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_BLOCK = re.compile(r"\{(Is)?([A-Za-z0-9-]+)\}")
_QUANTIFIER = re.compile(r"\{\d+(,\d*)?\}|[?*+]")
_BLOCKS = {"BasicLatin": (0, 0x7F), "Latin-1Supplement": (0x80, 0xFF), "LatinExtended-A": (0x100, 0x17F)}


class RegexError(ValueError):
    """A pattern that is no regular expression of XML Schema."""


@dataclass(slots=True)
class Regex:
    """A regular expression: text for Python's with classes between, compiled for the characters that occur."""

    source: str
    _parts: list[str | Class] = field(default_factory=list)
    _alphabet: frozenset[str] = frozenset(_ASCII)
    _letters: str = ""
    _compiled: re.Pattern[str] | None = None

    def matches(self, value: str) -> bool:
        """Tell whether the whole of ``value`` matches.

        Raises:
            RegexError: if the source is no regular expression.
        """
        if not self._parts:
            self._parts = _Translation(self.source).parts()
            self._letters = _repeated(self._parts)
        if self._letters and value.isascii():
            return value.strip(self._letters) == "" != value
        if not value.isascii() and not self._alphabet.issuperset(value):
            self._alphabet |= frozenset(value)
            self._compiled = None
        if self._compiled is None:
            self._compiled = self._compile()
        return self._compiled.fullmatch(value) is not None

    def _compile(self) -> re.Pattern[str]:
        letters = sorted(self._alphabet)
        written = "".join(part if isinstance(part, str) else _written(part, letters) for part in self._parts)
        try:
            return re.compile(written)
        except (re.error, OverflowError) as error:
            raise RegexError(str(error)) from error


def _repeated(parts: list[str | Class]) -> str:
    r"""Return the ASCII letters of an expression that is one class once or again, such as ``\S+``; "" for others."""
    if len(parts) != 4 or parts[2] != "+" or isinstance(parts[1], str):  # noqa: PLR2004 - with the group round it
        return ""
    return "".join(filter(parts[1], _ASCII))


def _written(character_class: Class, letters: list[str]) -> str:
    inside = [letter for letter in letters if character_class(letter)]
    if not inside:
        return r"(?!)"
    return f"[{''.join(map(re.escape, inside))}]"


class _Translation:
    """Reads a regular expression once, from its beginning to its end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

    def parts(self) -> list[str | Class]:
        found: list[str | Class] = ["(?:"]
        depth = 0
        while self._at < len(self._source):
            character = self._source[self._at]
            if character in "()|":
                depth += {"(": 1, ")": -1, "|": 0}[character]
                if depth < 0:
                    raise RegexError(self._source)
                found.append("(?:" if character == "(" else character)
                self._at += 1
            else:
                found.extend(self._atom(character))
        if depth:
            raise RegexError(self._source)
        return [*found, ")"]

    def _atom(self, character: str) -> list[str | Class]:
        if quantifier := _QUANTIFIER.match(self._source, self._at):
            self._at = quantifier.end()
            return [quantifier[0]]
        self._at += 1
        if character == "\\":
            return [self._escape()]
        if character == "[":
            return [self._bracket()]
        if character in "{}]?*+":
            raise RegexError(self._source)
        return [_not_line_end if character == "." else re.escape(character)]

    def _escape(self) -> Class:
        if self._at >= len(self._source):
            raise RegexError(self._source)
        letter = self._source[self._at]
        self._at += 1
        if letter in "pP":
            return _negated(self._property(), yes=letter == "P")
        if letter.lower() in _MULTIPLE:
            return _negated(_MULTIPLE[letter.lower()], yes=letter.isupper())
        if letter not in "nrt\\|.?*+(){}-[]^$":
            raise RegexError(self._source)
        return _ESCAPED.get(letter, letter).__eq__

    def _property(self) -> Class:
        match = _BLOCK.match(self._source, self._at)
        if not match:
            raise RegexError(self._source)
        self._at = match.end()
        name = match[2]
        if match[1]:
            if name not in _BLOCKS:
                raise RegexError(f"\\p{{Is{name}}} is not supported")  # noqa: EM102, TRY003 - names the block
            return _ranged((_BLOCKS[name],))
        return lambda character: unicodedata.category(character).startswith(name)

    def _bracket(self) -> Class:
        negative = self._taken("^")
        members: list[Class] = []
        subtracted: Class | None = None
        while not self._taken("]"):
            if members and self._source.startswith("-[", self._at):
                self._at += 2
                subtracted = self._bracket()
            elif subtracted is not None or self._at >= len(self._source):
                raise RegexError(self._source)
            else:
                members.append(self._member())
        if not members:
            raise RegexError(self._source)
        return _minus(_negated(_any_of(tuple(members)), yes=negative), subtracted)

    def _member(self) -> Class:
        first = self._single()
        follows = self._source[self._at + 1 : self._at + 2]
        if isinstance(first, str) and self._source.startswith("-", self._at) and follows not in {"]", "[", ""}:
            self._at += 1
            last = self._single()
            if not isinstance(last, str) or last < first:
                raise RegexError(self._source)
            return _ranged(((ord(first), ord(last)),))
        return first.__eq__ if isinstance(first, str) else first

    def _single(self) -> str | Class:
        character = self._source[self._at]
        self._at += 1
        if character == "[":
            raise RegexError(self._source)
        if character != "\\":
            return character
        letter = self._source[self._at : self._at + 1]
        if letter and letter not in "pP" and letter.lower() not in _MULTIPLE:
            self._at += 1
            return _ESCAPED.get(letter, letter)
        return self._escape()

    def _taken(self, character: str) -> bool:
        taken = self._source.startswith(character, self._at)
        self._at += taken
        return taken


def _not_line_end(character: str) -> bool:
    return character not in "\n\r"


def _ranged(ranges: tuple[tuple[int, int], ...]) -> Class:
    return lambda character: any(first <= ord(character) <= last for first, last in ranges)


def _any_of(classes: tuple[Class, ...]) -> Class:
    return lambda character: any(each(character) is True for each in classes)


def _negated(character_class: Class, *, yes: bool) -> Class:
    return (lambda character: not character_class(character)) if yes else character_class


def _minus(character_class: Class, subtracted: Class | None) -> Class:
    if subtracted is None:
        return character_class
    return lambda character: character_class(character) and not subtracted(character)


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] not in "PZC"


def _is_digit(character: str) -> bool:
    return unicodedata.category(character) == "Nd"


_MULTIPLE: dict[str, Class] = {
    "s": " \t\n\r".__contains__,
    "d": _is_digit,
    "w": _is_word,
    "i": partial(is_name_character, first=True),
    "c": partial(is_name_character, first=False),
}
