"""Features of the tokens of an article for the first stage: words, forms, lists, case, and use elsewhere in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.tagging.crf.vocabulary import UNKNOWN, flags, place_class, shape, usual_case
from tei_edition.tagging.lexicon import lexicon, name_lists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST_PLACE = 4
_LONGEST_BODY = 6
_EDGE = "|"
_DOUBTFUL = frozenset({UNKNOWN, "0", "1"})
"""Case classes of words that may be names in lower case too."""


@lru_cache(maxsize=65536)
def _own(word: str) -> tuple[list[str], bool]:
    """Return the features of a word itself."""
    low = word.lower()
    marks = flags(word)
    form = shape(word)
    found = [f"w={low}", f"h={form}", f"f={marks}", *(f"f{mark}" for mark in marks)]
    if not word[0].isalnum():
        return found, False
    found += [f"s3={low[-3:]}", f"s2={low[-2:]}"]
    if form != "x":
        found += [f"s4={low[-4:]}", f"p3={low[:3]}", f"p4={low[:4]}", f"p2={low[:2]}", f"h={form}{min(len(word), 9)}"]
    return found, word[0].isupper()


@lru_cache(maxsize=65536)
def _beside(word: str, offset: int) -> list[str]:
    """Return the features that a word gives to its neighbour at an offset."""
    low = word.lower()
    marks = flags(word)
    if abs(offset) == 1:
        found = [
            f"{offset}w={low}",
            f"{offset}h={shape(word)}",
            f"{offset}f={marks}",
            *(f"{offset}f{m}" for m in marks),
        ]
        return [*found, f"{offset}s3={low[-3:]}"] if word[0].isalpha() else found
    return [f"{offset}w={low}", f"{offset}f={marks}", f"{offset}h={shape(word)[:2]}"]


class Usage:
    """How an article uses its words: in which case, after titles and given names, after words of place."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self.lower: Counter[str] = Counter()
        self.upper: Counter[str] = Counter()
        self.seen: dict[str, set[str]] = defaultdict(set)
        for words in sentences:
            shouting = is_shouting(words)
            for at, word in enumerate(words):
                if word[0].isupper():
                    self._capital(words, at, shouting=shouting)
                elif word[0].isalpha():
                    self.lower[word] += 1

    def _capital(self, words: Sequence[str], at: int, *, shouting: bool) -> None:
        low = words[at].lower()
        if not at or shouting:
            return
        self.upper[low] += 1
        before = words[at - 1]
        marks = flags(before)
        after = words[at + 1] if at + 1 < len(words) else ""
        if before[0].isupper() and ("h" in marks or "g" in marks or (before[-1] == "." and len(before) < 6)):  # noqa: PLR2004
            self.seen[low].add("P")
        if "i" in marks and not after[:1].isupper():
            self.seen[low].add("L")
        if after and "v" in flags(after):
            self.seen[low].add("V")
        if after[:1].isupper() and "o" in flags(after):
            self.seen[low].add("O")
        if after in {"'s", "’s"}:
            self.seen[low].add("S")

    def features(self, low: str) -> list[str]:
        """Return what the article says of a capitalised word."""
        count = self.upper[low]
        found = [f"u={min(count, 3)}{'l' if self.lower[low] else ''}"]
        if low in self.seen and count > 1:
            found += [f"u{mark}" for mark in sorted(self.seen[low])]
        return found


def is_shouting(words: Sequence[str]) -> bool:
    """Tell whether a sentence is in capitals."""
    letters = [word for word in words if word[0].isalpha() and len(word) > 1]
    return sum(word.isupper() for word in letters) > 0.6 * len(letters) if letters else False


