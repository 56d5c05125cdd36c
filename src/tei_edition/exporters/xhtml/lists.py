"""Rule for lists: numbered, plain, and of terms with their glosses.

Source: TEI Guidelines, COLI "Lists"; HTML Living Standard, 4.4.5 to 4.4.9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.xhtml.markup import Markup, tag
from tei_edition.tei.names import is_tei
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.walk import Walk

_NUMBERED = frozenset({"ordered", "numbered", "alphabetical"})


class _Entry:
    """An item with its labels, and what else stands before it and, where it is the last, after it (page beginnings)."""

    __slots__ = ("after", "before", "item", "labels")

    def __init__(self, *before: Element | str) -> None:
        self.labels: list[Element] = []
        self.item: Element | None = None
        self.before: list[Element | str] = [*before]
        self.after: list[Element | str] = []


def list_(walk: Walk, element: Element, out: Markup) -> None:
    """Write a list as ``ol``, ``ul`` or ``dl``; its heading goes before it."""
    entries = _entries(walk, element, out)
    if not entries:
        return
    items = [entry for entry in entries if entry.item is not None]
    glossary = bool(items) and len(items) == len(entries) and all(entry.labels for entry in items)
    if glossary and element.get("type") in {"gloss", None}:
        html = "dl"
    else:
        html = "ol" if {element.get("type"), *(element.get("rend") or "").split()} & _NUMBERED else "ul"
    labelled = "labelled" if html != "dl" and any(entry.labels for entry in entries) else ""
    out.block(tag(html, **walk.common(element, labelled, element.get("type", ""))))
    for entry in entries:
        (_gloss if html == "dl" else _item)(walk, entry, out)
    out.block(f"</{html}>")


def _entries(walk: Walk, element: Element, out: Markup) -> list[_Entry]:
    """Part a list into entries; headings, and all of a list without entries, are written at once."""
    entries: list[_Entry] = []
    open_ = _Entry(text_before(element))
    for child in element:
        if is_tei(child, "head"):
            walk.element(child, out)
        elif is_tei(child, "label"):
            open_.labels.append(child)
        elif is_tei(child, "item"):
            open_.item = child
            entries.append(open_)
            open_ = _Entry()
        elif isinstance(child.tag, str):
            open_.before.append(child)
        if text_after(child).strip():
            open_.before.append(text_after(child))
    return [*entries, *_last(entries, open_)]


def _last(entries: list[_Entry], open_: _Entry) -> list[_Entry]:
    """Return what is left after the last item as an entry; where it has no label, the last item takes it instead."""
    rest = [part for part in open_.before if not isinstance(part, str) or part.strip()]
    if open_.labels or (rest and not entries):
        return [open_]
    if rest:
        entries[-1].after = rest
    return []


def _strays(walk: Walk, parts: list[Element | str], out: Markup) -> None:
    for part in parts:
        if not isinstance(part, str):
            walk.element(part, out)
        elif part.strip():
            out.text(f" {part} ")


def _item(walk: Walk, entry: _Entry, out: Markup) -> None:
    out.block(tag("li", **(walk.common(entry.item) if entry.item is not None else {})))
    _strays(walk, entry.before, out)
    for label in entry.labels:
        walk.phrase(label, out, "span", "label")
        out.raw(" ")
    if entry.item is not None:
        _content(walk, entry.item, out)
    _strays(walk, entry.after, out)
    out.block("</li>")


def _gloss(walk: Walk, entry: _Entry, out: Markup) -> None:
    for number, label in enumerate(entry.labels):
        out.block(tag("dt", **walk.common(label)))
        if not number:
            _strays(walk, entry.before, out)
        _content(walk, label, out)
        out.block("</dt>")
    if entry.item is not None:
        out.block(tag("dd", **walk.common(entry.item)))
        _content(walk, entry.item, out)
        _strays(walk, entry.after, out)
        out.block("</dd>")


def _content(walk: Walk, element: Element, out: Markup) -> None:
    out.language = walk.language
    walk.content(element, out)
