"""What only the whole corpus can decide: ids that are unique in it, and its registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.model.registry import Entity


def unique_ids(wanted: Mapping[str, str]) -> dict[str, str]:
    """Return an id for each source, the wanted one where nobody else wants it.

    Sources that want the same id are numbered in the order of their names: ``x``, ``x-2``, ``x-3``.

    Args:
        wanted: The id that each article's reader proposes, by the source's name.
    """
    given: dict[str, str] = {}
    taken = set(wanted.values())
    used: set[str] = set()
    for name in sorted(wanted):
        identifier, number = wanted[name], 1
        while identifier in used or (number > 1 and identifier in taken):
            number += 1
            identifier = f"{wanted[name]}-{number}"
        used.add(identifier)
        given[name] = identifier
    return given


def corpus_registry(entities: Iterable[tuple[Entity, ...]]) -> Registry:
    """Return the registry of all entities of all articles; the order of the articles does not matter."""
    return Registry(tuple(entity for some in entities for entity in some))
