"""The nearest of the words that would have been right; no more than what a slip of the hand changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERS_A_SLIP = 4


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that the fewest slips turn into ``word``, letters of both cases being the same; "" for none.

    A slip is a letter left out, added, exchanged for another or for its neighbour; one is forgiven for every four
    letters of the word, at least one.
    """
    return _nearest(word, frozenset(choices)) if word else ""


@lru_cache(maxsize=1024)
def _nearest(word: str, choices: frozenset[str]) -> str:
    lower = word.lower()
    forgiven = max(1, (len(word) + 1) // _LETTERS_A_SLIP)
    found, fewest = "", forgiven + 1
    for choice in sorted(choices):
        candidate = choice.lower()
        if abs(len(candidate) - len(lower)) >= fewest or len(set(candidate) ^ set(lower)) > 2 * forgiven:
            continue
        number = slips(lower, candidate)
        if number < fewest and number < max(len(lower), len(candidate)):
            found, fewest = choice, number
    return found


def slips(one: str, other: str) -> int:
    """Return how many slips part two words: Damerau and Levenshtein's distance, optimal string alignment."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, counterpart in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != counterpart))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == counterpart:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
