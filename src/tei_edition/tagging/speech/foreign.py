"""Reporting clauses of French, Spanish, German and Polish: "dit-il", "a dit X", "sagte er"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tei_edition.core.span import Span
from tei_edition.tagging.speech.words import speech_words

_WORD = r"[^\W\d_][\w’']*"
_CLAUSE = re.compile(
    rf"(?P<first>{_WORD})(?:-(?:t-)?(?P<hyphened>ils?|elles?|on|je)\b)?"
    rf"(?:\s+(?P<second>{_WORD}))?(?:\s+(?P<third>{_WORD}))?"
)


class Clause(NamedTuple):
    """A verb of saying with what follows: ``end`` is where its verb ends, ``pronoun`` he, she or nothing."""

    end: int
    pronoun: str
    span: Span


def clause_at(text: str, start: int, end: int) -> Clause | None:
    """Return the inverted clause that begins at an offset; None where no foreign verb of saying stands there."""
    match = _CLAUSE.match(text, start, end)
    if match is None:
        return None
    words = speech_words()
    first, second = match["first"].lower(), (match["second"] or "").lower()
    compound = first in words.auxiliaries and second in words.participles
    if not compound and first not in words.saying:
        return None
    if match["hyphened"]:
        stop = match.end("second") if compound else match.end("hyphened")
        pronoun = words.pronouns.get(match["hyphened"], "")
        return Clause(stop, pronoun, Span(match.start("hyphened"), match.end("hyphened")))
    verb, after = ("second", "third") if compound else ("first", "second")
    pronoun = words.pronouns.get((match[after] or "").lower(), "")
    if pronoun:
        return Clause(match.end(after), pronoun, Span(match.start(after), match.end(after)))
    return Clause(match.end(verb), "", Span(match.end(verb), match.end(verb))) if compound else None
