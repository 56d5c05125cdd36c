"""Features of the second stage: what the first said of a token, of its neighbours, and of the same word elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAD = "|"


class Opinions:
    """What the first stage says of each word of an article, over all its sentences."""

    def __init__(self, sentences: Sequence[Sequence[str]], labels: Sequence[Sequence[str]]) -> None:
        self.votes: dict[str, Counter[str]] = defaultdict(Counter)
        self.within: dict[str, Counter[str]] = defaultdict(Counter)
        for words, said in zip(sentences, labels, strict=True):
            for at, word in enumerate(words):
                if word[0].isupper() and at:
                    self.votes[word.lower()][said[at][-3:]] += 1
            for start, end, kind in spans(said):
                for at in range(start, end):
                    place = "1" if end - start == 1 else "b" if at == start else "e" if at == end - 1 else "m"
                    self.within[words[at].lower()][kind + place] += 1

    def features(self, words: Sequence[str], said: Sequence[str]) -> Iterator[list[str]]:
        """Yield the features of each word of a sentence."""
        places = {}
        for start, end, kind in spans(said):
            for at in range(start, end):
                places[at] = kind + ("1" if end - start == 1 else "b" if at == start else "e" if at == end - 1 else "m")
        padded = [_PAD, _PAD, *said, _PAD, _PAD]
        for at, word in enumerate(words):
            window = padded[at : at + 5]
            found = [f"y={window[2]}", f"y-={window[1]} {window[2]}", f"y+={window[2]} {window[3]}"]
            found += [f"y2={window[0]} {window[1]} {window[2]}", f"y3={window[2]} {window[3]} {window[4]}"]
            if word[0].isupper():
                found += self._elsewhere(word.lower(), said[at][-3:] if at else "", places.get(at, ""))
            yield found

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


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each name in a sequence of BIO labels; "I" after another kind opens a name."""
    start, kind = 0, ""
    for at, label in enumerate((*labels, "O")):
        if kind and (label[0] != "I" or label[2:] != kind):
            yield start, at, kind
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = at, label[2:]
