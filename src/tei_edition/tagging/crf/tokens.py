"""Tokens and sentences of running text, as the sequence model was trained on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.core.span import Span

LONGEST = 200
"""Tokens of a sentence; a longer one is cut, so that time stays linear and memory small whatever the text."""

_ABBREVIATED = (
    "Mr|Mrs|Ms|Mme|Mlle|Messrs|Drs?|Prof|St|Ste|Rev|Fr|Capt|Col|Gen|Lieut|Lt|Maj|Sgt|Cpl|Pvt|Adm|Cmdr|Brig|Hon|Gov"
    "|Sen|Rep|Reps|Sens|Pres|Supt|Ft|Mt|Inc|Corp|Co|Ltd|Bros|Jr|Sr|Dept|Univ|Assn|Ave|Blvd"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky"
    "|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|vs|etc"
)
_SHOUTED = "MR|MRS|MS|DR|PROF|ST|REV|INC|CORP|CO|LTD|JR|SR"
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"""
    [a-z]+(?=[ ,])                                         # most words of a text
  | (?:https?://|www\.)\S{{1,300}}
  | (?:{_ABBREVIATED}|{_SHOUTED})\.(?!\w)
  | [^\W\d_]\.(?:[^\W\d_]\.)*(?![^\W_])                  # J.  V.I.  U.S.
  | ['’‘`][sS]\b                                         # the possessive
  | [A-Z]{{1,3}}&[A-Z]{{1,3}}\b
  | {_LETTER}+(?:['’](?![sS]\b){_LETTER}+)*
  | '' | `` | --+ | \.\.+
  | \S
    """,
    re.VERBOSE,
)
_ENDERS = frozenset(".!?…") | {"..", "...", "...."}
_CLOSERS = frozenset("\"”’')]»") | {"''"}
_OPENERS = frozenset("\"“‘'`([«„-–—•*") | {"``", "--"}
_SHORT_LINE = 45


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, in order.

    Attributes:
        words: The tokens as they are written.
        starts: Where each begins, in code points of the text.
        ends: Where each ends.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]


def sentences(text: str, span: Span) -> Iterator[Sentence]:
    """Yield the sentences of a passage of ``text``; none is empty, together they hold all that is no white space."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    ended = False
    for match in _TOKEN.finditer(text, span.start, span.end):
        word, start = match[0], match.start()
        if words and (
            (ended and start > ends[-1] and _may_open(word))
            or (start > ends[-1] and _after_abbreviation(words[-1], word))
            or len(words) >= LONGEST
            or (start > ends[-1] and "\n" in text[ends[-1] : start] and _line_ends(text, ends[-1], word))
        ):
            yield Sentence(words, starts, ends)
            words, starts, ends = [], [], []
            ended = False
        ended = word in _ENDERS or (ended and word in _CLOSERS)
        words.append(word)
        starts.append(start)
        ends.append(match.end())
    if words:
        yield Sentence(words, starts, ends)


def _may_open(word: str) -> bool:
    return not word[0].islower() and (word[0].isalnum() or word in _OPENERS)


def _after_abbreviation(previous: str, word: str) -> bool:
    """Tell whether a full stop that is part of a token ends a sentence too: "... Acme Corp. The ..."."""
    return (
        len(previous) > 2  # noqa: PLR2004 - "J." ends none
        and previous[-1] == "."
        and previous[0].isalpha()
        and word[0].isupper()
        and word.lower() in lexicon().function_words
        and previous[:-1].lower() not in lexicon().honorifics
    )


def _line_ends(text: str, end: int, word: str) -> bool:
    """Tell whether a line that ends is a line of its own (a heading, an entry of a list), not a wrapped one."""
    return (
        word[0].isupper()
        and end - (text.rfind("\n", max(0, end - _SHORT_LINE), end) + 1) < _SHORT_LINE
        and (end < _SHORT_LINE or "\n" in text[end - _SHORT_LINE : end])
    )
