"""Reporting clauses: what the words around a quotation say of who speaks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.span import Span
from tei_edition.tagging.languages import speech_of
from tei_edition.tagging.lexicon import lexicon
from tei_edition.tagging.speech.cast import Mention
from tei_edition.tagging.speech.foreign import clause_at, noun_at, source_pattern
from tei_edition.tagging.speech.subjects import ending, starting
from tei_edition.tagging.speech.words import speech_words

if TYPE_CHECKING:
    from tei_edition.tagging.speech.cast import Cast
    from tei_edition.tagging.speech.foreign import Clause

VERB, WEAK, BEAT = 3, 2, 1
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_SOURCE = re.compile(
    r"\b(?:[Aa]ccording\s+to|[Ii]n\s+the\s+(?:words|phrase|view|opinion|judge?ment|telling|account|estimation)\s+of"
    r"|[Aa]s\s+told\s+by)\s+"
)
_STEPS = 6


class Evidence(NamedTuple):
    """What a clause says of a quotation.

    ``strength`` is ``VERB`` for a verb of saying, ``WEAK`` for one that may be another, ``BEAT`` for what someone
    does beside the quotation. ``subject`` is None where the clause names none.
    """

    subject: Mention | None
    strength: int
    written: bool
    certainty: float


def _verbs(cast: Cast, start: int, end: int) -> list[re.Match[str]]:
    """Return the verbs of saying in a stretch of text."""
    saying = _saying(cast.language)
    return [match for match in _WORD.finditer(cast.text, start, end) if match[0].lower() in saying]


@cache
def _saying(language: str | None) -> frozenset[str]:
    foreign = speech_of(language)
    return speech_words().saying | foreign.said | foreign.participles


def after(cast: Cast, span: Span, *, comma: bool) -> Evidence | None:
    """Read the words after a quotation: ``said X``, ``X said``, ``X, the mayor, said``.

    ``comma`` tells that the quotation ends as one does that a reporting clause follows: "…," or "…?" or "…!".
    """
    text = cast.text
    lead = re.match(r"[\s,;:.—–-]*", text[span.start : span.end])
    start = span.start + (lead.end() if lead else 0)
    first = _WORD.match(text, start, span.end)
    if first is None:
        return None
    source = _SOURCE.match(text, start, span.end) or _foreign_source(cast, start, span.end)
    if source:
        return _named_source(cast, source.end(), span.end)
    foreign = clause_at(text, start, span.end, cast.language)
    if foreign is not None:
        return _foreign(cast, foreign, span.end)
    for _ in range(2):
        if first is None or not (first[0].lower().endswith("ly") or first[0].lower() in _LEADING):
            break
        rest = text[first.end() : span.end]
        first = _WORD.match(text, first.end() + len(rest) - len(rest.lstrip(" ,\n")), span.end)
    if first is None:
        return None
    return _inverted(cast, first, span.end, comma=comma) or _direct(cast, Span(start, span.end), comma=comma)


_LEADING = frozenset({"then", "thus", "so", "as", "and"})


def _foreign_source(cast: Cast, at: int, end: int) -> re.Match[str] | None:
    """Return the words of another language that lead in a source where a clause begins."""
    pattern = source_pattern(cast.language)
    return pattern.match(cast.text, at, end) if pattern is not None else None


def _subject_after(cast: Cast, at: int, end: int) -> Mention | None:
    """Return the subject after a verb or preposition of another language: a noun phrase of it, or a name."""
    noun = _foreign_noun(cast, at, end)
    following = starting(cast, noun.span.end if noun is not None else at, end)
    return following if noun is None or (following is not None and following.kind == "name") else noun


def _foreign_noun(cast: Cast, at: int, end: int) -> Mention | None:
    found = noun_at(cast.text, at, end, cast.language)
    return Mention(found[0], "nominal", found[2], f"n:{found[1]}") if found is not None else None


def _named_source(cast: Cast, at: int, end: int) -> Evidence:
    subject = _subject_after(cast, at, end)
    return Evidence(subject, VERB, written=False, certainty=0.85 if subject else 0.6)


def _foreign(cast: Cast, clause: Clause, end: int) -> Evidence:
    gender = {"he": "M", "she": "F"}.get(clause.pronoun, "")
    subject = Mention(clause.span, "pronoun", gender, clause.pronoun) if clause.pronoun else None
    subject = subject or _subject_after(cast, clause.end, end)
    return Evidence(subject, VERB, written=False, certainty=0.9 if subject else 0.6)


def _inverted(cast: Cast, verb: re.Match[str], end: int, *, comma: bool) -> Evidence | None:
    """Read ``said X`` and, after a comma in the quotation, any ``growled X``."""
    low = verb[0].lower()
    known = low in speech_words().saying
    if not known and not (comma and low.endswith("ed") and verb[0][0].islower()):
        return None
    at = verb.end()
    adverb = re.compile(
        r"\s+(?:\w+ly|out|back|on|in|up|at\s+last|again|also)(?=\s+[A-Z]|\s+the\b|\s+he\b|\s+she\b)"
    ).match(cast.text, at, end)
    at = adverb.end() if adverb else at
    if not cast.text[at : at + 1].isspace():
        return Evidence(None, VERB, written=False, certainty=0.6) if known else None
    subject = starting(cast, at, end)
    if subject is not None and subject.kind == "pronoun" and subject.key not in {"he", "she", "they", "it"}:
        subject = None
    if subject is None:
        return Evidence(None, VERB, low in speech_words().writing, 0.6) if known else None
    if not known and subject.kind == "nominal":
        return None
    named = _NAME_GIVEN.match(cast.text, subject.span.end, end) if subject.kind == "nominal" else None
    subject = (starting(cast, named.end(), end) if named else None) or subject
    return Evidence(subject, VERB if known else WEAK, low in speech_words().writing, 0.95 if known else 0.75)


_NAME_GIVEN = re.compile(r"[^.;:]{0,60}\bname(?:,|\s+as)\s+(?=[A-Z])")


def _direct(cast: Cast, span: Span, *, comma: bool) -> Evidence | None:
    """Read ``X said``, ``X, the mayor, said``, ``he added``; or what X does, as a beat."""
    text = cast.text
    opening = starting(cast, span.start, span.end)
    verbs = _verbs(cast, span.start, min(span.end, span.start + 220))
    for verb in verbs[:3]:
        if verb[0].lower() in speech_words().weak and not comma:
            continue
        subject = subject_of(cast, span.start, verb.start())
        told = subject is not None and not _is_phrase(text, subject, verb)
        if told and subject is not None and subject.span.start <= (opening or subject).span.end:
            return Evidence(subject, VERB, verb[0].lower() in speech_words().writing, 0.9)
    if (
        opening is None
        or not is_person(opening)
        or not re.match(r"\s+[a-z]", text[opening.span.end : opening.span.end + 2])
    ):
        return None
    return Evidence(opening, WEAK if comma else BEAT, written=False, certainty=0.5)


def before(cast: Cast, span: Span) -> Evidence | None:
    """Read the words before a quotation in its sentence: ``X said that``, ``he told her:``, ``according to X,``."""
    text = cast.text
    words = span.of(text)
    fallback: Evidence | None = None
    for verb in reversed(_verbs(cast, span.start, span.end)[-_STEPS:]):
        found = _of_verb(cast, verb, span)
        if found is not None and found.subject is not None and is_person(found.subject):
            return found
        if found is not None and (fallback is None or fallback.subject is None):
            fallback = Evidence(found.subject, WEAK, found.written, 0.6)
    source = _SOURCE.search(text, span.start, span.end) or _foreign_source(cast, span.start, span.end)
    if source:
        return _named_source(cast, source.end(), span.end)
    if words.rstrip().endswith(":"):
        subject = main_subject(cast, span)
        return Evidence(subject, WEAK, written=False, certainty=0.6) if subject else fallback
    return fallback


def _of_verb(cast: Cast, verb: re.Match[str], span: Span) -> Evidence | None:
    """Return what one verb of saying before a quotation tells; None where the word is a noun there."""
    text, low = cast.text, verb[0].lower()
    if _is_noun(text, verb, span.start):
        return None
    quoted = _QUOTED_AS.search(text, span.start, verb.start()) if low == "saying" else None
    if quoted:
        passive = _IS.search(text, span.start, quoted.start())
        source = subject_of(cast, span.start, passive.start()) if passive else None
        source = source or starting(cast, quoted.end("verb"), verb.start())
        return Evidence(source, VERB, written=False, certainty=0.85)
    if _is_passive(text, verb, span.start):
        agent = _AGENT.match(text, verb.end(), span.end)
        told = starting(cast, agent.end(), span.end) if agent else None
        return Evidence(told, VERB, low in speech_words().writing, 0.85) if told is not None else None
    subject = _absolute(cast, verb, span.start) if low.endswith("ing") else None
    subject = subject or subject_of(cast, span.start, verb.start()) or _inverted_subject(cast, verb, span)
    subject = subject or _foreign_noun(cast, span.start, verb.start())
    if subject is not None and _is_phrase(text, subject, verb):
        return None
    strength = WEAK if low in speech_words().weak and not _leads_in(span.of(text)) else VERB
    return Evidence(subject, strength, low in speech_words().writing, 0.85)


_IS = re.compile(r"\b(?:is|are|was|were|be|been)(?:\s+\w+ly)?\s+$")
_AGENT = re.compile(r"(?:\s+\w+ly)?\s+by\s+")
_BE = frozenset("is are was were be been being isn't wasn't isn’t wasn’t".split())
_STATES = frozenset("agreed determined resolved worried".split())
_PARTICIPLES = frozenset("heard known put read said spoken told understood written".split())


def _is_passive(text: str, verb: re.Match[str], floor: int) -> bool:
    """Tell "was called", "were often told" from what a subject says itself."""
    low = verb[0].lower()
    if low in _STATES or not (low.endswith("ed") or low in _PARTICIPLES):
        return False
    ahead = text[max(floor, verb.start() - 40) : verb.start()].lower().split()
    while ahead and (ahead[-1].endswith("ly") or ahead[-1] in _ADVERBS):
        ahead.pop()
    return bool(ahead) and ahead[-1] in _BE


_ADVERBS = frozenset("also not never often always still once later now soon first".split())


def _absolute(cast: Cast, verb: re.Match[str], floor: int) -> Mention | None:
    """Read "…, with X telling reporters that": the subject of the participle is what follows "with"."""
    lead = list(_WITH.finditer(cast.text, max(floor, verb.start() - 120), verb.start()))[-1:]
    subject = starting(cast, lead[0].end(), verb.start()) if lead else None
    if subject is None:
        return None
    rest = cast.text[subject.span.end : verb.start()].strip()
    return subject if not rest or (rest[0] == rest[-1] == "," and len(rest) > 1) else None


_WITH = re.compile(r"\bwith\s+")
_QUOTED_AS = re.compile(r"\b(?P<verb>quot(?:ed|es|ing)|cit(?:ed|es|ing)|report(?:ed|s))\s.*\bas\s*$", re.DOTALL)


def _leads_in(words: str) -> bool:
    return words.rstrip()[-1:] in {",", ":", "—", "-"}


def _is_noun(text: str, verb: re.Match[str], floor: int) -> bool:
    """Tell "the report", "a charge", "his answer" from the verbs of the same form."""
    ahead = text[max(floor, verb.start() - 24) : verb.start()].lower().split()[-1:]
    return bool(ahead) and ahead[0] in _BEFORE_NOUNS


def _is_phrase(text: str, subject: Mention, verb: re.Match[str]) -> bool:
    """Tell "a simple answer" from a subject and its verb: what precedes the noun is no person."""
    low = verb[0].lower()
    return (
        subject.kind == "nominal"
        and not is_person(subject)
        and subject.key[2:] not in lexicon().written_sources
        and (low in speech_words().bases or low.removesuffix("s") in speech_words().bases)
        and not text[subject.span.end : verb.start()].strip()
    )


_DETERMINERS = "the a an this these those his her their its our my your no any some such first last new"
_BEFORE_NOUNS = frozenset(f"{_DETERMINERS} of in for with by on from".split())


def _inverted_subject(cast: Cast, verb: re.Match[str], span: Span) -> Mention | None:
    """Read ``Said X:`` at the start of a sentence."""
    if cast.text[span.start : verb.start()].strip(" \n—–-"):
        return None
    return starting(cast, verb.end(), span.end)


def subject_of(cast: Cast, floor: int, at: int) -> Mention | None:
    """Return the subject of a verb at ``at`` whose sentence begins at ``floor``."""
    floor = _main_clause(cast.text, floor, at)
    words = _without_helpers(cast.text[floor:at])
    end = floor + len(words)
    low = words.lower().split()[-1:]
    if not words.strip():
        return None
    if words.endswith(","):
        return _before_apposition(cast, floor, end)
    if low and low[0] in {"who", "which"}:
        stop = floor + len(words.rstrip()[: -len(low[0])].rstrip())
        return (
            _named_until(cast, floor, stop)
            or _before_apposition(cast, floor, stop)
            or main_subject(cast, Span(floor, end))
        )
    found = ending(cast, floor, end)
    if found is not None:
        return found
    return main_subject(cast, Span(floor, end))


def _named_until(cast: Cast, floor: int, end: int) -> Mention | None:
    """Return the name that a relative clause after it is about, whatever governs it: "ask X, | who says"."""
    end = floor + len(cast.text[floor:end].rstrip(" ,"))
    inside = cast.within(Span(floor, end))
    return cast.mention(inside[-1]) if inside and cast.names[inside[-1]].span.end == end else None


def _main_clause(text: str, floor: int, at: int) -> int:
    """Skip a clause before the main one: "When he came, | X said"."""
    match = _WORD.search(text, floor, at)
    if match is not None and match[0].lower() in {"but", "and", "or", "so", "then"}:
        match = _WORD.search(text, match.end(), at)
    if match is None or match[0].lower() not in speech_words().subordinating:
        return floor
    comma = text.find(",", match.end(), at - 1)
    return comma + 1 if comma >= 0 and text[comma + 1 : at].strip() else floor


def _without_helpers(words: str) -> str:
    """Cut adverbs and helping verbs off the end of what stands before a verb."""
    lists = speech_words()
    words = words.rstrip()
    while True:
        match = re.search(r"(?:^|\s)([\w’'\-]+)$", words)
        low = match[1].lower() if match else ""
        if not match or not (low in lists.between - {"who"} or (low.endswith("ly") and low[0] == match[1][0])):
            return words
        words = words[: match.start()].rstrip()


def _before_apposition(cast: Cast, floor: int, end: int) -> Mention | None:
    """Cut "X, a professor at Y," down to "X", one comma after the other."""
    at = end
    for _ in range(_STEPS):
        at = cast.text.rfind(",", floor, at)
        if at < 0:
            break
        found = ending(cast, floor, at)
        if found is not None and found.kind != "nominal":
            return found
    return main_subject(cast, Span(floor, end))


def main_subject(cast: Cast, span: Span) -> Mention | None:
    """Return the first subject of a sentence: its first name, pronoun or noun phrase that no preposition governs."""
    floor = _main_clause(cast.text, span.start, span.end)
    names = [index for index in cast.within(Span(floor, span.end)) if cast.is_free(index)]
    persons = [index for index in names if cast.names[index].label == "persName"]
    pronoun = _PRONOUN.search(cast.text, floor, span.end)
    first = cast.mention((persons or names)[0]) if names else None
    opening = starting(cast, floor, span.end)
    if opening is not None and opening.kind == "name" and (first is None or first.span != opening.span):
        opening = opening if _begins(cast, opening, named=bool(persons)) else None
    if opening is not None and (first is None or opening.span.start < first.span.start):
        nested = first is not None and opening.span.contains(first.span)
        return first if nested else opening
    if pronoun and (first is None or pronoun.start() < first.span.start):
        return ending(cast, floor, pronoun.end())
    return first


def _begins(cast: Cast, opening: Mention, *, named: bool) -> bool:
    """Tell whether capitalised words that no tagger knew begin a sentence as its subject: a verb has to follow them.

    One word, which has a capital there in any case, needs a verb of saying, and a sentence that names nobody else.
    """
    follower = _WORD.match(cast.text, opening.span.end + 1)
    if follower is None or follower[0].lower() in speech_words().governing:
        return False
    several = " " in opening.span.of(cast.text)
    return several or (not named and follower[0].lower() in _saying(cast.language))


_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|I)\b")


def is_person(subject: Mention) -> bool:
    """Tell whether a subject is a person by what it is called; what acts beside a quotation may be anything."""
    return subject.kind != "nominal" or bool(subject.gender) or subject.key[2:] in speech_words().genders