def _is_title(words: Sequence[str]) -> bool:
    letters = [word for word in words if word[0].isalpha() and len(word) > 3]  # noqa: PLR2004 - small words stay low
    return len(letters) > 2 and sum(word[0].isupper() for word in letters) > 0.75 * len(letters)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what is known of its words, position by position.

    Attributes:
        words: As they are written.
        lows: In lower case.
        kinds: Their case classes; "-" for what is no word.
        manner: "U" in capitals, "T" with most words capitalised, else empty.
        matched: Words in names of the lists.
    """

    words: Sequence[str]
    lows: list[str]
    kinds: list[str]
    manner: str
    matched: dict[int, str]

    def low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else _EDGE

    def kind(self, at: int) -> str:
        return self.kinds[at] if 0 <= at < len(self.kinds) else _EDGE

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""


def features(words: Sequence[str], usage: Usage, case: Mapping[str, str]) -> list[list[str]]:
    """Return the features of each word of a sentence.

    Args:
        words: The sentence.
        usage: The article that it is of.
        case: The case class of words, by their lower-case form.
    """
    lows = [word.lower() for word in words]
    kinds = [case.get(low, UNKNOWN) if low[0].isalpha() else "-" for low in lows]
    manner = "U" if is_shouting(words) else "T" if _is_title(words) else ""
    sentence = _Sentence(words, lows, kinds, manner, _matches(words))
    found: list[list[str]] = []
    for at, word in enumerate(words):
        own, capital = _own(word)
        one = own + _around(sentence, at)
        if capital or kinds[at] in _DOUBTFUL:
            one += _form(sentence, at)
            if capital:
                one += usage.features(lows[at])
        if sentence.matched:
            one += _listed(sentence.matched, at)
        found.append(one)
    return found


def _around(sentence: _Sentence, at: int) -> list[str]:
    """Return what the two words on either side say of a word."""
    words = sentence.words
    last = len(words) - 1
    found = _beside(words[at - 1], -1) if at else ["-1w=|"]
    found = found + (_beside(words[at + 1], 1) if at < last else ["1w=|"])
    found.append("c=" + sentence.kinds[at])
    if at > 1:
        found += _beside(words[at - 2], -2)
    if at < last - 1:
        found += _beside(words[at + 2], 2)
    return found


def _form(sentence: _Sentence, at: int) -> list[str]:
    """Return the features in pairs of a word that may be a name."""
    word, before, after = sentence.words[at], sentence.word(at - 1), sentence.word(at + 1)
    low, left, right = sentence.lows[at], sentence.low(at - 1), sentence.low(at + 1)
    kind, manner = sentence.kinds[at], sentence.manner
    form, marks = shape(word), flags(word)
    found = [
        f"ch={kind}{form}{manner}{'' if at else '^'}",
        f"cl={sentence.kind(at - 1)}{kind}",
        f"cr={kind}{sentence.kind(at + 1)}",
        f"b-={left} {low}",
        f"b+={low} {right}",
        f"bs-={left} {form}",
        f"bs+={form} {right}",
        f"hh={shape(before)[:2] if before else _EDGE} {form} {shape(after)[:2] if after else _EDGE}",
        f"ff-={flags(before) if before else _EDGE} {marks}",
        f"ff+={marks} {flags(after) if after else _EDGE}",
    ]
    if manner:
        found.append("t=" + manner)
    return found


def _listed(matched: Mapping[int, str], at: int) -> list[str]:
    """Return in which listed names a word and its neighbours stand."""
    found = []
    if at in matched:
        found.append("g=" + matched[at])
        if matched[at][1] not in "ON":
            found.append(f"gp={matched[at][0]}{matched[at][2:]}")
    if at - 1 in matched:
        found.append("g-=" + matched[at - 1])
    if at + 1 in matched:
        found.append("g+=" + matched[at + 1])
    return found


def _matches(words: Sequence[str]) -> dict[int, str]:
    """Return, for the words of names of several words that are in the lists, which list and where in the name."""
    found: dict[int, str] = {}
    at = 0
    while at < len(words):
        end, kind = _match(words, at) if words[at][0].isupper() else (at, "")
        for index in range(at, end):
            found[index] = f"{'B' if index == at else 'I'}{kind}{'+' if end - at > 1 else ''}"
        at = max(end, at + 1)
    return found


def _match(words: Sequence[str], at: int) -> tuple[int, str]:
    for end in range(min(len(words), at + _LONGEST_BODY), at, -1):
        if not (words[end - 1][0].isupper() or words[end - 1][0] == "'"):
            continue
        name = " ".join(words[at:end])
        usual = usual_case(name)
        if usual in lexicon().organisations or usual in name_lists().organisations:
            return end, "O"
        if usual in lexicon().periodicals:
            return end, "N"
        if end - at <= _LONGEST_PLACE:
            kind = place_class(name)
            if kind:
                return end, kind
    return at, ""
