"""Features of words for the first stage: of a word itself, of one beside it, of words in pairs, of listed names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tagging.crf.vocabulary import flags, place_class, shape, usual_case
from tei_edition.tagging.lexicon import lexicon, name_lists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST_PLACE = 4
_LONGEST_BODY = 6
EDGE = "|"
BEFORE, AFTER = ["-1w=|"], ["1w=|"]
"""What stands before the first word of a sentence and after the last."""


class Word(NamedTuple):
    """A word with what is known of it: as it is written, in lower case, its form, its lists, its case class."""

    written: str
    low: str
    shape: str
    flags: str
    case: str


EDGE_WORD = Word(EDGE, EDGE, EDGE, EDGE, EDGE)


def word_known(word: str, case: Mapping[str, str], unknown: str) -> Word:
    """Return a word with what is known of it; "-" is the case class of what is no word."""
    low = word.lower()
    return Word(word, low, shape(word), flags(word), case.get(low, unknown) if low[0].isalpha() else "-")


def own(word: Word) -> list[str]:
    """Return the features of a word itself."""
    written, low, form, marks, case = word
    found = [f"w={low}", f"h={form}", f"f={marks}", "c=" + case, *(f"f{mark}" for mark in marks)]
    if not written[0].isalnum():
        return found
    found += [f"s3={low[-3:]}", f"s2={low[-2:]}"]
    if form != "x":
        found += [
            f"s4={low[-4:]}",
            f"p3={low[:3]}",
            f"p4={low[:4]}",
            f"p2={low[:2]}",
            f"h={form}{min(len(written), 9)}",
        ]
    return found


def beside(word: Word, offset: int) -> list[str]:
    """Return the features that a word gives to its neighbour at an offset."""
    written, low, form, marks, _ = word
    found = [f"{offset}w={low}", f"{offset}f={marks}"]
    if abs(offset) > 1:
        return [*found, f"{offset}h={form[:2]}"]
    found += [f"{offset}h={form}", *(f"{offset}f{mark}" for mark in marks)]
    return [*found, f"{offset}s3={low[-3:]}"] if written[0].isalpha() else found


def pairs(before: Word, word: Word, after: Word, manner: str, *, opens: bool) -> list[str]:
    """Return the features of a word that may be a name together with its neighbours.

    Args:
        before: The word before it, ``EDGE_WORD`` where there is none.
        word: The word.
        after: The word after it.
        manner: "U" for a sentence in capitals, "T" for one with most words capitalised, else empty.
        opens: Whether it is the first of its sentence.
    """
    _, low, form, marks, case = word
    found = [
        f"ch={case}{form}{manner}{'^' if opens else ''}",
        f"cl={before.case}{case}",
        f"cr={case}{after.case}",
        f"b-={before.low} {low}",
        f"b+={low} {after.low}",
        f"bs-={before.low} {form}",
        f"bs+={form} {after.low}",
        f"hh={before.shape[:2]} {form} {after.shape[:2]}",
        f"ff-={before.flags} {marks}",
        f"ff+={marks} {after.flags}",
    ]
    return [*found, "t=" + manner] if manner else found


def listed(matched: Mapping[int, str], at: int) -> list[str]:
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


def matches(words: Sequence[str]) -> dict[int, str]:
    """Return, for the words of names that are in the lists, which list and where in the name."""
    found: dict[int, str] = {}
    after = 0
    for at, word in enumerate(words):
        if at < after or not word[0].isupper():
            continue
        after, kind = _match(words, at)
        for index in range(at, after):
            found[index] = f"{'B' if index == at else 'I'}{kind}{'+' if after - at > 1 else ''}"
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
