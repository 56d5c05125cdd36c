"""Subjects: the name, pronoun or noun phrase that begins or ends at a place of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.tagging.lexicon import lexicon
from tei_edition.tagging.speech.cast import Mention
from tei_edition.tagging.speech.words import speech_words

if TYPE_CHECKING:
    from tei_edition.tagging.speech.cast import Cast

_NEAR = 90
_WORD = r"[^\W\d_][\w’'.&\-]*"
_DETERMINERS = """
the a an this that these those his her their its our my your one another some several many two three four both
"""
_DETERMINER = f"(?:{'|'.join(_DETERMINERS.split())})"
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t)\b(?!['’](?!d\b))")
_NO_HEAD = re.compile(
    rf"{_DETERMINER}|which|who|that|what|all|more|most|days?|times?|nights?|mornings?|evenings?|afternoons?|years?|weeks?|months?"
    r"|hours?|minutes?|moments?|things?|ways?|places?",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"\s*(?:{_DETERMINER}\s+)?(?:{_WORD},?\s+){{0,7}}", re.IGNORECASE)
_NOMINAL = re.compile(rf"{_DETERMINER}\s+(?:{_WORD}\s+){{0,5}}?{_WORD}", re.IGNORECASE)
_CAPITALISED = re.compile(r"[A-Z][\w’'\-]*(?:\s+[A-Z][\w’'\-]*){0,3}")
_TAIL = re.compile(
    rf"\s+(?:of|for|at|from|in|with)\s+(?:{_DETERMINER}\s+)?(?:[A-Z][\w’'.&\-]*)"
    r"(?:\s+(?:of\s+|the\s+|and\s+)?[A-Z][\w’'.&\-]*){0,5}"
)


def starting(cast: Cast, at: int, end: int) -> Mention | None:
    """Return the subject that begins at ``at``: "said | the mayor, John Smith, …"."""
    start = at + _blank(cast.text, at, end)
    pronoun = _PRONOUN.match(cast.text, start, end)
    if pronoun:
        return _pronoun(pronoun[0], Span(start, pronoun.end()))
    indefinite = _INDEFINITE.match(cast.text, start, end)
    if indefinite:
        return Mention(Span(start, indefinite.end()), "nominal", "", f"n:{indefinite[0].lower()}")
    return _name_from(cast, start, end) or _nominal_from(cast, start, end) or _capitals_from(cast, start, end)


_INDEFINITE = re.compile(
    r"(?:one|another|some|others|many|several|most|both|neither|none|two|three|four)"
    r"(?:\s+of\s+(?:them|us|you)|\s+of\s+(?:the|his|her|their|its|these|those)\s+[a-z][\w\-]+|(?=[,.;:]))\b(?!,\s+[A-Z])",
    re.IGNORECASE,
)


def _blank(text: str, at: int, end: int) -> int:
    piece = text[at:end]
    return len(piece) - len(piece.lstrip())


def _pronoun(word: str, span: Span) -> Mention:
    low = word.lower()
    if low in {"i", "we"}:
        return Mention(span, "narrator", "", "I" if low == "i" else "we")
    gender = "M" if low == "he" else "F" if low == "she" else ""
    return Mention(span, "pronoun", gender, low)


_POSSESSOR = re.compile(r"^(?:his|her|their|its|our|my)\s+(?=[a-z\- ]+,?\s+$)", re.IGNORECASE)


def _name_from(cast: Cast, start: int, end: int) -> Mention | None:
    found = cast.within(Span(start, min(end, start + _NEAR)))
    if not found:
        return None
    named = cast.names[found[0]].span
    lead = _POSSESSOR.sub("", cast.text[start : named.start])
    if not _LEAD.fullmatch(lead) or _has_verb_or_preposition(lead):
        return None
    if len(found) > 1 and cast.names[found[0]].label == "orgName":
        other = cast.names[found[1]]
        between = cast.text[named.end : other.span.start]
        if other.label == "persName" and _LEAD.fullmatch(between) and not _has_verb_or_preposition(between):
            return cast.mention(found[1])
    if cast.text[named.end : named.end + 2] in {"'s", "’s"} or _names_a_role(cast, found[0]):
        return None
    return cast.mention(found[0])


def _names_a_role(cast: Cast, index: int) -> bool:
    """Tell "a White House spokesman" from the White House."""
    follower = re.match(r"\s+(?P<word>[a-z][\w\-]+)", cast.text[cast.names[index].span.end :][:40])
    if follower is None or cast.names[index].label != "orgName":
        return False
    return follower["word"] in speech_words().genders


def _has_verb_or_preposition(words: str) -> bool:
    lists = speech_words()
    pieces = words.lower().replace(",", " ").split()
    # "state Rep. X" is no verb: as in "said X", forms that may be nouns are none before a name.
    verbs = lists.saying - lists.bases
    return any(piece in lists.governing or piece in verbs or piece in _CLAUSE for piece in pieces if piece != "as")


_CLAUSE = frozenset(
    "that who which he she they i we you it his her their when while if but or because was were is are has had".split()
)


def _nominal_from(cast: Cast, start: int, end: int) -> Mention | None:
    match = _NOMINAL.match(cast.text, start, min(end, start + _NEAR))
    one_of = _ONE_OF.match(cast.text, start, end)
    if one_of:
        return _name_from(cast, one_of.end(), end)
    if match:
        stop = _phrase_end(cast, start, end)
        words = cast.text[start:stop].split()
        return _as_nominal(cast, Span(start, stop), words) if len(words) > 1 else None
    return _bare_from(cast, start, end)


_ONE_OF = re.compile(r"one\s+of\s+(?:[a-z’']+\s+){0,3}[a-z]+,\s+(?=[A-Z])")


def _bare_from(cast: Cast, start: int, end: int) -> Mention | None:
    """Return a noun for persons without a determiner: "officials", "police", "county officials"."""
    for number, match in enumerate(re.finditer(r"[\w’'\-]+|\S", cast.text[start : min(end, start + 60)])):
        word = match[0].lower()
        if not word[0].isalpha() or word in speech_words().saying or _has_verb_or_preposition(word) or number > 3:  # noqa: PLR2004
            break
        if word in speech_words().genders:
            span = Span(start, start + match.end())
            return _as_nominal(cast, span, span.of(cast.text).split())
    return None


def _phrase_end(cast: Cast, start: int, end: int) -> int:
    """Return where a noun phrase ends: before a mark, a preposition or a verb; "of the Company" belongs to it."""
    lists = speech_words()
    stop = start
    for number, match in enumerate(_TOKEN.finditer(cast.text, start, min(end, start + _NEAR))):
        word = match[0].lower()
        blocked = word in lists.governing or word in lists.between or word in _CLAUSE - {"his", "her", "their"}
        if not match[0][0].isalnum() or (blocked and number) or word.endswith("ly") or number > _LONGEST:
            break
        if stop > start and word not in lists.genders and _is_person(cast.text[start:stop]):
            break
        stop = match.end()
    tail = _TAIL.match(cast.text, stop, end)
    return tail.end() if tail else stop


def _is_person(phrase: str) -> bool:
    return phrase.rsplit(maxsplit=1)[-1].lower() in speech_words().genders


_TOKEN = re.compile(r"[^\W_](?:[\w’'&\-]|\.(?=\w))*|\S|\n")
_LONGEST = 6


def _as_nominal(cast: Cast, span: Span, words: list[str]) -> Mention | None:
    """Return a noun phrase as a subject: the person whom its role means, where it means one."""
    lists = speech_words()
    stop = next((n for n, word in enumerate(words) if n and word.lower() in lists.governing), len(words))
    if not stop:
        return None
    head = words[stop - 1].lower().strip(".,;:'’")
    bearer = cast.roles.get(head, -1)
    if bearer >= 0 and words[0].lower() in {"the", "this", "that"}:
        return cast.mention(bearer)
    if not head or len(words) < 2 or _NO_HEAD.fullmatch(head) or head in lists.saying - lists.genders.keys():  # noqa: PLR2004
        return Mention(span, "nominal", lists.genders[head], f"n:{head}") if head in lists.genders else None
    return Mention(span, "nominal", lists.genders.get(head, ""), f"n:{head}")


def _capitals_from(cast: Cast, start: int, end: int) -> Mention | None:
    """Return capitalised words that no tagger knew: in the place of a subject they are a name."""
    match = _CAPITALISED.match(cast.text, start, end)
    return _as_capitals(match) if match else None


def _as_capitals(match: re.Match[str]) -> Mention | None:
    words = match[0].split()
    low = [word.lower() for word in words]
    if low[0] in lexicon().function_words or low[0] in lexicon().weekdays or low[0] in lexicon().months:
        return None
    if len(words) == 1 and (low[0].endswith("ly") or low[0] in _OPENERS):
        return None
    return Mention(Span(match.start(), match.end()), "name", "", f"p:{' '.join(low)}:")


_OPENERS = frozenset(
    "yes no well oh ah perhaps still instead thus therefore meanwhile here there now later earlier today "
    "yesterday asked said"
    " nobody somebody everybody nothing something everything none".split()
)


def ending(cast: Cast, floor: int, at: int) -> Mention | None:
    """Return the subject that ends at ``at``, before a verb: "… the mayor, John Smith | said"."""
    end = floor + len(cast.text[floor:at].rstrip())
    chunk = cast.text[floor:end]
    pronoun = re.search(r"(?:^|[\s“\"(,—–-])(?P<word>[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t)$", chunk)
    if pronoun:
        return _pronoun(pronoun["word"], Span(floor + pronoun.start("word"), end))
    inside = cast.within(Span(floor, end))
    if inside and cast.names[inside[-1]].span.end == end and cast.is_free(inside[-1]):
        return cast.mention(inside[-1])
    alone = _ALONE.search(chunk)
    if alone:
        return Mention(Span(floor + alone.start("word"), end), "nominal", "", f"n:{alone['word'].lower()}")
    return _nominal_ending(cast, floor, end, chunk) or _capitals_ending(floor, chunk)


_ALONE = re.compile(
    r"(?:^|[,;:—]|\b(?:but|and|as))\s*(?P<word>one|another|some|others|many|several|most|both|neither)$", re.IGNORECASE
)


def _nominal_ending(cast: Cast, floor: int, end: int, chunk: str) -> Mention | None:
    for match in reversed(list(re.finditer(rf"\b{_DETERMINER}\s+", chunk[-_NEAR:], re.IGNORECASE))[-4:]):
        start = max(0, len(chunk) - _NEAR) + match.start()
        ahead = chunk[:start].lower().split()[-1:]
        phrase = chunk[start:]
        if ahead and ahead[0] in speech_words().governing - {"as"}:
            continue
        if re.search(r"[,;:.!?\"“”—]", phrase):
            return None
        if any(word in _CLAUSE or word in _QUESTIONS for word in phrase.lower().split()[1:]):
            break
        return _as_nominal(cast, Span(floor + start, end), phrase.split())
    bare = _BARE_ENDING.search(chunk[-_NEAR:])
    if bare and bare["head"].lower() in speech_words().genders and not _has_verb_or_preposition(bare["phrase"]):
        return _as_nominal(cast, Span(end - len(bare["phrase"]), end), bare["phrase"].split())
    return None


_QUESTIONS = frozenset("how why where what whether".split())
_BARE_ENDING = re.compile(
    r"(?:^|[,;:]\s+|\b(?:but|and|that)\s+)(?P<phrase>(?:[\w’'\-]+\s+){0,3}(?P<head>[\w\-]+))$", re.IGNORECASE
)


def _capitals_ending(floor: int, chunk: str) -> Mention | None:
    match = re.search(r"(?:^|[\s“\"])(?P<name>[A-Z][\w’'\-]*(?:\s+[A-Z][\w’'\-]*){0,3})$", chunk)
    if not match:
        return None
    ahead = chunk[: match.start("name")].lower().split()[-1:]
    if ahead and ahead[0] in speech_words().governing | {"the", "a"}:
        return None
    shifted = _CAPITALISED.fullmatch(match["name"])
    found = _as_capitals(shifted) if shifted else None
    return found._replace(span=Span(floor + match.start("name"), floor + match.end("name"))) if found else None
