"""Who speaks: the verbs of saying and writing around a quotation, and their subjects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.tagging.lexicon import lexicon

if TYPE_CHECKING:
    from tei_edition.tagging.context import Context

_PRONOUN = r"(?P<pronoun>[Hh]e|[Ss]he)"
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Clue:
    """What a verb near a quotation says of it.

    Attributes:
        written: Whether it is a verb of writing.
        speaker: Where its subject is named; None where it is not.
        certainty: How sure that is.
    """

    written: bool
    speaker: Span | None
    certainty: float


@cache
def _verb() -> re.Pattern[str]:
    verbs = sorted({*lexicon().speech_verbs, *lexicon().writing_verbs, *lexicon().gerunds})
    return re.compile(rf"\b(?P<verb>{'|'.join(verbs)})\b", re.IGNORECASE)


def clue(context: Context, before: Span, quotation: Span, after: Span, floor: int) -> Clue | None:
    """Return what the verbs around a quotation say of it.

    ``before`` and ``after`` are the parts of its sentence on both sides, ``floor`` where the search for whom a pronoun
    means ends. None where there is no verb of saying and no "according to".
    """
    text = context.text
    spoken = text[quotation.start : quotation.end].rstrip("\"”’'»“ ")[-1:]
    near = _after(context, after, floor) if spoken in ",?!—-." or not after.of(text).strip() else None
    if near is not None:
        return near
    return _before(context, before, floor) or _according(context, before, after) or _after(context, after, floor)


def deed(context: Context, sentence: Span, floor: int) -> Clue | None:
    """Return who acts or speaks in a sentence, as the likely speaker of what is quoted right after it."""
    found = _before(context, sentence, floor)
    if found is not None and found.speaker is not None:
        return Clue(written=False, speaker=found.speaker, certainty=0.6)
    named = context.named_in(sentence)
    if (
        named
        and named[0].label == "persName"
        and not sentence.of(context.text)[: named[0].span.start - sentence.start].strip(' “"')
    ):
        return Clue(written=False, speaker=named[0].span, certainty=0.5)
    pronoun = re.match(_PRONOUN, sentence.of(context.text))
    return _by_pronoun(context, pronoun["pronoun"], sentence.start, floor, written=False) if pronoun else None


def _after(context: Context, after: Span, floor: int) -> Clue | None:
    """Read ``said X``, ``X said``, ``he said`` after a quotation."""
    text = context.text
    match = _verb().search(text, after.start, min(after.end, after.start + 160))
    if match is None:
        return None
    written = _is_written(match["verb"])
    lead = text[after.start : match.start()].strip(" ,\n—-")
    if not lead:
        subject = _first_named(context, Span(match.end(), after.end))
        pronoun = re.match(rf"\s+{_PRONOUN}\b", text[match.end() : match.end() + 8])
        if pronoun:
            return _by_pronoun(context, pronoun["pronoun"], match.end(), floor, written=written)
        return Clue(written, subject, 0.95 if subject else 0.8)
    return _with_subject(context, Span(after.start, match.start()), floor, written=written)


def _first_named(context: Context, span: Span) -> Span | None:
    """Return the name that follows a verb at once, titles and roles before it allowed; or whom "the senator" means."""
    bearer = _bearer(context, re.match(rf"\s+{_ROLE}", context.text[span.start : span.start + _NEAR]))
    named = context.named_in(Span(span.start, min(span.end, span.start + 3 * _NEAR)))
    if bearer is not None or not named:
        return bearer
    between = context.text[span.start : named[0].span.start]
    fits = not _BARRIER.search(between) and len(between) < 2 * _NEAR
    return named[0].span if fits else None


_ROLE = r"[Tt]he\s+(?:[a-z\-]+\s+)?(?P<role>[a-z]+)\b"
_BARRIER = re.compile(r"[,;:\"“”]|\.(?!\s)|\b(?:to|that|of|for|from|with|in|at|he|she|they|I|we|you|his|her)\b")


def _bearer(context: Context, match: re.Match[str] | None) -> Span | None:
    """Return the one person whom a role means: "the senator", after "Senator X"."""
    person = context.roles.get(match["role"]) if match else None
    return person.span if person is not None else None


def _with_subject(context: Context, lead: Span, floor: int, *, written: bool) -> Clue | None:
    text = context.text
    words = lead.of(text)
    pronouns = list(re.finditer(rf"\b{_PRONOUN}\b", words))
    subject = context.subject(_without_apposition(text, lead)) or context.subject(lead)
    if pronouns and (subject is None or lead.start + pronouns[-1].start() > subject.span.start):
        return _by_pronoun(
            context, pronouns[-1]["pronoun"].lower(), lead.start + pronouns[-1].start(), floor, written=written
        )
    if re.search(r"\b(?:I|we|they|We|They|you|it|It)\s*$", words):
        return Clue(written, None, 0.7)
    bearer = _bearer(context, re.search(rf"(?:^|\s){_ROLE}\s*$", words))
    if bearer is not None:
        return Clue(written, bearer, 0.7)
    return Clue(written, subject.span if subject else None, 0.9 if subject else 0.6)


def _without_apposition(text: str, clause: Span) -> Span:
    """Cut "X, a professor at Y," before a verb down to "X"."""
    words = clause.of(text).rstrip()
    if not words.endswith(","):
        return clause
    comma = words.rfind(",", 0, len(words) - 1)
    return Span(clause.start, clause.start + comma) if comma > 0 else clause


def _by_pronoun(context: Context, pronoun: str, at: int, floor: int, *, written: bool) -> Clue:
    referent = context.referent(pronoun.lower(), at, floor)
    return Clue(written, referent.span if referent else None, 0.65 if referent else 0.6)


def _before(context: Context, before: Span, floor: int) -> Clue | None:
    """Read ``X said that``, ``he told her:`` before a quotation."""
    verbs = list(_verb().finditer(context.text, before.start, before.end))
    for match in reversed(verbs[-3:]):
        found = _with_subject(context, Span(before.start, match.start()), floor, written=_is_written(match["verb"]))
        if found is not None and found.speaker is not None:
            return found
    if verbs:
        subject = (
            _first_named(context, Span(verbs[-1].end(), before.end))
            if before.of(context.text).lower().startswith(verbs[-1]["verb"].lower())
            else None
        )
        return Clue(_is_written(verbs[-1]["verb"]), subject, 0.6)
    return None


def _according(context: Context, before: Span, after: Span) -> Clue | None:
    for part in (before, after):
        match = re.search(r"\b[Aa]ccording\s+to\s+", part.of(context.text))
        if match:
            named = context.named_in(Span(part.start + match.end(), part.end))
            return Clue(written=False, speaker=named[0].span if named else None, certainty=0.85 if named else 0.6)
    return None


def _is_written(verb: str) -> bool:
    return verb.lower() in lexicon().writing_verbs
