"""The best labels of a chain of tokens, and how probable they are, by dynamic programming over the labels.

Most tokens of a text can be in no name whatever the labels beside them. They are found first, by a bound on what a
name that holds them could score, and only the runs between them are decoded: the best labels are the same.
Source: L. R. Rabiner, A tutorial on hidden Markov models, Proceedings of the IEEE 77 (1989), for the recursions.
"""

from __future__ import annotations

from math import exp
from operator import add, mul, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
SCALE = 1000
"""Weights are integers: so many parts of one."""
Scores = tuple[int, ...]
"""A score for each of ``LABELS``; only differences count."""
_FORBIDDEN = -1_000_000
_BEGINNING, _INSIDE = slice(1, None, 2), slice(2, None, 2)
_OPENING = tuple(_FORBIDDEN if label[0] == "I" else 0 for label in LABELS)


class Chain:
    """Decodes the sentences of one stage."""

    def __init__(self, transitions: Mapping[tuple[str, str], int]) -> None:
        """Take the weight of each pair of labels that follow one another; of others it is 0.

        "I" after another kind or at the beginning is forbidden.

        Raises:
            ValueError: if a weight is above 0, or not 0 from no name into the beginning of one.
        """
        self._rows = [tuple(_weight(transitions, one, other) for other in LABELS) for one in LABELS]
        self._columns = list(zip(*self._rows, strict=True))
        if max(map(max, self._rows)) > 0 or any(self._rows[0][_BEGINNING]):
            message = "transitions are not in normal form"
            raise ValueError(message)
        self._leaving = max(self._columns[0][1:])
        self._left = -min(self._columns[0][1:])
        self._forth = [_exponentials(column) for column in self._columns]
        self._back = [_exponentials(row) for row in self._rows]

    def runs(self, scores: Sequence[Scores]) -> Iterator[tuple[int, int]]:
        """Yield start and end of the runs of tokens that may be in a name, in order.

        A token is in none where leaving it out of any name would score more: what stands before it is worth no more
        than it costs to leave there, what follows no more than it costs to begin there.
        """
        begins = [max(score[_BEGINNING]) - score[0] for score in scores]
        goes_on = [max(score[_INSIDE]) - score[0] for score in scores]
        after = self._after(scores, begins, goes_on)
        before, start = _FORBIDDEN, -1
        for at, ahead in enumerate(after):
            before = max(begins[at] + max(before, 0), goes_on[at] + before)
            if before + ahead > 0:
                start = at if start < 0 else start
            elif start >= 0:
                yield start, at
                start = -1
            before = min(before, self._left)
        if start >= 0:
            yield start, len(scores)

    def _after(self, scores: Sequence[Scores], begins: Sequence[int], goes_on: Sequence[int]) -> list[int]:
        """Return the most that what follows a token can add to a name that the token is in."""
        leaving = self._leaving
        after = [0] * len(scores)
        for at in range(len(scores) - 1, 0, -1):
            ahead = after[at]
            most = leaving
            if begins[at] + ahead > most:
                most = min(0, begins[at] + ahead)
            if goes_on[at] + ahead > most:
                score = scores[at]
                most = max(most, min(goes_on[at] + ahead, max(map(sub, score[_INSIDE], score[_BEGINNING]))))
            after[at - 1] = most
        return after

    def best(self, scores: Sequence[Scores]) -> list[str]:
        """Return the best label of each token of a sentence (Viterbi)."""
        labels = ["O"] * len(scores)
        for start, end in self.runs(scores):
            labels[start:end] = self._decoded(scores[start:end], opens=start == 0, closes=end == len(scores))
        return labels

    def _decoded(self, scores: Sequence[Scores], *, opens: bool, closes: bool) -> list[str]:
        columns = self._columns
        best = list(map(add, _OPENING if opens else self._rows[0], scores[0]))
        reached = [best]
        for score in scores[1:]:
            best = list(map(add, [max(map(add, best, column)) for column in columns], score))
            reached.append(best)
        last = best if closes else list(map(add, best, columns[0]))
        label = last.index(max(last))
        path = [label]
        for earlier in reached[-2::-1]:
            ways = list(map(add, earlier, columns[label]))
            label = ways.index(max(ways))
            path.append(label)
        return [LABELS[label] for label in reversed(path)]

    def probabilities(self, scores: Sequence[Scores], start: int, end: int) -> list[tuple[float, ...]]:
        """Return how probable each of ``LABELS`` is for the tokens from ``start`` to before ``end`` (forward-backward).

        The tokens beside them are taken to be in no name.
        """
        shares = [_shares(score) for score in scores[start:end]]
        forward = [_norm(map(mul, shares[0], self._back[0] if start else _exponentials(_OPENING)))]
        for share in shares[1:]:
            last = forward[-1]
            forward.append(_norm(map(mul, share, [sum(map(mul, last, column)) for column in self._forth])))
        backward = [self._forth[0] if end < len(scores) else (1.0,) * len(LABELS)]
        for share in shares[:0:-1]:
            ahead = list(map(mul, share, backward[-1]))
            backward.append(_norm([sum(map(mul, ahead, row)) for row in self._back]))
        return [_norm(map(mul, one, other)) for one, other in zip(forward, reversed(backward), strict=True)]


def _shares(score: Scores) -> tuple[float, ...]:
    top = max(score)
    return tuple([exp((one - top) / SCALE) for one in score])


def _weight(transitions: Mapping[tuple[str, str], int], one: str, other: str) -> int:
    if other[0] == "I" and one[2:] != other[2:]:
        return _FORBIDDEN
    return transitions.get((one, other), 0)


def _exponentials(weights: Iterable[int]) -> tuple[float, ...]:
    return tuple([exp(weight / SCALE) for weight in weights])


def _norm(shares: Iterable[float]) -> tuple[float, ...]:
    listed = tuple(shares)
    total = sum(listed)
    return tuple([share / total for share in listed])
