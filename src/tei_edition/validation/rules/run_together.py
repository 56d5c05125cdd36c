"""Names that run together with the word before or behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_after, text_before, text_of
from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context

_NAMES = ("persName", "placeName", "orgName", "geogName", "eventName")
_WORD_BEHIND = r"[a-z]{4,}"
_ENDINGS = r"(?:i[sa][mtnc]|ian|ist|isme|ing|ern|like|ness|ship|wide|based|land|stadt|stra)"


def check(document: Context) -> Iterator[Issue]:
    """Yield names with a letter directly before them, or a word behind them that is no ending such as ``ists``."""
    for element in document.named(*_NAMES):
        before, after = _before(element)[-1:], text_after(element)
        name = text_of(element) if before.isalpha() or after[:1].isalpha() else ""
        fault = name and _fault(name, before, after, local_name(element))
        if fault and within(element, "text") and not within(element, "w"):
            yield Issue("R480", fault, element)


def _fault(name: str, before: str, after: str, tag: str) -> str:
    behind = re.match(_WORD_BEHIND, after)
    if name[:1].isupper() and before.isascii() and before.islower():
        return f'no space stands before <{tag}> "{name[:30]}"'
    if (name[-1:].isalpha() or name.endswith(".")) and behind and not re.match(_ENDINGS, behind[0]):
        return f'"{name[:30]}" in <{tag}> runs into "{behind[0]}"'
    return ""


def _before(element: Element) -> str:
    sibling, parent = element.getprevious(), element.getparent()
    if sibling is not None:
        return text_after(sibling) if isinstance(sibling.tag, str) and local_name(sibling) not in {"lb", "pb"} else ""
    return "" if parent is None or local_name(parent) in _NAMES else text_before(parent)
