"""The kind of a quotation: speech, written source, scare quotes, title, word talked about.

Source: TEI P5 Guidelines, 3.3.3 (Quotation) and 3.3.4 (Terms, Glosses, Equivalents, and Descriptions).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.tagging.languages import speech_of
from tei_edition.tagging.lexicon import lexicon
from tei_edition.tagging.speech.words import speech_words
from tei_edition.tagging.titles import level_of

if TYPE_CHECKING:
    from tei_edition.tagging.speech.clauses import Evidence

_SHORT = 3
_SURE = 0.8
_NEAR = 80
"""How many code points before a quotation the words that lead it in may begin."""
_SMALL_WORDS = frozenset(
    "of the and in a an to on for or at by from with de la le du der die das und et is my i".split()
)
_WORD = re.compile(r"[^\W_][\w’'\-]*")
_MARKS = "\"“”„‟«»‹›'‘’‚`＂ \n"


Kind = tuple[str, float, tuple[tuple[str, str], ...]]


def kind_of(quoted: str, before: str, clue: Evidence | None, *, free: bool = False) -> Kind:
    """Return label, certainty and features of a quotation that is in no other.

    Args:
        quoted: The quotation with its marks.
        before: The part of the sentence before it.
        clue: What the clauses around it say.
        free: Whether it stands by itself, as a turn of dialogue does.
    """
    inside = quoted.strip(_MARKS)
    words = _WORD.findall(inside)
    short = len(words) <= _SHORT
    near = before[-_NEAR:]
    if _is_title(words, inside) and ((noun := _noun_before(near)) or _PERFORMED.search(near)):
        return "title", 0.85, (("level", level_of(noun) if noun else "m"),)
    if short and (named := _named_by(near, inside)):
        return named
    if clue is not None and (attributed := _attributed(clue, quoted, words, before, free=free)):
        return attributed
    if (
        free
        and not (len(words) > 1 and inside[-1:] == "," and _is_title(words, inside))
        and inside[-1:] in {*"?!,.—–-"}
    ):
        return "q", 0.6, ()
    return _unattributed(quoted, inside, words, before)


def _attributed(clue: Evidence, quoted: str, words: list[str], before: str, *, free: bool) -> Kind | None:
    """Return the kind of a quotation that a clause gives to someone; None where the clause says too little."""
    inside = quoted.strip(_MARKS)
    if _is_work(quoted, inside, words, before):
        return "title", 0.6, (("level", "m"),)
    if _is_written(clue, before):
        return "quote", 0.7, ()
    if len(words) <= _SHORT and clue.subject is None and not free:
        return None
    if _is_short_phrase(inside, before, words, judged=clue.subject is not None and clue.certainty > _SURE):
        return "soCalled", 0.6, ()
    written = clue.written or _source_pattern().search(before) is not None or _WRITING.search(before) is not None
    return ("quote", 0.75, ()) if written else ("said", max(clue.certainty, 0.6), ())


_WRITING = re.compile(r"(?:^|,)\s*writing\s+(?:for|in|on)\s|^\s*in\s+(?:his|her|its|a|the)?\s*dissent\b", re.IGNORECASE)
_PERFORMED = re.compile(
    r"\b(?:sang|sung|sings?|singing|play(?:s|ed|ing)?|perform(?:s|ed|ing)?|recit(?:es?|ed|ing)|humm(?:ed|ing)|whistl(?:ed|ing)"
    r"|staged|screened|conducted|rehearsed)\s+$",
    re.IGNORECASE,
)


def _is_work(quoted: str, inside: str, words: list[str], before: str) -> bool:
    """Tell several words in title case within a sentence that neither a mark nor a verb of saying leads in."""
    lead = before.rstrip()
    last = lead.rsplit(maxsplit=1)[-1:]
    led = not last or lead[-1] in ",:—-(" or last[0].lower() in speech_words().saying
    return not led and inside[-1:] not in "?!" and _is_in_title_case(quoted, inside, words, before)


def _is_written(clue: Evidence, before: str) -> bool:
    """Tell a clause whose subject is something written: "the telegram read", "the report warns of"."""
    if clue.subject is not None:
        return clue.subject.kind == "nominal" and clue.subject.key[2:] in lexicon().written_sources
    return _written_subject().match(before) is not None


@cache
def _written_subject() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon().written_sources, key=len, reverse=True))
    return re.compile(rf"\s*(?:the|an?|its|his|her|their|one)\s+(?:[\w’'\-]+\s+){{0,3}}?(?:{nouns})\b", re.IGNORECASE)


_CALLED = re.compile(r"\bcall(?:s|ed)?\s+(?:it|him|her|them|\w+sel(?:f|ves))\s+$", re.IGNORECASE)


def _named_by(before: str, inside: str) -> Kind | None:
    """Return the kind of a word or two after "so-called", which goes first, or after "called", "the word"."""
    if inside[:4].lower() == "the " and _CALLED.search(before):
        return "mentioned", 0.65, ()
    if _SO_CALLED.search(before):
        return "soCalled", 0.85, ()
    judged = inside.lower().startswith(("a ", "an "))
    return ("mentioned", 0.75, ()) if not judged and _mention_pattern().search(before) else None


def _unattributed(quoted: str, inside: str, words: list[str], before: str) -> Kind:
    """Return the kind of a quotation that no clause gives to anyone: ``q`` where nothing plain tells another."""
    if _is_in_title_case(quoted, inside, words, before):
        return "title", 0.5, (("level", "m"),)
    lower = inside[:1].islower() and inside[-1:] not in "?!"
    if len(words) <= _SHORT and lower and _SCARED.search(before[-_NEAR:]):
        return "soCalled", 0.7, ()
    if _source_pattern().search(before):
        return "quote", 0.6, ()
    if len(words) == 1 and lower and inside[-1:].isalnum() and before.strip():
        return "soCalled", 0.55, ()
    return "q", 0.6, ()


_ENGLISH = "the|a|an|this|these|those|that|his|her|their|its|our|my|your|of|such|own|no|any|some|more|every|each"
_DETERMINERS = "|".join((_ENGLISH, *sorted(map(re.escape, speech_of(None).determiners))))
_SO_CALLED = re.compile(
    rf"\b(?:so[-\s]called|supposed|self-styled|{'|'.join(sorted(map(re.escape, speech_of(None).so_called)))})\s*$",
    re.IGNORECASE,
)
_ADJECTIVES = "new|old|many|few|other|first|last|own|great|real|true|same|little|big|good|various|usual|famous"
_PREPOSITIONS = "in|on|at|by|for|from|to|into|with|without|as|between|about|against|through|under|than|like"
_SCARED = re.compile(
    rf"\b(?:(?:{_DETERMINERS})(?:\s+(?:{_ADJECTIVES})){{0,2}}|{_PREPOSITIONS}|(?:is|are|was|were|be|been)(?:\s+not)?|not)\s+$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(rf"\b(?:{_DETERMINERS}|as)\s+$", re.IGNORECASE)


_AS_A = re.compile(r"\bas\s+an?\s+$", re.IGNORECASE)


def _is_short_phrase(inside: str, before: str, words: list[str], *, judged: bool) -> bool:
    """Tell scare quotes within reported words ("answered this "theory"") from a short answer ("Yes," she said)."""
    if len(words) > _SHORT or not inside[:1].islower() or inside[-1:] in ",.?!":
        return False
    return _DETERMINED.search(before[-_NEAR:]) is not None and not (judged and _AS_A.search(before[-_NEAR:]))


def _is_in_title_case(quoted: str, inside: str, words: list[str], before: str) -> bool:
    """Tell whether words are capitalised as English titles are, where nothing else would be.

    Capitals prove nothing in one word, in initials ("R&D"), and between the marks of languages that have no title case.
    """
    ended = inside[-1:] == "!" or (inside[-1:] == "." and not before.strip())
    parts = [part for part in inside.split() if part.strip(",.")]
    usual = any(any(c.islower() for c in part) for part in parts)
    return len(parts) > 1 and usual and not ended and quoted[:1] not in _NO_TITLE_CASE and _is_title(words, inside)


_NO_TITLE_CASE = frozenset("«»„‹›")


def _is_title(words: list[str], inside: str) -> bool:
    """Tell whether all words but the small ones are capitalised, and nothing ends like a sentence."""
    long = [word for word in words if word.lower() not in _SMALL_WORDS]
    return (
        bool(long)
        and words[0][0].isupper()
        and all(word[0].isupper() or word[0].isdigit() for word in long)
        and "; " not in inside
    )


def _noun_before(before: str) -> str:
    match = _work_pattern().search(before)
    return match["noun"] if match else ""


@cache
def _work_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon().work_nouns | lexicon().newspaper_nouns, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<noun>{nouns})(?:,|\s+called|\s+entitled|\s+titled|\s+of|\s+were|\s+was|\s+including|\s+is|\s*\()*[\s,:]*$",
        re.IGNORECASE,
    )


@cache
def _mention_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon().mention_nouns, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{nouns})(?:\s+(?:him|her|it|them|the|a|an|himself|themselves))?[\s,:]*$"
        r"|\b(?:known|spelled|spelt|pronounced|misspelled)(?:\s+(?:it|as|by))*\s*$",
        re.IGNORECASE,
    )


@cache
def _source_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon().written_sources, key=len, reverse=True))
    return re.compile(
        rf"\b(?:in|from|of)\s+(?:his|her|their|its|the|a|an|this|that|one)\s+(?:[\w\-]+\s+){{0,3}}(?:{nouns})\b",
        re.IGNORECASE,
    )
