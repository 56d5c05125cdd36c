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
        name = text_of(element)
        if not name or not within(element, "text") or within(element, "w"):
            continue
        before, behind = _before(element)[-1:], re.match(_WORD_BEHIND, text_after(element))
        if name[:1].isupper() and before.isalpha() and before.isascii() and before.islower():
            yield Issue("R480", f'no space stands before <{local_name(element)}> "{name[:30]}"', element)
        elif (name[-1:].isalpha() or name.endswith(".")) and behind and not re.match(_ENDINGS, behind[0]):
            yield Issue("R480", f'"{name[:30]}" in <{local_name(element)}> runs into "{behind[0]}"', element)


def _before(element: Element) -> str:
    sibling, parent = element.getprevious(), element.getparent()
    if sibling is not None:
        return text_after(sibling) if isinstance(sibling.tag, str) and local_name(sibling) not in {"lb", "pb"} else ""
    return "" if parent is None or local_name(parent) in _NAMES else text_before(parent)
