"""Places as GeoJSON.

Source: RFC 7946 "The GeoJSON Format" (longitude comes first; a feature without a place has the geometry null).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.data.records import as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.data.gathered import Gathered
    from tei_edition.exporters.data.mentions import Mention
    from tei_edition.exporters.reading.registers import Entity


def place_features(data: Gathered) -> bytes:
    """Return one feature a place; its mentions have the ids that they have in the other formats."""
    mentions = data.by_entity()
    features = [_feature(one, mentions.get(key, ())) for key, one in data.entities.items() if one.kind == "places"]
    return as_json({"type": "FeatureCollection", "features": features})


def _feature(place: Entity, mentions: Sequence[Mention]) -> dict[str, object]:
    point = place.coordinates
    properties: dict[str, object] = {
        "name": place.name,
        "variants": list(place.variants),
        "country": place.country,
        "description": place.description,
        **{f"id_{one.type}": one.value for one in place.identifiers if one.type},
        "mentions": len(mentions),
        "mention_ids": [mention.id for mention in mentions],
        "documents": list(dict.fromkeys(mention.document for mention in mentions)),
    }
    return {
        "type": "Feature",
        "id": place.key,
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None,
        "properties": properties,
    }
