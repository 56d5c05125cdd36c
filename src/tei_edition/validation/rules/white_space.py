"""White space that tore a word or a sentence apart."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue, TextSpot
from tei_edition.validation.own_text import own_text, text_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_BEFORE_POINT = r"(?<=[^\W\d_])[ ](?=[,.](?:\s|$))"
_BROKEN = r"-[ ](?!(?:and|or|to|und|oder|bis|sowie|bzw|et|ou|y|o|e|en|of|och|og)\b)[a-z]{2,}"
_BEGINNING = r"(?<![\w-])[^\W\d_]{2,}$"
_DOUBLED = r"(?<=[^\W\d_])(?:[ ]{2,3}|\t)(?=[^\W\d_])"
_KINDS = (
    ("R481", _BEFORE_POINT, "a space stands before a comma or full stop", (" ,", " .")),
    ("R482", _BROKEN, "a word was broken by a hyphen and a space", ("- ",)),
    ("R486", _DOUBLED, "there is too much space between two words", ("  ", "\t")),
)
_SEVERAL = range(1, 20)
_LONGEST_WORD = 60


def check(document: Context) -> Iterator[Issue]:
    """Yield the first of each kind in a run of an element's own text.

    A space before a full stop is told only where the document has few of them: otherwise it is its way of writing.
    """
    # Indentation, of which there may be much, holds nothing of the three.
    whole = "\n".join(map(str.strip, document.text.split("\n")))
    kinds = [kind for kind in _KINDS if sum(1 for _ in islice(_spots(whole, *kind[1::2]), 20)) in _SEVERAL]
    signs = [sign for kind in kinds for sign in kind[3]]
    for element in document.named("p", "head", "item", "quote", "said", "q", "note", "l", "cell") if kinds else ():
        own = own_text(element)
        if not any(sign in own for sign in signs):
            continue
        for after, run in text_runs(element):
            for code, pattern, what, begun in kinds:
                if found := min(_spots(run, pattern, begun), default=None):
                    begin, end = found
                    shown = " ".join(run[max(begin - 10, 0) : end + 10].split())
                    message = f"{what} in <{local_name(element)}>: {shown}"
                    yield Issue(code, message, element, spot=TextSpot(after, begin))


def _spots(text: str, pattern: str, signs: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where the pattern matches; each match begins with one of the signs, or a word before it."""
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            if found := re.compile(pattern).match(text, at):
                begin = at - len(_word_before(text, at)) if pattern is _BROKEN else at
                if pattern is not _BROKEN or begin < at:
                    yield begin, found.end()
            at = text.find(sign, at + 1)


def _word_before(text: str, at: int) -> str:
    found = re.search(_BEGINNING, text[max(0, at - _LONGEST_WORD) : at])
    return found[0] if found else ""
