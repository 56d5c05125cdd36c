"""R418: a word of letters from two scripts, where one looks like the other. Source: Unicode Technical Standard 39."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue, TextSpot
from tei_edition.validation.own_text import text_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER = "\u0370-\u03ff\u0400-\u052f"
_MIXED = f"[{_LATIN}]+[{_OTHER}][{_LATIN}{_OTHER}]*|[{_OTHER}]+[{_LATIN}][{_LATIN}{_OTHER}]*"
_SHORTEST = 3


def check(document: Context) -> Iterator[Issue]:
    """Yield words that mix Latin letters with Greek or Cyrillic ones, such as a Cyrillic o in an English word."""
    if not any("\u0370" <= character <= "\u052f" for character in document.foreign):
        return
    for element in document.elements:
        for after, run in text_runs(element):
            if run.isascii():
                continue
            for word in re.finditer(_MIXED, run):
                if len(word[0]) >= _SHORTEST:
                    message = f'the word "{word[0]}" in <{local_name(element)}> mixes scripts'
                    yield Issue("R418", message, element, spot=TextSpot(after, word.start()))
