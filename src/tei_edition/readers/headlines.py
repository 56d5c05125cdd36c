"""Headlines, labels and subheads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.readers.letters import is_salutation
from tei_edition.readers.words import newspaper_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_MOST_WORDS = 30
_SUBHEAD_WORDS = 9
_LONGEST_SUBHEAD = 14
_LABEL_WORDS = 3
_ONE_LINE = 60
_DECK_WORDS = 3
_MOST_DECK_WORDS = 16
_CAPITALS = 4
_CLOSING_MARKS = ('"', "'", "”", "’", ")", "]", "-", "–", "—")
_DESK = re.compile(r"[\w ]{3,24} (?:desk(?:; sect\w{1,3})?|reviews?)")
_NUMERAL = re.compile(r"(?:[IVX]{1,6}|[1-9]\d?)\.|[IVX]{1,6}|§\s?\d{1,3}\.?")
_DOTTED = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{3,}(?: [^\W\d_A-ZÀ-Þ][^\W\d_]{2,})?\.")
_HONORIFIC = re.compile(r"(?:mr|mrs|miss|ms|dr|prof|sir|dame|lord|lady|gen|col|capt|rev)\b\.?\s", re.IGNORECASE)
_TURN = re.compile(r"[QA][.:]\s")
_ENDS_SENTENCE = re.compile(r"[.;:,][\"'”’)]*$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Dr|Mr|Mrs|St|Co|Inc|Ltd|No)\.)$")
_GOES_ON = re.compile(
    r"(?:\b(?:a|an|and|as|at|by|for|from|his|her|in|into|its|of|on|or|that|the|their|to|und|with|who|von|der|die|das|"
    r"de|la|le|et)|[,&-])$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an and are as at but by de der des die du for from his her in into is it its la le not of off on or out over "
    "she he so that the their to und under up v van von vs was with without was will after before than this".split()
)


def is_known_label(unit: Unit, own: frozenset[str] = frozenset()) -> bool:
    """Tell a label by its words ("OBITUARY", "On This Day") or by its brackets ("(front page)").

    Args:
        unit: The line.
        own: Labels of this periodical beside those of all, in lower case.
    """
    bare = unit.text.strip("()[]:. ").lower()
    bracketed = unit.text.startswith(("(", "[")) and unit.text.endswith((")", "]")) and unit.words <= _LABEL_WORDS
    return bare in own or bare in newspaper_words().labels or bracketed or bool(_DESK.fullmatch(bare))


def is_label(unit: Unit) -> bool:
    """Tell a section's label: one by its words, up to three words in capitals, or one word and a colon."""
    if is_known_label(unit):
        return True
    if not 0 < unit.words <= _LABEL_WORDS or _HONORIFIC.match(unit.text):
        return False
    return (unit.text.endswith(":") and unit.words == 1) or (
        unit.text.isupper() and not unit.text.endswith(("?", "!", "."))
    )


def may_be_headline(unit: Unit) -> bool:
    """Tell a line above the text that can be a headline, deck or label: short and no sentence of running text."""
    if unit.words > _MOST_WORDS:
        return False
    if unit.words <= _LABEL_WORDS and unit.text.endswith(":"):
        return True
    if not _ENDS_SENTENCE.search(unit.text) or _ABBREVIATION.search(unit.text) or unit.text.isupper():
        return True
    return (
        unit.text.endswith((".", ";")) and _DECK_WORDS <= unit.words <= _MOST_DECK_WORDS and is_capitalised(unit.text)
    )


def go_together(first: Unit, second: Unit) -> bool:
    """Tell whether two lines above the text are one headline that was broken.

    They are where the first ends, or the second begins, in the midst of a phrase; or where both are short lines of one
    style with no blank line between them.
    """
    if _GOES_ON.search(first.text) or second.text[:1].islower():
        return True
    short = len(first.text) <= _ONE_LINE and len(second.text) <= _ONE_LINE
    open_ended = not first.text.endswith((".", ":")) or _ABBREVIATION.search(first.text)
    named = first.text.endswith(":") and first.words > 1
    return short and not second.gap and _style(first) == _style(second) and bool(open_ended or named)


def goes_on(text: str) -> bool:
    """Tell a line that ends in the midst of a phrase."""
    return bool(_GOES_ON.search(text))


