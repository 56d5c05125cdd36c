"""What is no part of an article, told by elements, roles and the words of classes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 400
_SIGNS = {
    "author": frozenset({"author", "authors", "byline", "contributor", "fn", "dc:creator", "posted"}),
    "date": frozenset({"date", "datepublished", "published", "pubdate", "publishdate", "timestamp", "dc:date"}),
}
_HINTS = ("class", "id", "rel", "itemprop", "data-component", "data-testid", "data-name")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is no part of an article, and where articles stand (``boilerplate.toml``)."""

    elements: Mapping[str, str]
    roles: Mapping[str, str]
    words: Mapping[str, str]
    article_words: frozenset[str]
    article_elements: frozenset[str]
    article_roles: frozenset[str]


@cache
def rules() -> Rules:
    """Return the rules of ``boilerplate.toml``."""
    data = tomllib.loads(files("tei_edition.readers.html").joinpath("boilerplate.toml").read_text(encoding="utf-8"))
    return Rules(
        elements=data["elements"],
        roles=data["roles"],
        words={word: reason for reason, words in data["words"].items() for word in words},
        article_words=frozenset(data["article"]["words"]),
        article_elements=frozenset(data["article"]["elements"]),
        article_roles=frozenset(data["article"]["roles"]),
    )


@dataclass(frozen=True, slots=True)
class Hints:
    """What the class, id, rel and itemprop of an element say.

    Attributes:
        words: Their words, whole and in their parts, in lower case.
        reason: Why the element is no part of an article; empty where no word says so.
        is_article: Whether a word says that it holds the article.
        signs: ``author`` or ``date`` where a word says that it holds them.
    """

    words: frozenset[str] = frozenset()
    reason: str = ""
    is_article: bool = False
    signs: tuple[str, ...] = ()


_NOTHING = Hints()


def hints_of(attributes: Mapping[str, str]) -> Hints:
    """Return what the classes of an element say."""
    values = " ".join(attributes[name] for name in _HINTS if name in attributes) if attributes else ""
    return _hints(values[:_LONGEST]) if values else _NOTHING


@lru_cache(maxsize=4096)
def _hints(values: str) -> Hints:
    """Return what classes say; a page has the same ones over and over."""
    known = rules()
    words = {word.lower() for word in values.split()}
    words |= {part.lower() for word in values.split() for part in _WORDS.findall(word)}
    return Hints(
        frozenset(words),
        next((known.words[word] for word in sorted(words) if word in known.words), ""),
        bool(words & known.article_words),
        tuple(kind for kind, signs in _SIGNS.items() if words & signs),
    )


def reason_of(name: str, attributes: Mapping[str, str], hints: Hints) -> tuple[bool, str]:
    """Return whether it is sure, and why an element is no part of an article; empty where nothing says so."""
    known = rules()
    if name in known.elements:
        return True, known.elements[name]
    if not attributes:
        return False, ""
    if "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"])):
        return True, "hidden"
    role = known.roles.get(attributes.get("role", ""), "")
    if role or name in {"article", "main", "body"} or hints.is_article:
        return True, role
    return False, hints.reason
