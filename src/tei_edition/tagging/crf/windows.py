"""What a sentence shows of each of its words, told as features or as weights: each part is told once and kept.

A teller turns features into something that can be added: a list for training, one number that holds the weights of
all labels for tagging (``crf/weights.py``). So a word that comes again costs a look-up and a few additions.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from tei_edition.tagging.crf import features as shown
from tei_edition.tagging.crf.usage import is_shouting, is_title
from tei_edition.tagging.crf.vocabulary import UNKNOWN, running_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tei_edition.tagging.crf.usage import Usage

Told = TypeVar("Told", int, list[str])
_Part: TypeAlias = tuple[shown.Word, Told, Told, Told, Told, Told]
"""A word, what it tells of itself, and of the words one and two after it, one and two before it."""
_KEPT = 32768
_DOUBTFUL = frozenset({UNKNOWN, "0", "1"})
"""Case classes of words that may be names in lower case too."""


class Windows(Generic[Told]):
    """Tells what the words of sentences show.

    Attributes:
        tell: What turns features into something that can be added.
    """

    def __init__(self, tell: Callable[[Sequence[str]], Told], case: Mapping[str, str]) -> None:
        """Take the teller and the case class of words, by their lower-case form."""
        self.tell: Callable[[Sequence[str]], Told] = tell
        self._case = case
        self._part: Callable[[str], _Part[Told]] = lru_cache(_KEPT)(self._part_of)
        none: Told = tell([])
        self._edge: _Part[Told] = (shown.EDGE_WORD, none, tell(shown.BEFORE), none, tell(shown.AFTER), none)

    def _part_of(self, written: str) -> _Part[Told]:
        word = shown.word_known(written, self._case, UNKNOWN)
        beside = [self.tell(shown.beside(word, offset)) for offset in (-1, -2, 1, 2)]
        return word, self.tell(shown.own(word)), beside[0], beside[1], beside[2], beside[3]

    def of(self, words: Sequence[str], usage: Usage) -> list[Told]:
        """Return what is told of each word of a sentence of an article; one in capitals is read in running case."""
        manner = "U" if is_shouting(words) else "T" if is_title(words) else ""
        if manner == "U":
            words = [running_case(word, self._case) for word in words]
        edge = self._edge
        parts: list[_Part[Told]] = [self._part(word) for word in words]
        before, after = [edge, edge] + parts, parts + [edge, edge]  # noqa: RUF005 - mypy knows the type of a sum
        windows = zip(parts, before[1:], before, after[1:], after[2:], strict=False)
        told: list[Told] = [
            own[1] + left[2] + far[3] + right[4] + beyond[5] for own, left, far, right, beyond in windows
        ]
        self._add_pairs(told, [part[0] for part in parts], manner, usage)
        matched = shown.matches(words)
        for at in {index for place in matched for index in (place - 1, place, place + 1)}:
            if 0 <= at < len(words):
                told[at] += self.tell(shown.listed(matched, at))
        return told

    def _add_pairs(self, told: list[Told], known: Sequence[shown.Word], manner: str, usage: Usage) -> None:
        padded = (shown.EDGE_WORD, *known, shown.EDGE_WORD)
        for at, word in enumerate(known):
            capital = word.written[0].isupper()
            if capital or word.case in _DOUBTFUL:
                more = shown.pairs(padded[at], word, padded[at + 2], manner, opens=at == 0)
                told[at] += self.tell(more + usage.features(word.low) if capital else more)
