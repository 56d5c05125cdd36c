"""XHTML of a chapter as HTML: what only books have is taken away, speakers are named beside their quotations.

Source: HTML Living Standard, 13.1.2 "Elements"; EPUB 3.3, 6.1.3 "HTML extensions".
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)([^<>]*?)(/?)>")
_ONLY_XML = re.compile(r' (?:epub:type|xml:lang|xmlns(?::\w+)?)="[^"]*"')
_ID = re.compile(r' id="([^"]*)"')
_PARTS = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|d[dtl]|t[dhr]|table|section|aside|figure|figcaption|pre|caption|blockquote|br|hr)\b[^<>]*>"
)
_PAGE = re.compile(r' role="doc-pagebreak" aria-label="([^"]*)"')
_WIDE = 60
_VOID = frozenset({"br", "hr", "img"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What stands beside a quotation, in a place where a link may stand and in one within a link."""

    linked: str
    plain: str


def html_of(body: str, attributions: Mapping[str, Attribution], titles: Callable[[str], str]) -> str:
    """Return the HTML of a chapter's body.

    Args:
        body: Well-formed XHTML in which ``<`` and ``>`` stand in tags only.
        attributions: Of quotations, by page id.
        titles: Tells what a link to an address is titled; empty for nothing.
    """
    parts: list[str] = []
    ends: list[str] = []  # of the elements that are open
    links = 0
    last = 0
    for match in _TAG.finditer(body):
        parts.append(body[last : match.start()])
        last = match.end()
        closing, name, attributes, empty = match.groups()
        if closing:
            links -= name == "a"
            parts.append(ends.pop())
            continue
        parts.append(_start(name, _ONLY_XML.sub("", attributes), titles))
        if empty and name not in _VOID:
            parts.append(f"</{name}>")
        elif not empty:
            found = _ID.search(attributes)
            attribution = attributions.get(found[1]) if found else None
            ends.append(_end(name, attributes, attribution, in_link=links > 0))
            links += name == "a"
    parts.append(body[last:])
    return "".join(parts)


def plain_text(body: str) -> list[str]:
    """Return the words of a chapter's body, a string for each paragraph, heading, cell or item that has any."""
    blocks = (html.unescape(_TAG.sub("", part)) for part in _PARTS.split(body))
    return [words for block in blocks if (words := " ".join(block.split()))]


def _start(name: str, attributes: str, titles: Callable[[str], str]) -> str:
    if name == "a" and ' class="mention"' in attributes:
        address = re.search(r' href="([^"]*)"', attributes)
        title = titles(html.unescape(address[1])) if address else ""
        attributes += f' title="{html.escape(title)}"' if title else ""
    if name == "div" and ' class="table"' in attributes:
        attributes += ' tabindex="0"'  # what is too wide for the window is scrolled, with keys as well
    if _is_wide(name, attributes):
        return f'<span class="wide" tabindex="0"><{name}{attributes}>'
    page = _PAGE.search(attributes)
    if page:  # a name that is seen, not one that is only heard
        return f'<{name}{_PAGE.sub("", attributes)} class="page-break">{page[1]}'
    return f"<{name}{attributes}>"


def _end(name: str, attributes: str, attribution: Attribution | None, *, in_link: bool) -> str:
    if _is_wide(name, attributes):
        return f"</{name}></span>"
    if attribution is None:
        return f"</{name}>"
    words = attribution.plain if in_link else attribution.linked
    if name == "q":
        return f"</q>{words}"
    return f"<footer>{words}</footer></{name}>" if name == "blockquote" else f"{words}</{name}>"


def _is_wide(name: str, attributes: str) -> bool:
    """Tell whether an element is a formula that a small window may have no room for."""
    if name != "math":
        return False
    found = re.search(r' alttext="([^"]*)"', attributes)
    return found is not None and len(found[1]) > _WIDE