def _style(unit: Unit) -> str:
    """Return how a line is written: in capitals, with its words capitalised, or as a sentence."""
    if unit.text.isupper():
        return "capitals"
    return "capitalised" if is_capitalised(unit.text) else "sentence"


def is_capitalised(text: str) -> bool:
    """Tell whether each word but small ones begins with a capital."""
    words = [word for word in re.findall(r"(?<![\w.'’])[^\W\d_][\w.'’-]*", text) if word.lower() not in _SMALL]
    return bool(words) and all(word[:1].isupper() for word in words)


def is_subhead(unit: Unit, following: Unit | None) -> bool:
    """Tell a heading between paragraphs: a short line by itself, without a full stop, its words capitalised."""
    if following is None or not unit.gap or not following.gap or unit.words > _LONGEST_SUBHEAD:
        return False
    if is_heading_in_capitals(unit):
        return True
    if _TURN.match(unit.text):
        return False
    if _ENDS_SENTENCE.search(unit.text) or unit.text[:1] in '"“`(-–—*•' or not unit.text.lstrip("'‘")[:1].isupper():
        return False
    return is_capitalised(unit.text) and following.words > _SUBHEAD_WORDS


def plain_subheads(units: Sequence[Unit]) -> frozenset[int]:
    """Return where subheads begin that are written like sentences; nothing unless there are two of one kind or more.

    Each is a short line by itself without a full stop, after a paragraph that ends with one and before a long one; or
    a capitalised word or two with a full stop ("Foreign News."). Titles of letters are subheads, too.
    """
    among = list(zip(units, units[1:], units[2:], strict=False))
    plain = frozenset(unit.span.start for before, unit, after in among if _is_plain_subhead(before, unit, after))
    dotted = frozenset(
        unit.span.start
        for before, unit in zip((None, *units), units[:-1], strict=False)
        if _is_dotted_subhead(before, unit)
    )
    titles = frozenset(
        unit.span.start for before, unit, after in among if is_salutation(after) and _is_title(before, unit)
    )
    return frozenset(titles).union(*(found for found in (plain, dotted) if len(found) > 1))


def _is_plain_subhead(before: Unit, unit: Unit, after: Unit) -> bool:
    if not (unit.is_prose and unit.gap and after.gap) or not 1 < unit.words <= _SUBHEAD_WORDS:
        return False
    if (
        unit.text.endswith((".", ":", ";", ",", "!", *_CLOSING_MARKS))
        or not unit.text[:1].isupper()
        or ":" in unit.text
    ):
        return False
    if is_capitalised(unit.text):
        return False
    paragraphs = before.text.rstrip("\"'”’)").endswith((".", "!", "?")) and after.words > _LONGEST_SUBHEAD
    return paragraphs and before.words > _SUBHEAD_WORDS and not _GOES_ON.search(unit.text)


def _is_title(before: Unit, unit: Unit) -> bool:
    """Tell the title of a letter, right above its salutation."""
    return bool(unit.gap) and unit.words <= _LONGEST_SUBHEAD and may_be_headline(unit) and not is_salutation(before)


def _is_dotted_subhead(before: Unit | None, unit: Unit) -> bool:
    """Tell one or two words with a full stop, below a paragraph or another such line: no name, and no abbreviation."""
    if not _DOTTED.fullmatch(unit.text) or _ABBREVIATION.search(unit.text) or not unit.is_prose:
        return False
    if before is None or _DOTTED.fullmatch(before.text):
        return True
    return before.text.endswith((".", "!", "?", "”")) and before.words > _SUBHEAD_WORDS


def is_numeral(unit: Unit) -> bool:
    """Tell the number of a section by itself ("I.", "XII", "§ 3")."""
    return bool(_NUMERAL.fullmatch(unit.text))


def is_heading_in_capitals(unit: Unit) -> bool:
    """Tell a short line all in capitals, with a full stop or without ("CHAPTER I.", "WHAT COAL COST"), or a numeral."""
    if is_numeral(unit):
        return True
    if not unit.text.isupper() or unit.words > _SUBHEAD_WORDS or unit.text[-1:] in ",;:?!":
        return False
    return sum(character.isalpha() for character in unit.text) >= _CAPITALS
