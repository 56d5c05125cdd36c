"""A plain-text file of several articles, cut into one file each; joined again they are the file, byte for byte."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.readers.decode import Decoded, decode
from tei_edition.readers.reading import ReadOptions  # noqa: TC001 - dataclass fields are read at run time
from tei_edition.readers.structure import structure

if TYPE_CHECKING:
    from tei_edition.readers.structure import Structure

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PLAIN = frozenset({"", ".txt", ".text"})


@dataclass(frozen=True, slots=True)
class Cut:
    """One article of a file: a name below the file's, its bytes, and what the file says of all its articles."""

    name: str
    data: bytes
    options: ReadOptions


def cuts(name: str, data: bytes, options: ReadOptions) -> tuple[Cut, ...]:
    """Return the articles of a file in their order; the file itself where it holds one.

    Args:
        name: The file's name; only plain text is cut.
        data: Its bytes. A text whose lines do not end in the bytes of ASCII (UTF-16) is not cut.
        options: What the user knows beforehand.
    """
    path = PurePath(name)
    decoded = decode(data, name) if path.suffix.lower() in _PLAIN else ()
    told = structure(decoded.text, options) if isinstance(decoded, Decoded) else None
    if not isinstance(decoded, Decoded) or told is None or not told.several:
        return (Cut(name, data, options),)
    lines = data.splitlines(keepends=True)
    if len(_LINE.findall(decoded.text)) != len(lines):
        return (Cut(name, data, options),)
    edges = itertools.pairwise((0, *told.several))
    starts = itertools.accumulate(decoded.text.count("\n", before, offset) for before, offset in edges)
    known = _known(told, options)
    return tuple(
        Cut(f"{name}/{path.stem}-{number}.txt", b"".join(lines[start:end]), known)
        for number, (start, end) in enumerate(itertools.pairwise((0, *starts, len(lines))), 1)
    )


def _known(told: Structure, options: ReadOptions) -> ReadOptions:
    """Return the options with the periodical and the date that the masthead of the whole file states."""
    periodical, date = told.metadata.periodical, told.printed
    return replace(
        options,
        periodical=periodical.value if periodical else options.periodical,
        printed=date or options.printed,
    )
