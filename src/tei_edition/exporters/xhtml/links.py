"""Rules for references, pointers and names: links within the text, to the indexes and to the web, nothing else.

Source: TEI Guidelines, COXR "Simple Links and Cross-References"; NDATTSnr "Linking Names and Their Referents";
EPUB 3.3, 3.6 "URLs".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.exporters.reading.separation import is_within_word
from tei_edition.exporters.xhtml.chapter import Mention
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag
from tei_edition.tei.names import is_tei, local_name
from tei_edition.tei.text import pieces, text_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.walk import Walk

ELSEWHERE = "urn:x-text:"
"""Begins the address of a place in another text of the same book: its number, ``#`` and the xml:id, if any."""

_WEB = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][^\s<>\"{}|\\^`]*)?")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def reference(walk: Walk, element: Element, out: Markup) -> None:
    """Write a reference as a link, or its words alone where it leads to nothing that a book may link to."""
    address = _address(walk, element)
    if not address or walk.in_link or element in walk.blocks:
        (walk.block if element in walk.blocks else walk.phrase)(element, out)
        return
    if not _has_words(element):
        pointer(walk, element, out)
        return
    _link(walk, element, address, out, "ref")


def pointer(walk: Walk, element: Element, out: Markup) -> None:
    """Write a pointer: a link that shows where it leads."""
    address = _address(walk, element)
    target = element.get("target", "")
    words = element.get("n") or (address if address and not address.startswith("#") else "→")
    if is_within_word(element):
        out.text(" ")
    if address and not walk.in_link:
        # What is heard begins with what is seen; an arrow says nothing to the ear, an address enough.
        title = "" if words == address else address.rpartition("#")[2] or address
        title = title if words == "→" or not title else f"{words} ({title})"
        out.raw(tag("a", **walk.common(element, "ptr"), href=address, aria_label=title) + escaped(words) + "</a>")
    elif _WEB.fullmatch(target):
        out.text(words, verbatim=True)


def mention(walk: Walk, element: Element, out: Markup) -> None:
    """Write a name or title as a link to its entry in an index."""
    if element in walk.blocks:
        linked_block(walk, element, out, walk.block_name(element))
        return
    html = "cite" if local_name(element) == "title" else ""
    linked(walk, element, out, lambda: walk.phrase(element, out, html))


def linked_block(walk: Walk, element: Element, out: Markup, html: str, *classes: str) -> None:
    """Write a block; its words are a link to the entry that it points to, if there is one and no block in it."""
    content = None if walk.has_blocks(element) else _linked_words
    walk.wrapped(element, out, html, *walk.classes(element, *classes), content=content)


def linked(walk: Walk, element: Element, out: Markup, write: Callable[[], None]) -> None:
    """Write a phrase as a link to the entry that it points to, if there is one; remember the place for the way back.

    Args:
        walk: The walk.
        element: The phrase.
        out: Where ``write`` writes.
        write: Writes the phrase itself.
    """
    entry = _entry(walk, element)
    if not entry or not _has_words(element):
        write()
        return
    identifier = walk.own_id(element) or walk.ids.new(f"m-{len(walk.mentions) + 1}")
    walk.mentions.append(Mention(entry, identifier))
    if walk.in_link:
        out.raw(tag("span", id=identifier))
        write()
        out.raw("</span>")
        return
    out.raw(tag("a", id=identifier, class_="mention", href=walk.entries[entry]))
    walk.in_link = True
    write()
    walk.in_link = False
    out.raw("</a>")


def _linked_words(walk: Walk, element: Element, out: Markup) -> None:
    linked(walk, element, out, lambda: walk.content(element, out))


def _link(walk: Walk, element: Element, address: str, out: Markup, class_: str) -> None:
    out.raw(tag("a", **walk.common(element, class_), href=address))
    walk.in_link = True
    walk.content(element, out)
    walk.in_link = False
    out.raw("</a>")


def _has_words(element: Element) -> bool:
    if text_before(element).strip():
        return True
    return any(piece.strip() for piece in pieces(element, "reading")) or any(
        is_tei(node, "graphic", "gap", "ptr") for node in element.iter()
    )


def _in_another_text(walk: Walk, target: str) -> str:
    """Return the address of a place in another document of the book, or in its registers; empty where it is neither."""
    name, _, fragment = target.partition("#")
    file = name.replace("\\", "/").rpartition("/")[2]
    if file in walk.documents:
        return f"{ELSEWHERE}{walk.documents[file]}#{fragment}"
    return walk.entries.get(fragment, "") if fragment and not _SCHEME.match(target) else ""


def _entry(walk: Walk, element: Element) -> str:
    """Return the first register entry that ``ref`` or ``key`` names; empty where there is none."""
    for target in (*element.get("ref", "").split(), *element.get("key", "").split()):
        identifier = target.rpartition("#")[2]
        if identifier in walk.entries:
            return identifier
    return ""


def _address(walk: Walk, element: Element) -> str:
    """Return what a link may hold; empty where the target is unsafe, outside the book or nowhere."""
    target = (element.get("target", "").split() or [""])[0]
    if target.startswith("#"):
        return _within(walk, element, target)
    if not target or (elsewhere := _in_another_text(walk, target)):
        return elsewhere if target else ""
    if _WEB.fullmatch(target):
        return _PERCENT.sub("%25", target).replace("[", "%5B").replace("]", "%5D")
    if _MAIL.fullmatch(target):
        return target
    problems = walk.problems.unsafe if _SCHEME.match(target) else walk.problems.dangling
    problems.setdefault(target, element.sourceline or 0)
    return ""


def _within(walk: Walk, element: Element, target: str) -> str:
    identifier = target[1:]
    if identifier in walk.entries:
        return walk.entries[identifier]
    name = walk.ids.of(identifier)
    if not name and identifier in walk.documents:
        return f"{ELSEWHERE}{walk.documents[identifier]}#"
    if not name:
        walk.problems.dangling.setdefault(target, element.sourceline or 0)
    return f"#{name}" if name else ""
