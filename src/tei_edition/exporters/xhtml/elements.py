"""How TEI elements look in XHTML where no rule of their own stands in the code: ``elements.tsv``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[A-Za-z][\w-]*")


class Mapped(NamedTuple):
    """Names of XHTML elements and classes by TEI names and words of ``rend``."""

    phrases: Mapping[str, str]
    plain: frozenset[str]
    blocks: Mapping[str, str]
    rend: Mapping[str, str]


@cache
def mapped() -> Mapped:
    """Return the tables, read once."""
    tables: dict[str, dict[str, str]] = {"phrases": {}, "plain": {}, "blocks": {}, "rend": {}}
    for table, names, html in rows(__file__, "elements.tsv", 3):
        tables[table] |= dict.fromkeys(names.split(), html)
    return Mapped(tables["phrases"], frozenset(tables["plain"]), tables["blocks"], tables["rend"])


@cache
def appearance(rend: str) -> tuple[str, tuple[str, ...]]:
    """Return HTML element (empty where none) and classes for the words of a ``rend``, ``rendition`` or ``style``.

    >>> appearance("bold sc")
    ('b', ('small-caps',))
    """
    tag = ""
    classes: dict[str, None] = {}
    for word in _WORD.findall(rend):
        look = mapped().rend.get(word, "")
        if look.startswith("."):
            classes[look[1:]] = None
        elif look and not tag:
            tag = look
        elif look:
            classes[f"as-{look}"] = None
    return tag, tuple(classes)
