"""Acronyms: "New Economic Policy (NEP)". An acronym is of the kind of what it stands for, and that may be no name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.linking.combining import is_of_an_editor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model.layer import Annotation

_IN_BRACKETS = re.compile(r"\(\s*[\"“'‘]?(?P<acronym>[A-Z][A-Za-z.&\-]{1,10}?)\.?s?[\"”'’]?\s*\)")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "der", "und", "to", "&"})
_REACH = 160
_NO_ORGANISATIONS = frozenset(
    """policy policies plan act acts treaty agreement accord pact convention protocol syndrome disease virus test law
    bill amendment theory method system model index rate product tax award prize war operation strategy initiative
    process era deal doctrine principle project day week year scale technology device""".split()
)


def expansions(text: str) -> dict[str, Span]:
    """Return the acronyms that a text explains in brackets, each with where the words stand that it abbreviates."""
    found: dict[str, Span] = {}
    for match in _IN_BRACKETS.finditer(text):
        acronym = match["acronym"].replace(".", "")
        span = _words_of(text, match.start(), acronym) if sum(c.isupper() for c in acronym) > 1 else None
        if span is not None:
            found.setdefault(acronym, span)
    return found


def _words_of(text: str, end: int, acronym: str) -> Span | None:
    """Return the words before a bracket whose capitals are the letters of an acronym."""
    floor = max(0, end - _REACH)
    words = list(re.finditer(r"[^\W_][\w’'\-]*|[.;:!?]", text[floor:end]))
    letters = [letter.upper() for letter in acronym if letter.isalpha() and letter.isupper()]
    for word in reversed(words):
        if not word[0][0].isalnum():
            return None
        if word[0].lower() in _SMALL and not (letters and word[0][0] == letters[-1]):
            continue
        initials = [part[0].upper() for part in word[0].split("-") if part]
        while initials and letters and initials[-1] == letters[-1]:
            initials.pop()
            letters.pop()
        if initials:
            return None
        if not letters:
            return Span(floor + word.start(), floor + words[-1].end())
    return None


def reconciled(text: str, annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """Give acronyms the label of what they stand for, and take it from those that stand for no organisation.

    What an editor says stays.
    """
    known = expansions(text)
    names = {one.span.end: one for one in annotations if one.label.endswith("Name")}
    labels: dict[str, str | None] = {}
    for acronym, span in known.items():
        full = names.get(span.end)
        labels[acronym] = None if _is_none(span.of(text)) else full.label if full is not None else ""
    return tuple(_relabelled(text, annotations, known, labels))


def _is_none(words: str) -> bool:
    return words.lower().split()[-1] in _NO_ORGANISATIONS


def _relabelled(
    text: str, annotations: Sequence[Annotation], known: dict[str, Span], labels: dict[str, str | None]
) -> Iterator[Annotation]:
    refused = {known[acronym].end for acronym, label in labels.items() if label is None}
    for one in annotations:
        acronym = one.span.of(text).replace(".", "")
        if is_of_an_editor(one) or not one.label.endswith("Name"):
            yield one
        elif acronym in labels:
            label = labels[acronym]
            if label is not None:
                yield replace(one, label=label) if label else one
        elif one.label != "orgName" or one.span.end not in refused:
            yield one
