"""R413, R414, R415: characters that are lost, private, invisible or decomposed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.validation.issue import Issue, TextSpot
from tei_edition.validation.own_text import own_text, text_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context

_LOST = "[\ufffd\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
_INVISIBLE = "[\u0080-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\u2400-\u2421\ufeff]"
_PRIVATE = "\ue000"
_COMPOSED = "[\u0080-\u02ff\u2002-\u206f]*"
"""Characters that never compose with others: what is normal of each is so of all."""


def check(document: Context) -> Iterator[Issue]:
    """Yield elements whose own text holds suspicious characters outside g; one issue an element and kind, at the first.

    Source: TEI Guidelines, WD "Characters, Glyphs, and Writing Modes"; Unicode Standard, chapter 23.
    """
    foreign = document.foreign
    # What is lost or private stands high up, and its expression takes long to compile.
    lost = max(foreign, default="") >= _PRIVATE and re.search(_LOST, foreign)
    suspicious = lost or re.search(_INVISIBLE, foreign)
    simple = re.fullmatch(_COMPOSED, foreign) is not None
    if not suspicious and unicodedata.is_normalized("NFC", foreign if simple else document.text):
        return
    for element in document.elements:
        text = own_text(element)
        if text.isascii() or is_tei(element, "g", "char", "mapping", "glyph"):
            continue
        for code, pattern, what in (("R413", _LOST, "lost or private"), ("R414", _INVISIBLE, "invisible")):
            if found := sorted(set(re.findall(pattern, text))):
                message = f"<{local_name(element)}> holds {what} characters: {_shown(found)}"
                yield Issue(code, message, element, spot=_first(element, pattern))
        if not unicodedata.is_normalized("NFC", text):
            message = f"the text of <{local_name(element)}> is not in Unicode normalization form C"
            yield Issue("R415", message, element, spot=_decomposed(element))


def _first(element: Element, pattern: str) -> TextSpot | None:
    places = ((after, re.search(pattern, run)) for after, run in text_runs(element))
    return next((TextSpot(after, match.start()) for after, match in places if match), None)


def _decomposed(element: Element) -> TextSpot | None:
    for after, run in text_runs(element):
        composed = unicodedata.normalize("NFC", run)
        if composed != run:
            differs = (at for at, (one, other) in enumerate(zip(run, composed, strict=False)) if one != other)
            return TextSpot(after, next(differs, 0))
    return None


def _shown(characters: list[str]) -> str:
    return ", ".join(f"U+{ord(each):04X} {unicodedata.name(each, '')}".strip() for each in characters)
