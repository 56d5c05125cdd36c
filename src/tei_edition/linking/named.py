"""Organisations, works and events: entities by name, acronyms with the name that they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import folded
from tei_edition.core.identifiers import slug
from tei_edition.model.registry import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "&"})


_COMPANY = frozenset("inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc group".split())


class Organisations:
    """The organisations of one article."""

    def __init__(self, mentions: Iterable[str], expansions: Mapping[str, str]) -> None:
        """Learn the names by which the article calls them.

        ``expansions`` are the acronyms that it explains, each with the words that it stands for.
        """
        self.names = list(dict.fromkeys(mentions))
        self.expansions = expansions
        by_initials: dict[str, set[str]] = {}
        by_ending: dict[tuple[str, ...], set[str]] = {}
        for name in self.names:
            words = _words(name)
            if len(words) > 1:
                by_initials.setdefault(_initials(name), set()).add(_without_article(name))
            for start in range(1, len(words) - 1):
                by_ending.setdefault(words[start:], set()).add(_without_article(name))
            if len(words) > 1 and words[-1] in _COMPANY:
                by_ending.setdefault(words[:-1], set()).add(_without_article(name))
        self.by_initials = by_initials
        self.by_ending = by_ending

    def full(self, name: str) -> str:
        """Return the longest name of the organisation that a name means: of an acronym, of "Control Commission"."""
        acronym = _acronym(name)
        longer = self.by_initials.get(acronym, set()) if acronym else self.by_ending.get(_words(name), set())
        if acronym and acronym in self.expansions:
            return _without_article(self.expansions[acronym])
        return next(iter(longer)) if len(longer) == 1 else _without_article(name)

    def reference(self, name: str) -> str:
        """Return the id of the organisation that a name means."""
        return f"org-{slug(self.full(name)) or 'unknown'}"

    def entities(self) -> tuple[Entity, ...]:
        """Return the organisations as entities."""
        return tuple(Entity(self.reference(name), "org", self.full(name), (name,)) for name in self.names)


def _words(name: str) -> tuple[str, ...]:
    return tuple(folded(_without_article(name)).split())


@dataclass(frozen=True, slots=True)
class Work:
    """A mention of a work: its title as the text has it, TEI's level, and the name and id of its author if known."""

    title: str
    level: str | None = None
    author: str | None = None
    author_reference: str | None = None


def works(mentions: Iterable[Work]) -> tuple[Entity, ...]:
    """Return works as entities."""
    return tuple(
        Entity(work_reference(work.title), "work", bare_title(work.title), features=_facts(work)) for work in mentions
    )


def _facts(work: Work) -> tuple[tuple[str, str], ...]:
    facts = (("level", work.level), ("author", work.author), ("authorRef", work.author_reference))
    return tuple((name, value) for name, value in facts if value)


def work_reference(title: str) -> str:
    """Return the id of the work that a title means."""
    return f"work-{slug(bare_title(title)) or 'unknown'}"


_NUMBERS = {"one": "i", "two": "ii", "three": "iii", "1": "i", "2": "ii", "3": "iii"}
_WORLD_WARS = {"first-world-war": "world-war-i", "second-world-war": "world-war-ii", "great-war": "world-war-i"}


def event_reference(name: str) -> str:
    """Return the id of the event that a name means; the world wars have several names each."""
    words = [folded(word) for word in _without_article(name).split()]
    if words[:2] == ["world", "war"]:
        words[2:] = [_NUMBERS.get(word, word) for word in words[2:]]
    found = slug(" ".join(words)) or "unknown"
    return f"event-{_WORLD_WARS.get(found, found)}"


def events(mentions: Iterable[str]) -> tuple[Entity, ...]:
    """Return events as entities; of several names of one, the first is its usual one."""
    usual: dict[str, str] = {}
    names = list(dict.fromkeys(mentions))
    for name in names:
        usual.setdefault(event_reference(name), name)
    return tuple(Entity(event_reference(name), "event", usual[event_reference(name)], (name,)) for name in names)


def bare_title(title: str) -> str:
    """Return a title without quotation marks and the comma that stands before a closing one."""
    return " ".join(title.strip("\"“”„‟«»‹›'‘’‚`, \n").split()) or title


def _without_article(name: str) -> str:
    words = name.split()
    return " ".join(words[1:] if len(words) > 1 and folded(words[0]) == "the" else words)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word.lower() not in _SMALL).upper()


def _acronym(name: str) -> str:
    bare = name.replace(".", "").replace(" ", "")
    return bare if bare.isupper() and 1 < len(bare) <= 8 else ""  # noqa: PLR2004 - longer ones are words in capitals
