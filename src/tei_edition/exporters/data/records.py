"""Documents, registry and mentions as JSON; ``records.schema.json`` says what it looks like."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.exporters.data.gathered import Described, Gathered
    from tei_edition.exporters.reading.registers import Entity


def record_file(data: Gathered) -> bytes:
    """Return all that was gathered; what is not known is left out."""
    counts = {key: len(found) for key, found in data.by_entity().items()}
    whole = {
        "documents": [_document(document) for document in data.documents],
        "entities": [_entity(entity, counts.get(key, 0)) for key, entity in data.entities.items()],
        "mentions": [_without_empty(asdict(mention)) for mention in data.mentions()],
    }
    return as_json(whole)


def as_json(value: object) -> bytes:
    """Return a value as indented JSON in UTF-8 with a newline at its end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _document(document: Described) -> dict[str, object]:
    header = document.header
    return _without_empty(
        {
            "id": document.id,
            "file": document.file,
            "title": header.title,
            "subtitle": header.subtitle,
            "authors": [person.name for person in header.authors],
            "date": header.source.date or header.date,
            "language": header.language,
            "source": _without_empty(
                {
                    "citation": header.source.citation,
                    "periodical": header.source.periodical,
                    "volume": header.source.volume,
                    "issue": header.source.issue,
                    "page": header.source.page,
                }
            ),
            "identifiers": [{"type": kind, "value": value} for kind, value in header.identifiers],
            "licence": header.licence_target or header.licence,
        }
    )


def _entity(entity: Entity, mentions: int) -> dict[str, object]:
    values: dict[str, object] = entity._asdict()
    values["id"] = values.pop("key")
    values["sort_name"] = values.pop("file_as")
    values["coordinates"] = entity.coordinates and entity.coordinates._asdict()
    values["identifiers"] = [_without_empty(identifier._asdict()) for identifier in entity.identifiers]
    return {**_without_empty(values), "mentions": mentions}


def _without_empty(values: dict[str, object]) -> dict[str, object]:
    """Leave out what is empty; a number, 0 included, stays."""
    return {key: value for key, value in values.items() if value or isinstance(value, int)}
