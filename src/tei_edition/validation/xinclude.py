"""XInclude, expanded on request: files are asked of the caller, never of a path or the network.

Source: XML Inclusions (XInclude) 1.0, second edition; of XPointer, shorthand pointers (an xml:id) only.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID
from tei_edition.tei.parse import parse
from tei_edition.tei.text import set_text_after, set_text_before, text_after, text_before
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_XI = "{http://www.w3.org/2001/XInclude}"
_DEEPEST = 20


class Expansion:
    """A document's tree with its inclusions in place.

    Args:
        root: The root; the tree is changed in place.
        name: The document's name, from which relative names start.
        resolver: Gives the bytes of a file by its name; None for one that is not there or not allowed.
    """

    def __init__(self, root: Element, name: str, resolver: Callable[[str], bytes | None]) -> None:
        self.numbers: dict[Element, int] = {element: number for number, element in enumerate(root.iter("*"))}
        """For each element the number, in the document itself, of the element or of the inclusion that brought it."""
        self.issues: list[Issue] = []
        self._resolver = resolver
        for include in list(root.iter(_XI + "include")):
            if include.getparent() is not None:
                self._expand(include, name, self.numbers[include], (name,))

    def _expand(self, include: Element, base: str, number: int, opened: tuple[str, ...]) -> None:
        href = include.get("href", "")
        name = href if "://" in href else posixpath.join(posixpath.dirname(base), href)
        fault = f"{href} includes itself" if name in opened or len(opened) > _DEEPEST else ""
        data = None if fault else self._resolver(name)
        if data is None:
            self._fall_back(include, base, number, opened, fault or f"{href} is not there")
        elif include.get("parse") == "text":
            _put_text(include, data.decode(include.get("encoding") or "utf-8", "replace"))
        else:
            self._put(include, data, name, number, opened)

    def _put(self, include: Element, data: bytes, name: str, number: int, opened: tuple[str, ...]) -> None:
        parsed = parse(data, name)
        pointer = include.get("xpointer")
        root = parsed.root
        if root is not None and pointer:
            root = next((each for each in root.iter("*") if each.get(XML_ID) == pointer), None)
        if root is None:
            what = f"{name} has no element with the xml:id {pointer}" if parsed.root is not None else f"{name}: not XML"
            self._complain(include, number, what)
            return
        set_text_after(root, text_after(include))
        parent = include.getparent()
        if parent is not None:
            parent.replace(include, root)
        self.numbers.update((element, number) for element in root.iter("*"))
        for inner in list(root.iter(_XI + "include")):
            self._expand(inner, name, number, (*opened, name))

    def _fall_back(self, include: Element, base: str, number: int, opened: tuple[str, ...], fault: str) -> None:
        fallback = next(include.iterchildren(_XI + "fallback"), None)
        if fallback is None:
            self._complain(include, number, fault)
            return
        for child in list(fallback):
            include.addprevious(child)
            if child.tag == _XI + "include":
                self._expand(child, base, number, opened)
        _put_text(include, "")

    def _complain(self, include: Element, number: int, fault: str) -> None:
        self.numbers[include] = number
        self.issues.append(Issue("S206", f"the inclusion cannot be made: {fault}", include, "href"))


def _put_text(include: Element, text: str) -> None:
    """Put text in the place of an inclusion."""
    parent, before = include.getparent(), include.getprevious()
    if parent is None:
        return
    text += text_after(include)
    set_text_after(include, "")
    parent.remove(include)
    if before is None:
        set_text_before(parent, text_before(parent) + text)
    else:
        set_text_after(before, text_after(before) + text)
