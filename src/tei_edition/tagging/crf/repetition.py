"""What the second stage sees: what the first said of a token, of its neighbours, and of the same word elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Told = TypeVar("Told", int, list[str])
_PAD = "|"
_KEPT = 4096


class Opinions(Generic[Told]):
    """What the first stage says of each word of an article, over all its sentences."""

    def __init__(
        self,
        sentences: Sequence[Sequence[str]],
        labels: Sequence[Sequence[str]],
        tell: Callable[[Sequence[str]], Told],
    ) -> None:
        self.votes: dict[str, Counter[str]] = defaultdict(Counter)
        self.within: dict[str, Counter[str]] = defaultdict(Counter)
        self.tell: Callable[[Sequence[str]], Told] = tell
        self._beside: Callable[[tuple[str, ...]], Told] = lru_cache(_KEPT)(self._told_of)
        for words, said in zip(sentences, labels, strict=True):
            for at in range(1, len(words)):
                if words[at][0].isupper():
                    self.votes[words[at].lower()][said[at][-3:]] += 1
            for at, place in _places(said).items():
                self.within[words[at].lower()][place] += 1

    def of(self, words: Sequence[str], said: Sequence[str]) -> list[Told]:
        """Return what is told of each word of a sentence."""
        places = _places(said)
        padded = [_PAD, _PAD, *said, _PAD, _PAD]
        return [self._told(word, tuple(padded[at : at + 5]), places.get(at, "")) for at, word in enumerate(words)]

    def _told(self, word: str, window: tuple[str, ...], place: str) -> Told:
        told = self._beside(window)
        if word[0].isupper():
            return told + self.tell(self._elsewhere(word.lower(), window[2][-3:] if window[1] != _PAD else "", place))
        return told

    def _told_of(self, window: tuple[str, ...]) -> Told:
        return self.tell(_labels_beside(window))

    def _elsewhere(self, low: str, label: str, place: str) -> list[str]:
        """Return what is said of the same word where it stands elsewhere in the article."""
        found = []
        votes = self.votes[low].copy() if low in self.votes else Counter()
        if label:
            votes[label] -= 1
        total = sum(votes.values())
        if total > 0:
            best, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
            found.append(f"v={best}{'!' if count == total else ''}{min(total, 3)}")
            found.append(f"vv={best} {label}")
        within = self.within.get(low)
        if within:
            rest = {kind for kind, count in within.items() if count > (kind == place)}
            found += [f"i={kind}" for kind in sorted(rest)]
            found += [f"ii={kind} {place}" for kind in sorted(rest) if kind[-1] != "1"]
        return found


def _labels_beside(window: tuple[str, ...]) -> list[str]:
    """Return the features of the labels of a word and of the two on either side."""
    far_left, left, own, right, far_right = window
    found = [f"y={own}", f"y-={left} {own}", f"y+={own} {right}"]
    return [*found, f"y2={far_left} {left} {own}", f"y3={own} {right} {far_right}"]


def _places(labels: Sequence[str]) -> dict[int, str]:
    """Return, for each token in a name, its kind and whether it is all of it, its beginning, middle or end."""
    places = {}
    for start, end, kind in spans(labels):
        for at in range(start, end):
            places[at] = kind + ("1" if end - start == 1 else "b" if at == start else "e" if at == end - 1 else "m")
    return places


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each name in a sequence of BIO labels; "I" after another kind opens a name."""
    start, kind = 0, ""
    for at, label in enumerate((*labels, "O")):
        if kind and (label[0] != "I" or label[2:] != kind):
            yield start, at, kind
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = at, label[2:]
