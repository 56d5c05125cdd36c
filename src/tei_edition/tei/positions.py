"""Where the start tags of a document stand: one pass over its bytes, made only when there is something to report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_ATTRIBUTE = re.compile(r"""\s+([^\s=/>"'<]+)\s*=\s*("[^"]*"|'[^']*')""")
_TAG_NAME = re.compile(r"<[^\s/>]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_USUAL_TAG = 4096
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Position:
    r"""A place in a document.

    Attributes:
        line: From 1; ``\n``, ``\r`` and ``\r\n`` each end a line.
        column: From 1, in code points; a byte-order mark takes no column.
        offset: In bytes from the beginning of the document, from 0.
    """

    line: int
    column: int
    offset: int


def start_tags(data: bytes) -> tuple[Position, ...]:
    """Return where the start tag of each element begins, in document order.

    The nth position is that of the nth element of lxml's ``root.iter("*")``. Where the bytes cannot be read to their
    end (not well-formed, or in a multi-byte encoding other than UTF-8 and UTF-16) there are fewer positions than
    elements.
    """
    return tuple(start_tags_of(data).values())


def start_tags_of(data: bytes, wanted: AbstractSet[int] | None = None) -> dict[int, Position]:
    """Return where the start tags of elements begin, by their number in document order, from 0.

    Args:
        data: The whole document.
        wanted: The numbers of elements; None: of all.

    Returns:
        Those that were found; what cannot be read (see ``start_tags``) is missing.
    """
    found: dict[int, Position] = {}
    numbers = count()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    # A mark of UTF-8 is passed over here: expat would count it as a column of the first line.
    skipped = 3 if data.startswith(b"\xef\xbb\xbf") else 0

    def start(_name: str, _attributes: Mapping[str, str]) -> None:
        number = next(numbers)
        if wanted is None or number in wanted:
            index = parser.CurrentByteIndex + skipped
            found[number] = Position(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, index)

    parser.StartElementHandler = start
    try:
        parser.Parse(data[skipped:], True)  # noqa: FBT003 - expat takes it by position only
    except (expat.ExpatError, ValueError, LookupError):
        # What was found up to here is right.
        return found
    return found


def end_tags(data: bytes, wanted: AbstractSet[int]) -> dict[int, Position]:
    """Return where the end tags of elements begin; of an element that is one empty tag, where that begins.

    Args:
        data: The whole document.
        wanted: The numbers of elements in document order, from 0.

    Returns:
        Those that were found; what cannot be read (see ``start_tags``) is missing.
    """
    found: dict[int, Position] = {}
    parser = expat.ParserCreate()
    skipped = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    waiting: list[int] = []
    numbers = count()

    def start(_name: str, _attributes: Mapping[str, str]) -> None:
        waiting.append(next(numbers))

    def end(_name: str) -> None:
        number = waiting.pop()
        if number in wanted:
            index = parser.CurrentByteIndex + skipped
            found[number] = Position(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, index)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data[skipped:], True)  # noqa: FBT003 - expat takes it by position only
    except (expat.ExpatError, ValueError, LookupError):
        # What was found up to here is right.
        return found
    return found


def characters(data: bytes, wanted: AbstractSet[tuple[int, bool, int]]) -> dict[tuple[int, bool, int], Position]:
    """Return where characters of a document's text stand.

    Args:
        data: The whole document.
        wanted: Runs and characters in them: the number of an element in document order, from 0; whether the run
            follows that element's end, or its start; the character's place in the run, in code points, from 0. Comments
            and instructions neither end a run nor count.

    Returns:
        Those that were found; what cannot be read (see ``start_tags``) is missing.
    """
    runs: dict[tuple[int, bool], list[int]] = {}
    for index, behind, offset in sorted(wanted):
        runs.setdefault((index, behind), []).append(offset)
    return _Runs(data, runs).found()


class _Runs:
    """One pass over a document that counts the characters of its runs of text."""

    def __init__(self, data: bytes, wanted: dict[tuple[int, bool], list[int]]) -> None:
        self._wanted = wanted
        self._skipped = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        self._data = data[self._skipped :]
        self._found: dict[tuple[int, bool, int], Position] = {}
        self._number = -1
        self._open: list[int] = []
        self._run = (-1, False)
        self._read = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def found(self) -> dict[tuple[int, bool, int], Position]:
        try:
            self._parser.Parse(self._data, True)  # noqa: FBT003 - expat takes it by position only
        except (expat.ExpatError, ValueError, LookupError):
            # What was found up to here is right.
            return self._found
        return self._found

    def _start(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self._number += 1
        self._open.append(self._number)
        self._run, self._read = (self._number, False), 0

    def _end(self, _name: str) -> None:
        # The text after a child goes on where the child ended.
        self._run, self._read = (self._open.pop(), True), 0

    def _text(self, text: str) -> None:
        for offset in self._wanted.get(self._run, ()):
            within = offset - self._read
            if 0 <= within < len(text):
                parser = self._parser
                place = parser.CurrentByteIndex + self._skipped + len(text[:within].encode())
                self._found[(*self._run, offset)] = Position(
                    parser.CurrentLineNumber, parser.CurrentColumnNumber + 1 + within, place
                )
        self._read += len(text)


def attribute(data: bytes, tag: Position, name: str, encoding: str = "utf-8") -> Position:
    """Return where an attribute's name begins; the tag's own position where it has no such attribute.

    Args:
        data: The whole document.
        tag: Where its element's start tag begins.
        name: The attribute as written in the tag (``xml:id``), or its name without the prefix.
        encoding: The document's encoding as its declaration says; a byte-order mark overrides it.
    """
    codec = next((codec for mark, codec in _BYTE_ORDER_MARKS if data.startswith(mark)), encoding or "utf-8")
    try:
        text = data[tag.offset : tag.offset + _USUAL_TAG].decode(codec, "replace")
    except LookupError:
        return tag
    index = _find(text, name)
    if index is not None:
        return _moved(tag, text[:index], codec)
    return _of_long_tag(data, tag, codec).get(name, tag) if len(text) < len(data) - tag.offset else tag


@lru_cache(maxsize=1)
def _of_long_tag(data: bytes, tag: Position, codec: str) -> Mapping[str, Position]:
    """Return where each attribute of a tag stands, by its name with and without prefix, found in one pass."""
    end = -1 if codec.startswith("utf-16") else data.find(b"<", tag.offset + 1)
    text = data[tag.offset : end if end > 0 else len(data)].decode(codec, "replace")
    found: dict[str, Position] = {}
    opening = _TAG_NAME.match(text)
    at, place, done = opening.end() if opening else 0, tag, 0
    while match := _ATTRIBUTE.match(text, at):
        place, done = _moved(place, text[done : match.start(1)], codec), match.start(1)
        found[match[1]] = place
        found.setdefault(match[1].rpartition(":")[2], place)
        at = match.end()
    return found


def _find(text: str, name: str) -> int | None:
    opening = _TAG_NAME.match(text)
    at = opening.end() if opening else 0
    nearly = None
    while match := _ATTRIBUTE.match(text, at):
        if match[1] == name:
            return match.start(1)
        if match[1].rpartition(":")[2] == name:
            nearly = match.start(1)
        at = match.end()
    return nearly


def _moved(tag: Position, before: str, codec: str) -> Position:
    offset = tag.offset + len(before.encode(codec, "replace"))
    ends = list(_LINE_END.finditer(before))
    if not ends:
        return Position(tag.line, tag.column + len(before), offset)
    return Position(tag.line + len(ends), len(before) - ends[-1].end() + 1, offset)
