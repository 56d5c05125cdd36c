"""Reporting clauses of other languages than English: "dit-il", "a dit X", "sagte der Minister", "selon X"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.span import Span
from tei_edition.tagging.languages import speech_of

if TYPE_CHECKING:
    from tei_edition.tagging.languages import Speech

_WORD = r"[^\W\d_][\w’']*"
_CLAUSE = re.compile(
    rf"(?P<first>{_WORD})(?:-(?:t-)?(?P<hyphened>ils?|elles?|on|je)\b)?"
    rf"(?:\s+(?P<second>{_WORD}))?(?:\s+(?P<third>{_WORD}))?"
)
_NOUN = re.compile(rf"\s*(?P<lead>[ld][’']|{_WORD}(?=\s))\s*(?P<words>(?:[^\W\d_][\w’'\-]*\s+){{0,2}}?[^\W\d_][\w\-]*)")


class Clause(NamedTuple):
    """A verb of saying with what follows: ``end`` is where its verb ends, ``pronoun`` he, she or nothing."""

    end: int
    pronoun: str
    span: Span


def clause_at(text: str, start: int, end: int, language: str | None = None) -> Clause | None:
    """Return the inverted clause that begins at an offset; None where no verb of saying stands there.

    ``language`` is the text's; None for any of those that there is a file for.
    """
    match = _CLAUSE.match(text, start, end)
    if match is None:
        return None
    words = speech_of(language)
    first, second = match["first"].lower(), (match["second"] or "").lower()
    compound = first in words.auxiliaries and second in words.participles
    if not compound and first not in words.said:
        return None
    if match["hyphened"]:
        stop = match.end("second") if compound else match.end("hyphened")
        pronoun = _pronoun(words, match["hyphened"])
        return Clause(stop, pronoun, Span(match.start("hyphened"), match.end("hyphened")))
    verb, after = ("second", "third") if compound else ("first", "second")
    pronoun = _pronoun(words, (match[after] or "").lower())
    if pronoun:
        return Clause(match.end(after), pronoun, Span(match.start(after), match.end(after)))
    return Clause(match.end(verb), "", Span(match.end(verb), match.end(verb)))


def _pronoun(words: Speech, word: str) -> str:
    return "he" if word in words.he else "she" if word in words.she else ""


def noun_at(text: str, start: int, end: int, language: str | None) -> tuple[Span, str, str] | None:
    """Return the noun phrase for a person that begins at an offset ("le ministre"), its noun, and M or F."""
    words = speech_of(language)
    match = _NOUN.match(text, start, end)
    if match is None or match["lead"].lower() not in words.determiners:
        return None
    for word in re.finditer(r"[^\W\d_][\w\-]*", match["words"]):
        low = word[0].lower()
        if low in words.male or low in words.female:
            span = Span(match.start("lead"), match.start("words") + word.end())
            return span, low, "M" if low in words.male else "F"
    return None


@cache
def source_pattern(language: str | None) -> re.Pattern[str] | None:
    """Return what leads in the source of a quotation ("selon"); None where the language is not known."""
    words = sorted(speech_of(language).according, key=lambda word: (-len(word), word))
    if not words:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)\s*", re.IGNORECASE)
