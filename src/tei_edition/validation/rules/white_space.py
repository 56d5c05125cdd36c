"""White space that tore a word or a sentence apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue, TextSpot
from tei_edition.validation.own_text import text_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_BEFORE_POINT = r"(?<=[^\W\d_])[ ](?=[,.](?:\s|$))"
_BROKEN = (
    r"(?<![\w-])[^\W\d_]{2,}-[ ]"
    r"(?!(?:and|or|to|und|oder|bis|sowie|bzw|et|ou|y|o|e|en|of|och|og)\b)[a-z]{2,}"
)
_DOUBLED = r"(?<=[^\W\d_])(?:[ ]{2,3}|\t)(?=[^\W\d_])"
_KINDS = (
    ("R481", _BEFORE_POINT, "a space stands before a comma or full stop", " "),
    ("R482", _BROKEN, "a word was broken by a hyphen and a space", "- "),
    ("R486", _DOUBLED, "there is too much space between two words", "  "),
)
_SEVERAL = range(1, 20)


def check(document: Context) -> Iterator[Issue]:
    """Yield the first of each kind in a run of an element's own text.

    A space before a full stop is told only where the document has few of them: otherwise it is its way of writing.
    """
    whole = document.text
    kinds = [kind for kind in _KINDS if kind[3] in whole and len(re.findall(kind[1], whole)) in _SEVERAL]
    for element in document.named("p", "head", "item", "quote", "said", "q", "note", "l", "cell") if kinds else ():
        for after, run in text_runs(element):
            for code, pattern, what, _ in kinds:
                if found := re.search(pattern, run):
                    shown = " ".join(run[max(found.start() - 10, 0) : found.end() + 10].split())
                    message = f"{what} in <{local_name(element)}>: {shown}"
                    yield Issue(code, message, element, spot=TextSpot(after, found.start()))
