"""Where words end although no white space says so, and where markup stands within a word.

Source: TEI Guidelines, TD "White Space" in USTSWS; NDPER "Personal Names" (parts of a name in elements of their own).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.elements import elements
from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_after, text_before, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ELEMENTS_ONLY = frozenset({"persName", "author", "editor", "signed", "witness", "bibl"})


_OPENING = "([{<«‹“‘„‚¿¡-–—/'’"
_CLOSING = ")]}>»›”’.,;:!?…·-–—/'%"


def parts_words(element: Element) -> bool:
    """Tell whether phrases that follow each other directly in an element are words apart.

    A ``castItem`` with a ``role`` and a ``roleDesc``; a ``persName`` that holds its parts and nothing else; a ``subst``
    of whole words, not of a letter within one.
    """
    name = local_name(element)
    if name == "subst":
        return not is_within_word(element)
    if name not in elements().parted or len(element) < 2:  # noqa: PLR2004 - a phrase and one that follows it
        return False
    return name not in _ELEMENTS_ONLY or not (text_before(element).strip() or any(map(_has_text_after, element)))


def joins(child: Element) -> bool:
    """Tell whether a child follows the one before it directly, word to word or a word to the end of a sentence."""
    previous = child.getprevious()
    if previous is None or not isinstance(child.tag, str) or not isinstance(previous.tag, str):
        return False
    if text_after(previous):
        return False
    before, after = text_of(previous, "reading")[-1:], text_of(child, "reading")[:1]
    return bool(_ends_word(before) and _begins_word(after))


def _ends_word(character: str) -> bool:
    return bool(character) and not character.isspace() and character not in _OPENING


def _begins_word(character: str) -> bool:
    return bool(character) and not character.isspace() and character not in _CLOSING


def is_within_word(element: Element) -> bool:
    """Tell whether a letter or digit stands directly before an element or directly after it."""
    return _before(element)[-1:].isalnum() or text_after(element)[:1].isalnum()


def _before(element: Element) -> str:
    previous = element.getprevious()
    if previous is not None:
        return text_after(previous) or (text_of(previous, "reading") if isinstance(previous.tag, str) else "")
    parent = element.getparent()
    return text_before(parent) if parent is not None else ""


def _has_text_after(element: Element) -> bool:
    return bool(text_after(element).strip())
