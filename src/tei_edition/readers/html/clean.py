"""The text of a chunk as an article can hold it: white space collapsed, NFC, XML characters only."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.characters import NOT_XML, nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.html.page import Chunk, Mark

_RUN = re.compile(r"[ \t\n\r\f]+")
_REPLACEMENT = "\ufffd"


def cleaned(chunk: Chunk) -> tuple[str, tuple[Mark, ...]]:
    r"""Return a chunk's text and its marks: one space for each run of white space, ``\n`` where ``br`` is.

    Two line ends in a row stand for the end of a paragraph. The lines of ``pre`` are kept as they are.
    """
    if chunk.tag == "pre":
        text = "\n".join(line.rstrip() for line in chunk.text.expandtabs().split("\n")).strip("\n")
        return nfc(NOT_XML.sub(_REPLACEMENT, text.replace("\r", "\n"))), ()
    pieces: list[str] = []
    moved: list[int] = []
    position = length = 0
    for run in _RUN.finditer(chunk.text):
        before = chunk.text[position : run.start()]
        moved += range(length, length + len(before))
        space = _space(run.group()) if length + len(before) and run.end() < len(chunk.text) else ""
        pieces += (before, space)
        moved += [length + len(before)] * (run.end() - run.start())
        length += len(before) + len(space)
        position = run.end()
    rest = chunk.text[position:]
    moved += range(length, length + len(rest) + 1)
    text = NOT_XML.sub(_REPLACEMENT, "".join((*pieces, rest)))
    composed = nfc(text)
    if composed != text:
        return composed, ()
    return text, _moved(chunk.marks, moved, text)


def _space(run: str) -> str:
    return "\n\n" if run.count("\n") > 1 else "\n" if "\n" in run else " "


def _moved(marks: Sequence[Mark], moved: Sequence[int], text: str) -> tuple[Mark, ...]:
    result: list[Mark] = []
    for mark in marks:
        start, end = moved[min(mark.start, len(moved) - 1)], moved[min(mark.end, len(moved) - 1)]
        inner = text[start:end]
        start += len(inner) - len(inner.lstrip())
        end = start + len(inner.strip())
        if start < end:
            result.append(replace(mark, start=start, end=end))
    return tuple(result)
