"""Organisations and works: entities by name, acronyms with the name that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import folded
from tei_edition.core.identifiers import slug
from tei_edition.model.registry import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "&"})


class Organisations:
    """The organisations of one article."""

    def __init__(self, mentions: Iterable[str]) -> None:
        """Learn the names by which the article calls them."""
        self.names = list(dict.fromkeys(mentions))
        by_initials: dict[str, set[str]] = {}
        for name in self.names:
            if len(name.split()) > 1:
                by_initials.setdefault(_initials(name), set()).add(name)
        self.full = {
            name: next(iter(by_initials[acronym]))
            for name in self.names
            if len(by_initials.get(acronym := _acronym(name), ())) == 1
        }

    def reference(self, name: str) -> str:
        """Return the id of the organisation that a name means."""
        return f"org-{slug(_without_article(self.full.get(name, name))) or 'unknown'}"

    def entities(self) -> tuple[Entity, ...]:
        """Return the organisations as entities."""
        return tuple(
            Entity(self.reference(name), "org", _without_article(self.full.get(name, name)), (name,))
            for name in self.names
        )


def works(mentions: Iterable[tuple[str, str | None]]) -> tuple[Entity, ...]:
    """Return works as entities, from their titles and TEI's level of each."""
    return tuple(
        Entity(work_reference(title), "work", bare_title(title), features=(("level", level),) if level else ())
        for title, level in mentions
    )


def work_reference(title: str) -> str:
    """Return the id of the work that a title means."""
    return f"work-{slug(bare_title(title)) or 'unknown'}"


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
