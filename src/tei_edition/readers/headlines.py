"""Headlines, labels and subheads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.readers.bylines import is_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_MOST_WORDS = 30
_SUBHEAD_WORDS = 9
_LABEL_WORDS = 3
_ENDS_SENTENCE = re.compile(r"[.;:,][\"'”’)]*$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Dr|Mr|Mrs|St|Co|Inc|Ltd|No)\.)$")
_SMALL = frozenset(
    "a an and are as at but by de der des die du for from his her in into is it its la le not of off on or out over "
    "she he so that the their to und under up v van von vs was with without was will after before than this".split()
)


def is_label(unit: Unit) -> bool:
    """Tell a section's label ("OBITUARY", "(front page)"): up to three words in capitals or in brackets."""
    if unit.words > _LABEL_WORDS or not unit.text:
        return False
    return (unit.text.isupper() and not unit.text.endswith(("?", "!"))) or (
        unit.text.startswith(("(", "[")) and unit.text.endswith((")", "]"))
    )


def may_be_headline(unit: Unit) -> bool:
    """Tell a line above the text that can be a headline, deck or label: short and no sentence of running text."""
    if not unit.text or unit.words > _MOST_WORDS or is_byline(unit):
        return False
    return not _ENDS_SENTENCE.search(unit.text) or bool(_ABBREVIATION.search(unit.text)) or unit.text.isupper()


def is_subhead(units: Sequence[Unit], index: int) -> bool:
    """Tell a heading between paragraphs: a short line by itself, without a full stop, its words capitalised."""
    unit = units[index]
    following = next((other for other in units[index + 1 :] if other.text), None)
    if not unit.text or following is None or not unit.gap or not following.gap or unit.words > _SUBHEAD_WORDS:
        return False
    if _ENDS_SENTENCE.search(unit.text) or unit.text[:1] in "\"'“‘`(-–—*•" or not unit.text[:1].isupper():
        return False
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", unit.text) if word.lower() not in _SMALL]
    capitalised = sum(1 for word in words if word[:1].isupper())
    return bool(words) and capitalised == len(words) and following.words > _SUBHEAD_WORDS
