"""How TEI elements look in XHTML where no rule of their own stands in the code: ``elements.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

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
    table = tomllib.loads((files("tei_edition.exporters.xhtml") / "elements.toml").read_text("utf-8"))
    return Mapped(table["phrases"], frozenset(table["plain"]["names"].split()), table["blocks"], table["rend"])


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
