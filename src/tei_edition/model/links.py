"""What linking makes of an article's layers."""

from __future__ import annotations

from dataclasses import dataclass

from tei_edition.model.layer import Annotation  # noqa: TC001 - dataclass fields are read at run time
from tei_edition.model.registry import Entity  # noqa: TC001


@dataclass(frozen=True, slots=True)
class Linked:
    """Annotations that say whom they mean, and the entities that they mean.

    Attributes:
        annotations: In reading order; a linked name carries the feature ``ref``, a quotation with a known speaker the
            feature ``who``, a passage from a known work the feature ``source``: each the id of one of the entities.
        entities: Every entity referred to, sorted by id.
    """

    annotations: tuple[Annotation, ...] = ()
    entities: tuple[Entity, ...] = ()
