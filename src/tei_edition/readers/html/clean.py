"""The text of a chunk as an article can hold it: white space collapsed, NFC, XML characters only."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.characters import NOT_XML, nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.html.page import Chunk, Mark

_IRREGULAR = re.compile(r"[ \t\r\f]*\n[ \t\n\r\f]*|[ \t\r\f]{2,}|[\t\r\f]|^ | $")
_REPLACEMENT = "\ufffd"


def cleaned(chunk: Chunk) -> tuple[str, tuple[Mark, ...]]:
    r"""Return a chunk's text and its marks: one space for each run of white space, ``\n`` where ``br`` is.

    Two line ends in a row stand for the end of a paragraph. The lines of ``pre`` are kept as they are.
    """
    if chunk.tag == "pre":
        text = "\n".join(line.rstrip() for line in chunk.text.expandtabs().split("\n")).strip("\n")
        return nfc(NOT_XML.sub(_REPLACEMENT, text.replace("\r", "\n"))), ()
    raw = chunk.text
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    position = length = 0
    for run in _IRREGULAR.finditer(raw):
        length += run.start() - position
        pieces.append(raw[position : run.start()])
        position = run.end()
        if length and position < len(raw):
            pieces.append(_space(run.group()))
            length += len(pieces[-1])
        runs.append((position, length))
    text = NOT_XML.sub(_REPLACEMENT, "".join((*pieces, raw[position:])))
    composed = nfc(text)
    if composed != text or not chunk.marks:
        return composed, ()
    return text, _moved(chunk.marks, runs, text)


def _space(run: str) -> str:
    return "\n\n" if run.count("\n") > 1 else "\n" if "\n" in run else " "


def _moved(marks: Sequence[Mark], runs: Sequence[tuple[int, int]], text: str) -> tuple[Mark, ...]:
    """Return the marks at their places in the clean text, without white space at their ends."""
    result: list[Mark] = []
    for mark in marks:
        start, end = (_place(at, runs, len(text)) for at in (mark.start, mark.end))
        inner = text[start:end]
        start += len(inner) - len(inner.lstrip())
        end = start + len(inner.strip())
        if start < end:
            result.append(replace(mark, start=start, end=end))
    return tuple(result)


def _place(at: int, runs: Sequence[tuple[int, int]], length: int) -> int:
    """Return where an offset in a chunk is in its clean text; ``runs`` says where each changed run ends in both."""
    following = bisect_right(runs, (at, length))
    end, moved = runs[following - 1] if following else (0, 0)
    limit = runs[following][1] if following < len(runs) else length
    return min(moved + at - end, limit)
