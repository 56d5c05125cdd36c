"""How an article uses its words: what it shows of a word elsewhere than where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tei_edition.tagging.crf.vocabulary import flags

if TYPE_CHECKING:
    from collections.abc import Sequence

_POSSESSIVES = frozenset({"'s", "’s"})
_LONGEST_ABBREVIATION = 5


class Usage:
    """How an article uses its words: in which case, after titles and given names, after words of place."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self.lower: Counter[str] = Counter()
        self.upper: Counter[str] = Counter()
        self.seen: dict[str, set[str]] = defaultdict(set)
        for words in sentences:
            self.lower.update([word for word in words if word[0].islower()])
            if not is_shouting(words):
                for at in range(1, len(words)):
                    if words[at][0].isupper():
                        self._capital(words, at)

    def _capital(self, words: Sequence[str], at: int) -> None:
        low = words[at].lower()
        self.upper[low] += 1
        before = words[at - 1]
        marks = flags(before)
        after = words[at + 1] if at + 1 < len(words) else ""
        named = after[:1].isupper()
        if before[0].isupper() and ("h" in marks or "g" in marks or _is_abbreviated(before)):
            self.seen[low].add("P")
        if "i" in marks and not named:
            self.seen[low].add("L")
        if after and "v" in flags(after):
            self.seen[low].add("V")
        if named and "o" in flags(after):
            self.seen[low].add("O")
        if after in _POSSESSIVES:
            self.seen[low].add("S")

    def features(self, low: str) -> list[str]:
        """Return what the article says of a capitalised word."""
        count = self.upper[low]
        found = [f"u={min(count, 3)}{'l' if self.lower[low] else ''}"]
        if low in self.seen and count > 1:
            found += [f"u{mark}" for mark in sorted(self.seen[low])]
        return found


def _is_abbreviated(word: str) -> bool:
    return word[-1] == "." and len(word) <= _LONGEST_ABBREVIATION


def is_shouting(words: Sequence[str]) -> bool:
    """Tell whether a sentence is in capitals."""
    capitals = [word for word in words if word.isupper() and len(word) > 1 and word[0].isalpha()]
    return bool(capitals) and len(capitals) > 0.6 * sum([word[0].isalpha() and len(word) > 1 for word in words])


def is_title(words: Sequence[str]) -> bool:
    """Tell whether most words of a sentence but the small ones are capitalised."""
    large = [word for word in words if len(word) > 3]  # noqa: PLR2004 - small words stay low
    capitals = sum([word[0].isupper() for word in large])
    return capitals > 2 and capitals > 0.75 * sum([word[0].isalpha() for word in large])  # noqa: PLR2004
