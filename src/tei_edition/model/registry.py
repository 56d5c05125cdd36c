"""Entities (persons, places, organisations, works, events) and the registry that holds those of a corpus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["person", "place", "org", "work", "event"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation, work or event that articles mention.

    Attributes:
        id: An NCName unique in the corpus, such as ``pers-lenin-vi``.
        kind: Which register it belongs to.
        names: Every form met or known, sorted; ``preferred`` is among them.
        preferred: The form to show.
        idnos: (type, value) pairs of identifiers elsewhere, such as ``("wikidata", "Q1394")``, sorted.
        features: Other facts as (name, value) pairs, sorted: ``surname``, ``forename``, ``roleName``, ``country``,
            ``geo`` (latitude, space, longitude in decimal degrees, WGS 84), ``note``.
    """

    id: str
    kind: EntityKind
    preferred: str
    names: tuple[str, ...] = ()
    idnos: tuple[tuple[str, str], ...] = ()
    features: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(sorted({*self.names, self.preferred})))
        object.__setattr__(self, "idnos", tuple(sorted(set(self.idnos))))
        object.__setattr__(self, "features", tuple(sorted(dict(sorted(self.features)).items())))

    def feature(self, name: str) -> str | None:
        """Return the value of a feature, None where there is none of that name."""
        return dict(self.features).get(name)

    def merged(self, other: Entity) -> Entity:
        """Return what both say of one entity: commutative, associative, idempotent.

        The longer preferred form wins, the alphabetically first of equals; so does the greater value of a feature.

        Raises:
            ValueError: if the two differ in id or kind.
        """
        if (self.id, self.kind) != (other.id, other.kind):
            message = f"cannot merge {self.kind} {self.id} with {other.kind} {other.id}"
            raise ValueError(message)
        preferred = min(self.preferred, other.preferred, key=lambda name: (-len(name), name))
        features = dict(self.features)
        for name, value in other.features:
            features[name] = max(value, features.get(name, value))
        return Entity(
            self.id,
            self.kind,
            preferred,
            (*self.names, *other.names),
            (*self.idnos, *other.idnos),
            tuple(features.items()),
        )


@dataclass(frozen=True, slots=True)
class Registry:
    """The entities of a corpus, sorted by id, each id once."""

    entities: tuple[Entity, ...] = ()

    def __post_init__(self) -> None:
        by_id: dict[str, Entity] = {}
        for entity in self.entities:
            by_id[entity.id] = by_id[entity.id].merged(entity) if entity.id in by_id else entity
        object.__setattr__(self, "entities", tuple(by_id[key] for key in sorted(by_id)))

    def merged(self, other: Registry) -> Registry:
        """Return the union of both: commutative, associative, idempotent."""
        return Registry((*self.entities, *other.entities))

    def get(self, identifier: str) -> Entity | None:
        """Return the entity of that id, None where there is none."""
        return next((entity for entity in self.entities if entity.id == identifier), None)
