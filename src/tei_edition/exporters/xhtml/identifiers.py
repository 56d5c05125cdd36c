"""Identifiers of a page: the TEI ones where XHTML can hold them, others made for it, each once.

Source: TEI Guidelines, SA "Linking, Segmentation, and Alignment"; EPUB 3.3, 3.3 "EPUB CFI" needs unique ids.
"""

from __future__ import annotations

import re

_USABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")


class Identifiers:
    """The ids of one XHTML page."""

    __slots__ = ("_emitted", "_given", "_taken")

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()
        self._emitted: set[str] = set()

    def reserve(self, identifiers: list[str]) -> None:
        """Fix the page ids of all xml:ids of a text before it is written, so that links forward know them."""
        for identifier in identifiers:
            if identifier not in self._given:
                self._given[identifier] = self.new(identifier if _USABLE.fullmatch(identifier) else "id")

    def new(self, wanted: str) -> str:
        """Return ``wanted``, numbered if the page has it already, and take it."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name

    def emit(self, identifier: str) -> str:
        """Return the page id of an xml:id when its element is written; empty the second time, or where unknown."""
        name = self._given.get(identifier, "")
        if name in self._emitted:
            return ""
        self._emitted.add(name)
        return name

    def of(self, identifier: str) -> str:
        """Return the page id of an xml:id; empty where the text has none such."""
        return self._given.get(identifier, "")

    def all_of(self, written: frozenset[str]) -> dict[str, str]:
        """Return the page id of every xml:id whose page id is among those ``written``."""
        return {identifier: name for identifier, name in self._given.items() if name in written}
