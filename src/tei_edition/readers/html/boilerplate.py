"""What is no part of an article, told by elements, roles and the words of classes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def hint_words(attributes: Mapping[str, str]) -> frozenset[str]:
    """Return the words of class, id, rel and itemprop of an element, whole and in their parts, in lower case."""
    values = " ".join(attributes.get(name, "") for name in _HINTS)[:400]
    words = {word.lower() for word in values.split()}
    words |= {part.lower() for word in values.split() for part in _WORDS.findall(word)}
    return frozenset(words)


def reason_of(name: str, attributes: Mapping[str, str], words: frozenset[str]) -> tuple[bool, str]:
    """Return whether it is sure, and why an element is no part of an article; empty where nothing says so."""
    known = rules()
    if name in known.elements:
        return True, known.elements[name]
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        return True, "hidden"
    role = known.roles.get(attributes.get("role", ""), "")
    if role or name in {"article", "main", "body"} or words & known.article_words:
        return True, role
    return False, next((known.words[word] for word in sorted(words) if word in known.words), "")
