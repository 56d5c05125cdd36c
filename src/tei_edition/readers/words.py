"""The words by which newspapers are read, from ``newspaper.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class NewspaperWords:
    """Words that tell what a line is.

    Attributes:
        labels: Labels of sections and kinds of article, in lower case.
        agencies: News agencies that sign by their name alone, in lower case.
        sent: Matches the beginning of a line that says by which wire, or for whom, an article was sent.
        role: Matches what a writer is called instead of a name, or after it.
        title: Matches an abbreviated title at the end of a text, after which a name must follow.
        periodical: Matches a word of the titles of newspapers and magazines.
        credit: Matches the beginning of a line that says who made the digital text, and from what.
    """

    labels: frozenset[str]
    agencies: frozenset[str]
    sent: re.Pattern[str]
    role: re.Pattern[str]
    title: re.Pattern[str]
    periodical: re.Pattern[str]
    credit: re.Pattern[str]


@cache
def newspaper_words() -> NewspaperWords:
    """Return the words of ``newspaper.toml``."""
    data: dict[str, list[str]] = tomllib.loads(
        files("tei_edition.readers").joinpath("newspaper.toml").read_text(encoding="utf-8")
    )
    return NewspaperWords(
        labels=frozenset(data["labels"]),
        agencies=frozenset(data["agencies"]),
        sent=re.compile(
            rf"(?:(?:(?:foreign|own|our)\s+){{0,2}}(?:{_any(data['sent'])})\s+(?:(?:to|for)\s+(?=\S)|(?-i:(?=THE\s[A-Z])))"
            rf"|correspondence\s+of\s+(?=.*\b(?:{_any(data['periodicals'])})\b))",
            re.IGNORECASE,
        ),
        role=re.compile(
            rf"(?:(?:an?|our|the)\s+)?(?:own\s+)?(?:[\w.-]+\s+){{0,3}}(?:{_any(data['roles'])})", re.IGNORECASE
        ),
        title=re.compile(rf"(?<![\w.])(?:{_any(data['titles'])})\.$"),
        periodical=re.compile(rf"\b(?:{_any(data['periodicals'])})\b", re.IGNORECASE),
        credit=re.compile(rf"(?:{_any(data['credits'])})\b(?:\s+(?:by|from)\b|\s*(?:\([^)]*\))?\s*:)", re.IGNORECASE),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
