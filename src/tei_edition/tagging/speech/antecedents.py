"""Whom a pronoun means: a person named before it or soon after, or a noun phrase ("the chairman", "his wife")."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.tagging.lexicon import lexicon
from tei_edition.tagging.speech.cast import Mention
from tei_edition.tagging.speech.subjects import starting
from tei_edition.tagging.speech.words import speech_words

if TYPE_CHECKING:
    from tei_edition.tagging.speech.cast import Cast

_SENTENCES = 2
_AHEAD = 200


def antecedent(cast: Cast, gender: str, at: int, floor: int) -> Mention | None:
    """Return whom a pronoun at ``at`` means, M or F, no further back than ``floor``.

    A noun phrase goes before a name that stands before it.
    """
    named = cast.referent(gender, at, floor)
    nominal = _nominal(cast, gender, at, max(floor, named.span.start - 1 if named is not None else floor))
    if nominal is not None and (named is None or nominal.span.start >= named.span.end):
        return nominal
    return named or _named_soon(cast, gender, at)


def _nominal(cast: Cast, gender: str, at: int, floor: int) -> Mention | None:
    """Return the nearest noun phrase for a person that fits, in the last sentences that begin after ``floor``."""
    sentence, end = bisect_right(cast.sentences, at) - 1, at
    for _ in range(_SENTENCES):
        if sentence < 0 or end <= floor:
            return None
        start = cast.sentences[sentence]
        found = _in_sentence(cast, gender, max(start, floor), end) if start >= floor or end == at else None
        if found is not None:
            return found
        end, sentence = start, sentence - 1
    return None


def _in_sentence(cast: Cast, gender: str, start: int, end: int) -> Mention | None:
    opening = starting(cast, start, end)
    if opening is not None and opening.kind == "nominal" and not cast.is_quoted(opening.span.start):
        known = speech_words().genders.get(opening.key[2:])
        fits = known in {"", gender} and opening.key[2:] not in speech_words().groups
        if fits and _GOES_ON.match(cast.text, opening.span.end):
            return opening
        name = _APPOSED.match(cast.text, opening.span.end, end) if fits else None
        if name and not cast.within(Span(*name.span("name"))):
            return Mention(Span(*name.span("name")), "name", gender, f"p:{name['name'].lower()}:{gender}")
    for match in _gendered(gender).finditer(cast.text, start, end):
        ahead = cast.text[max(start, match.start() - 16) : match.start()].lower().split()[-1:]
        if cast.is_quoted(match.start()) or (ahead and ahead[0] in speech_words().governing):
            continue
        if match["name"] is None:
            return Mention(Span(match.start(), match.end()), "nominal", gender, f"n:{match['noun'].lower()}")
        if not cast.within(Span(match.start("name"), match.end("name"))):
            return Mention(Span(*match.span("name")), "name", gender, f"p:{match['name'].lower()}:{gender}")
    return None


_APPOSED = re.compile(r",\s+(?P<name>[A-Z][\w’'\-]*(?:\s[A-Z][\w’'\-]*)*)(?=,)")
_GOES_ON = re.compile(r" |,\s+(?:who|whose|which)\b")


@cache
def _gendered(gender: str) -> re.Pattern[str]:
    """Return the pattern of someone's relative: "his wife", "her husband, Milton,"."""
    nouns = "|".join(sorted(noun for noun in speech_words().kin if speech_words().genders[noun] == gender))
    return re.compile(
        rf"\b(?i:his|her|their|my|our)\s+(?:[a-z]+\s+)?(?P<noun>{nouns})\b(?!['’])(?:(?!,\s+[A-Z])|{_APPOSED.pattern})"
    )


def body_before(cast: Cast, at: int, floor: int) -> Mention | None:
    """Return the firm, party or other body that "it" at ``at`` means: the last subject of a sentence that is one."""
    sentence, end = bisect_right(cast.sentences, at) - 1, at
    while sentence >= 0 and end > floor:
        opening = starting(cast, max(cast.sentences[sentence], floor), end)
        if opening is not None and (opening.key[:2] == "o:" or opening.key[2:] in speech_words().groups):
            return opening
        end, sentence = cast.sentences[sentence], sentence - 1
    return None


def bearer_of_epithet(cast: Cast, phrase: Mention, floor: int) -> Mention | None:
    """Return the person whom "the 71-year-old" or "the Scot" stands for; None for other noun phrases.

    One whose age the article gives as that, or else the subject of the last sentence that names a person.
    """
    match = _EPITHET.fullmatch(phrase.span.of(cast.text)) if phrase.kind == "nominal" else None
    if match is None or not (match["age"] or _is_of_a_people(match["people"])):
        return None
    persons = [index for index in cast.within(Span(0, len(cast.text))) if cast.names[index].label == "persName"]
    if match["age"]:
        stated = re.compile(rf",?\s+\(?{match['age']}\b")
        aged = [index for index in persons if stated.match(cast.text, cast.names[index].span.end)]
        if aged:
            return cast.mention(aged[0])
    gender = phrase.gender or "M"
    return cast.referent(gender, phrase.span.start, floor) or (
        None if phrase.gender else cast.referent("F", phrase.span.start, floor)
    )


_EPITHET = re.compile(r"[Tt]he\s+(?:(?P<age>\d{1,3})-year-old(?:\s+[a-z\-]+)?|(?P<people>[A-Z][a-z]+))")
_NO_PEOPLE = frozenset("bible god heaven internet jesus koran lord quran soviet web".split())
_COLLECTIVE = re.compile(r"(?:sh|ch|ss|[^m]ese)$")


def _is_of_a_people(word: str) -> bool:
    """Tell "the Scot" from "the Government", and from "the British", who are many."""
    low = re.sub(r"(?:wo)?man$", "", word.lower())
    known = (low in lexicon().demonyms or f"{low}s" in lexicon().demonyms) and low not in _NO_PEOPLE
    return known and (low != word.lower() or not _COLLECTIVE.search(low))


def _named_soon(cast: Cast, gender: str, at: int) -> Mention | None:
    """Return the first person named after a pronoun that nobody named before it fits."""
    for index in cast.within(Span(at, at + _AHEAD)):
        known = cast.genders.get(cast.keys[index], "")
        if cast.names[index].label == "persName":
            return cast.mention(index) if known in {"", gender} and cast.is_free(index) else None
    return None
