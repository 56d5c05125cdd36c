"""What stands around a quotation: the sentence before and after it, the names and pronouns in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.tagging.lexicon import given_names, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.layer import Annotation

_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Rev))[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])"
)
_REACH = 400
_BACK = 4


@dataclass(frozen=True, slots=True)
class Context:
    """An article's text with its names, to ask who is named near a place.

    Attributes:
        text: The article's text.
        names: Annotations of persons and organisations, in reading order.
        starts: Their starts.
        genders: M or F of the persons, by the last word of their names.
        roles: The person whom a title or role means, by that word in lower case; None where it means several.
    """

    text: str
    names: Sequence[Annotation]
    starts: Sequence[int]
    genders: dict[str, str]
    roles: dict[str, Annotation | None]

    def before(self, floor: int, at: int) -> Span:
        """Return the part of a sentence that ends at ``at``, no further back than ``floor``."""
        start = max(floor, at - _REACH)
        for match in _SENTENCE_END.finditer(self.text, start, at):
            start = match.end()
        return Span(start, at)

    def after(self, at: int, ceiling: int) -> Span:
        """Return the part of a sentence that begins at ``at``, no further than ``ceiling``."""
        end = min(ceiling, at + _REACH)
        match = _SENTENCE_END.search(self.text, at, end)
        return Span(at, match.start() + 1 if match else end)

    def named_in(self, span: Span) -> tuple[Annotation, ...]:
        """Return the persons and organisations named within ``span``."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return tuple(name for name in self.names[low:high] if name.span.end <= span.end)

    def subject(self, span: Span) -> Annotation | None:
        """Return who does what is said at the end of a clause: its nearest person that no preposition governs."""
        named = self.named_in(span)
        free = [name for name in named if self._is_free(name)]
        persons = [name for name in free if name.label == "persName"]
        if persons:
            return persons[-1]
        return free[-1] if free else None

    def _is_free(self, name: Annotation) -> bool:
        ahead = self.text[max(0, name.span.start - 24) : name.span.start].split()
        behind = self.text[name.span.end : name.span.end + 2]
        governed = bool(ahead) and (
            ahead[-1].lower() in _PREPOSITIONS
            or (ahead[-1].lower() == "the" and ahead[-2:-1] and ahead[-2].lower() in _PREPOSITIONS)
        )
        return not governed and behind not in {"'s", "’s"}

    def referent(self, pronoun: str, at: int, floor: int) -> Annotation | None:
        """Return the last person named before ``at`` whom a pronoun can mean, no further back than ``floor``."""
        gender = "M" if pronoun in lexicon().pronouns_male else "F"
        index = bisect_left(self.starts, at) - 1
        while index >= 0 and self.starts[index] >= floor:
            name = self.names[index]
            if name.label == "persName" and self.gender(name) in {"", gender}:
                return name
            index -= 1
        return None

    def gender(self, name: Annotation) -> str:
        """Return M or F where a person's name or the title before it says so; empty otherwise."""
        title = self.text[max(0, name.span.start - 8) : name.span.start].rsplit(maxsplit=1)[-1:]
        found = _TITLES.get(title[0].lower().rstrip(".") if title else "", "")
        pieces = name.span.of(self.text).split()
        return found or given_names().get(pieces[0].lower(), "") or self.genders.get(pieces[-1].lower(), "")


_PREPOSITIONS = frozenset("of in to with from by at for on about against between among under over like than".split())
_TITLES = {
    "mr": "M",
    "sir": "M",
    "lord": "M",
    "king": "M",
    "mrs": "F",
    "ms": "F",
    "miss": "F",
    "lady": "F",
    "queen": "F",
    "mme": "F",
    "madame": "F",
}


def context(text: str, names: Sequence[Annotation], quoted: Sequence[Span]) -> Context:
    """Gather the persons and organisations of an article that are named outside of its quotations."""
    starts = [span.start for span in quoted]
    named = tuple(
        name for name in names if name.label in {"persName", "orgName"} and not _is_within(name.span, quoted, starts)
    )
    genders = {}
    for name in named:
        pieces = name.span.of(text).lower().split()
        if name.label == "persName" and len(pieces) > 1 and given_names().get(pieces[0]):
            genders[pieces[-1]] = given_names()[pieces[0]]
    return Context(text, named, tuple(name.span.start for name in named), genders, _roles(text, named))


def _is_within(span: Span, quoted: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and span.start < quoted[index].end


def _roles(text: str, named: Sequence[Annotation]) -> dict[str, Annotation | None]:
    """Learn from "Senator X" whom "the senator" means, where the article calls one person so."""
    roles: dict[str, Annotation | None] = {}
    bearers: dict[str, str] = {}
    for name in named:
        words = text[max(0, name.span.start - 24) : name.span.start].split()
        role = _LONG_FORMS.get(words[-1].lower(), words[-1].lower()) if words else ""
        if name.label != "persName" or role not in lexicon().honorifics:
            continue
        last = name.span.of(text).split()[-1]
        roles[role] = name if bearers.setdefault(role, last) == last else None
    return roles


_LONG_FORMS = {
    "gen.": "general", "sen.": "senator", "gov.": "governor", "rep.": "representative", "capt.": "captain",
    "col.": "colonel",
    "lt.": "lieutenant", "sgt.": "sergeant", "dr.": "doctor", "prof.": "professor", "rev.": "reverend", "adm.":
    "admiral",
    "maj.": "major",
}  # fmt: skip
