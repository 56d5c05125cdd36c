"""Authors in a byline or signature: every run of words that can be a person's name, whatever its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BETWEEN = frozenset("and by with from the special to of in for at special".split())
_OFFICES = frozenset(
    "staff our correspondent correspondents reporter reporters writer writers editor editors contributor times news"
    "".split()
)
_LONGEST = 6


def authors(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the index of the first word of each author and that of the one after the last."""
    at = 0
    while at < len(words):
        end = _name_end(words, at)
        if end - at > 1 and not any(word.lower() in _OFFICES for word in words[at:end]):
            yield at, end
        at = max(end, at + 1)


def _name_end(words: Sequence[str], at: int) -> int:
    """Return the end of the words from ``at`` on that can be one name."""
    end = at
    while end < len(words) and end - at < _LONGEST:
        low = words[end].lower()
        if low in _BETWEEN or (end == at and low.rstrip(".") in lexicon().honorifics):
            break
        part = end > at and (low in lexicon().particles or (words[end] in {"-", "‐"} and end + 1 < len(words)))
        if not part and not (words[end][0].isalpha() and words[end][0].isupper()):
            break
        end += 1
    while end > at and not words[end - 1][0].isupper():
        end -= 1
    if at < end < len(words) - 1 and words[end] == "," and words[end + 1].lower() in {"jr", "jr.", "sr", "sr."}:
        end += 2
    return end
