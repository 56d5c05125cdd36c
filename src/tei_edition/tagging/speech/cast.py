"""The cast of an article: who is named in its narration, which names mean one person, and whom a pronoun means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from tei_edition.core.span import Span
from tei_edition.tagging.lexicon import given_names, lexicon
from tei_edition.tagging.speech.words import speech_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.layer import Annotation

_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr|No|vs))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Rev|Sgt|Maj|Cpl|Hon|Adm))"
    r"(?<!\b(?:Capt|Prof|Cmdr))[.!?][.!?\"”’')\]]*\s+(?=[\"“‘'`(«—–-]{0,3}\s?[A-Z0-9])"
)
_REACH = 500
_CLAUSE_ENDS = frozenset(',;:—"”’»')
_TITLE = {
    "mr": "M", "sir": "M", "lord": "M", "king": "M", "prince": "M", "uncle": "M", "father": "M", "brother": "M",
    "herr": "M", "monsieur": "M", "count": "M", "duke": "M", "don": "M", "master": "M", "m": "M",
    "mrs": "F", "ms": "F", "miss": "F", "lady": "F", "queen": "F", "mme": "F", "madame": "F", "madam": "F",
    "princess": "F", "aunt": "F", "mother": "F", "sister": "F", "frau": "F", "mlle": "F", "countess": "F", "dame": "F",
}  # fmt: skip

Kind = Literal["name", "nominal", "pronoun", "narrator"]


class Mention(NamedTuple):
    """A subject: where it stands, what it is, M or F where it is known, and a key that is one for one person."""

    span: Span
    kind: Kind
    gender: str
    key: str


@dataclass(frozen=True, slots=True)
class Cast:
    """An article's text with whom it names outside of quotations.

    Attributes:
        text: The article's text.
        names: Annotations of persons and organisations outside quotations, in reading order.
        starts: Their starts.
        keys: For each name, the key of its bearer.
        genders: M or F by key, where known.
        roles: The bearer whom a role means ("the senator"), as an index of ``names``; -1 where it means several.
        bearers: The keys of persons by the first and the last word of their names.
        sentences: Where sentences begin.
        language: The text's language as a BCP 47 tag; None where unknown.
        quoted: Where the text quotes, in reading order.
    """

    text: str
    names: Sequence[Annotation]
    starts: Sequence[int]
    keys: Sequence[str]
    genders: dict[str, str]
    roles: dict[str, int]
    bearers: dict[str, tuple[str, ...]]
    sentences: Sequence[int]
    language: str | None = None
    quoted: Sequence[Span] = ()

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place is within a quotation."""
        index = bisect_right(self.quoted, at, key=lambda span: span.start) - 1
        return index >= 0 and at < self.quoted[index].end

    def before(self, floor: int, at: int) -> Span:
        """Return the part of a sentence that ends at ``at``, no further back than ``floor``."""
        index = bisect_right(self.sentences, at) - 1
        start = self.sentences[index] if index >= 0 else 0
        return Span(max(floor, start, at - _REACH), at) if at > floor else Span(at, at)

    def after(self, at: int, ceiling: int) -> Span:
        """Return the part of a sentence that begins at ``at``, no further than ``ceiling``."""
        index = bisect_right(self.sentences, at)
        while index < len(self.sentences) and not self.text[at : self.sentences[index]].strip(" \n\"”’'»"):
            index += 1
        end = self.sentences[index] if index < len(self.sentences) else ceiling
        return Span(at, max(at, min(end, ceiling, at + _REACH)))

    def within(self, span: Span) -> range:
        """Return the indices of the names within ``span``."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        while high > low and self.names[high - 1].span.end > span.end:
            high -= 1
        return range(low, high)

    def mention(self, index: int) -> Mention:
        """Return a name as a subject."""
        key = self.keys[index]
        return Mention(self.names[index].span, "name", self.genders.get(key, ""), key)

    def is_free(self, index: int) -> bool:
        """Tell whether a name can be a subject: no preposition governs it and no possessive follows it."""
        span = self.names[index].span
        ahead = self.text[max(0, span.start - 32) : span.start].lower().split()
        while ahead and (ahead[-1].rstrip(".") in lexicon().honorifics or ahead[-1] in {"the", "a", "an"}):
            ahead.pop()
        governed = bool(ahead) and ahead[-1] in speech_words().governing
        if governed and ahead[-1] == "and" and (len(ahead) == 1 or ahead[-2][-1] in _CLAUSE_ENDS):
            governed = False
        return not governed and self.text[span.end : span.end + 2] not in {"'s", "’s"}

    def referent(self, gender: str, at: int, floor: int) -> Mention | None:
        """Return whom a pronoun at ``at`` means: of the last sentence that names one who fits, its subject.

        No further back than ``floor``. ``gender`` is M or F.
        """
        sentence = bisect_right(self.sentences, at) - 1
        end = at
        while end > floor:
            start = self.sentences[sentence] if sentence >= 0 else 0
            fitting = self._fitting(Span(max(start, floor), end), gender)
            sure = [index for index in fitting if self.genders.get(self.keys[index], "")] or fitting
            free = [index for index in fitting if self.is_free(index)]
            if fitting:
                return self.mention((free or sure)[0] if free else sure[-1])
            if sentence < 0:
                break
            end, sentence = max(start, floor), sentence - 1
        return None

    def _fitting(self, span: Span, gender: str) -> list[int]:
        """Return the persons named in a stretch of a sentence whom a pronoun of that sex can mean.

        Where such a pronoun is what the sentence is about ("He told X"), it means none of those after it.
        """
        pronoun = _SUBJECT_PRONOUN[gender].match(self.text, span.start, span.end)
        return [
            index
            for index in self.within(span)
            if self.names[index].label == "persName"
            and self.genders.get(self.keys[index], "") in {"", gender}
            and not (pronoun and self.starts[index] > pronoun.end())
        ]


_OPENING = r"[\s\"“”’']*(?:[\"“«][^\n]*[\"”’»],?\s+)?(?:(?:But|And|Then|Later|Yet)\s+)?"
_SUBJECT_PRONOUN = {"M": re.compile(rf"{_OPENING}[Hh]e\b"), "F": re.compile(rf"{_OPENING}[Ss]he\b")}


def cast(text: str, names: Sequence[Annotation], quoted: Sequence[Span], language: str | None = None) -> Cast:
    """Gather whom an article names outside its quotations; ``quoted`` are these, in reading order."""
    ends = [span.start for span in quoted]
    named = [
        name for name in names if name.label in {"persName", "orgName"} and not _is_within(name.span, quoted, ends)
    ]
    genders: dict[str, str] = {}
    keys = _keys(text, named, genders)
    _learn_from_pronouns(text, named, keys, genders)
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    roles = _roles(text, named, keys)
    begins = [name.span.start for name in named]
    return Cast(text, named, begins, keys, genders, roles, _bearers(keys), starts, language, quoted)


def _bearers(keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key in dict.fromkeys(keys):
        if key.startswith("p:"):
            words = key.split(":")[1].split()
            for word in dict.fromkeys((words[0], words[-1])):
                found[word] = (*found.get(word, ()), key)
    return found


def _is_within(span: Span, quoted: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and span.start < quoted[index].end


def _pieces(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_][\w’'\-.]*", name.lower()) if word.rstrip(".") not in _TITLE] or [
        name.lower()
    ]


def _title(text: str, name: Annotation) -> str:
    ahead = text[max(0, name.span.start - 10) : name.span.start].rsplit(maxsplit=1)[-1:]
    first = name.span.of(text).split(maxsplit=1)[0]
    return _TITLE.get(ahead[0].lower().rstrip("."), "") if ahead else _TITLE.get(first.lower().rstrip("."), "")


def _keys(text: str, named: Sequence[Annotation], genders: dict[str, str]) -> list[str]:
    """Give names that mean one person one key: the longest first, so that a surname finds its full name."""
    by_word: dict[str, list[str]] = {}
    found: dict[int, str] = {}
    order = sorted(range(len(named)), key=lambda index: (-len(_pieces(named[index].span.of(text))), index))
    for index in order:
        name = named[index]
        if name.label == "orgName":
            found[index] = "o:" + " ".join(name.span.of(text).lower().removeprefix("the ").split())
            continue
        pieces = _pieces(name.span.of(text))
        gender = _title(text, name) or (given_names().get(pieces[0], "") if len(pieces) > 1 else "")
        key = _known(pieces, gender, by_word, genders) or f"p:{' '.join(pieces)}:{gender}"
        found[index] = key
        for word in {pieces[0], pieces[-1]}:
            if key not in by_word.setdefault(word, []):
                by_word[word].append(key)
        gender = gender or given_names().get(pieces[0], "")
        if gender and not genders.get(key):
            genders[key] = gender
    return [found[index] for index in range(len(named))]


def _known(pieces: list[str], gender: str, by_word: dict[str, list[str]], genders: dict[str, str]) -> str | None:
    candidates = [
        key
        for key in by_word.get(pieces[-1], ())
        if not (gender and genders.get(key) and genders[key] != gender)
        and (len(pieces) == 1 or set(pieces) <= set(key.split(":")[1].split()))
    ]
    if gender:
        candidates = [key for key in candidates if genders.get(key) == gender] or candidates
    return candidates[0] if len(candidates) == 1 else None


def _learn_from_pronouns(text: str, named: Sequence[Annotation], keys: Sequence[str], genders: dict[str, str]) -> None:
    """Guess the sex of a person without a telling name from the pronouns that follow at once, where they agree."""
    votes: dict[str, list[str]] = {}
    for index, name in enumerate(named):
        following = named[index + 1].span.start if index + 1 < len(named) else len(text)
        if name.label != "persName" or keys[index] in genders:
            continue
        match = _PRONOUN.search(text, name.span.end, min(following, name.span.end + 90))
        if match:
            votes.setdefault(keys[index], []).append("M" if match[0].lower() in lexicon().pronouns_male else "F")
    for key, seen in votes.items():
        male = seen.count("M")
        if len(seen) > 1 and max(male, len(seen) - male) >= 0.75 * len(seen):
            genders[key] = "M" if 2 * male > len(seen) else "F"


_PRONOUN = re.compile(r"\b(?:he|his|she|her|him|He|She|His|Her)\b")
_APPOSITION = re.compile(
    r"\s*,\s+(?:(?:the|a|an|his|her|its|their|our)\s+)?(?P<words>(?:[\w’'\-]+\s+){0,5}?)(?P<role>[a-z][\w\-]+)"
    r"(?=\s*[,.;]|\s+(?:of|for|at|from|in|who|with)\b)"
)


def _roles(text: str, named: Sequence[Annotation], keys: Sequence[str]) -> dict[str, int]:
    """Learn from "Senator X" and "X, the senator" whom "the senator" means, where the article calls one person so."""
    roles: dict[str, int] = {}
    for index, name in enumerate(named):
        if name.label != "persName":
            continue
        for role in _roles_of(text, name.span):
            known = roles.get(role, index)
            roles[role] = known if known >= 0 and keys[known] == keys[index] else -1
    return roles


def _roles_of(text: str, span: Span) -> set[str]:
    ahead = text[max(0, span.start - 24) : span.start].split()
    word = ahead[-1].lower() if ahead else ""
    # A noun and a full stop end the sentence before; only abbreviations have one of their own.
    found = {_LONG_FORMS.get(word, word)} | ({word.rstrip(".")} & lexicon().honorifics)
    first = span.of(text).split(maxsplit=1)[0].lower()
    found.add(_LONG_FORMS.get(first, first))
    match = _APPOSITION.match(text, span.end, span.end + 80)
    if match:
        found.add(match["role"])
    return {role for role in found if role in speech_words().genders or role in lexicon().honorifics}


_LONG_FORMS = {
    "gen.": "general", "sen.": "senator", "gov.": "governor", "rep.": "representative", "capt.": "captain",
    "col.": "colonel", "lt.": "lieutenant", "sgt.": "sergeant", "dr.": "doctor", "prof.": "professor",
    "rev.": "reverend", "adm.": "admiral", "maj.": "major", "pres.": "president",
}  # fmt: skip
