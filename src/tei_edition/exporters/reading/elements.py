"""What TEI elements are to a reader: containers, blocks, phrases, points. The lists are ``elements.tsv``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tei_edition.core.tables import rows


class Elements(NamedTuple):
    """Local names of TEI elements by what they are to a reader.

    Attributes:
        containers: Hold no text of their own; what stands in them directly is a block.
        blocks: Are blocks wherever they stand.
        points: Hold no words and are never blocks.
        verbatim: Hold text that is no prose.
        lines: Keep the line beginnings in them as lines.
        parted: Hold phrases that are words apart.
        known: Every name above, and every other element of the Guidelines that is a phrase.
    """

    containers: frozenset[str]
    blocks: frozenset[str]
    points: frozenset[str]
    verbatim: frozenset[str]
    lines: frozenset[str]
    parted: frozenset[str]
    known: frozenset[str]


@cache
def elements() -> Elements:
    """Return the lists, read once."""
    lists: dict[str, list[str]] = {}
    for key, words in rows(__file__, "elements.tsv"):
        lists.setdefault(key, []).extend(words.split())
    names = {key: frozenset(words) for key, words in lists.items()}
    known = frozenset().union(*names.values())
    del names["phrases"]
    return Elements(**names, known=known)
