"""Mentions and registry as tables.

Source: RFC 4180 "Common Format and MIME Type for CSV Files".
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.exporters.data.gathered import Gathered

MENTION_COLUMNS = (
    "id document title date element kind entity entity_name text before after passage certainty responsible start end"
).split()
REGISTRY_COLUMNS = (
    "id kind name sort_name variants birth death occupation country latitude longitude description identifiers mentions"
).split()


def mentions_table(data: Gathered) -> bytes:
    """Return one row a mention, in the order of the texts."""
    names = {key: entity.name for key, entity in data.entities.items()}
    rows = (
        {
            **{column: getattr(mention, column, "") for column in MENTION_COLUMNS},
            "title": document.header.title,
            "date": document.header.source.date or document.header.date,
            "entity_name": names.get(mention.entity, ""),
        }
        for document in data.documents
        for mention in document.mentions
    )
    return _table(MENTION_COLUMNS, rows)


def registry_table(data: Gathered) -> bytes:
    """Return one row an entry; several values in a cell are parted by ``|``, identifiers are ``type:value``."""
    mentions = data.by_entity()
    rows = []
    for entity in data.entities.values():
        point = entity.coordinates
        row: dict[str, object] = {
            **{column: getattr(entity, column, "") for column in REGISTRY_COLUMNS},
            "id": entity.key,
            "sort_name": entity.file_as,
            "variants": "|".join(entity.variants),
            "latitude": point.latitude if point else "",
            "longitude": point.longitude if point else "",
            "identifiers": "|".join(f"{one.type}:{one.value}" if one.type else one.value for one in entity.identifiers),
            "mentions": len(mentions.get(entity.key, ())),
        }
        rows.append(row)
    return _table(REGISTRY_COLUMNS, rows)


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()
