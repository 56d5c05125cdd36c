"""Coordinates of places.

Source: TEI Guidelines, NDPLAC "Places" (``location/geo``: latitude and longitude in WGS84 unless a ``geoDecl`` says
otherwise).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.exporters.reading.header import text
from tei_edition.tei.names import is_tei

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_SEPARATED = re.compile(r"[\s,;]+")


class Coordinates(NamedTuple):
    """A point on the Earth in decimal degrees of WGS84.

    Attributes:
        latitude: -90 to 90, north is positive.
        longitude: -180 to 180, east is positive.
    """

    latitude: float
    longitude: float


def coordinates_of(place: Element) -> Coordinates | None:
    """Return the first pair of ``geo`` in a place; None where there is none that lies on the Earth."""
    for child in place:
        nodes = (child, *child) if is_tei(child, "location") else (child,)
        for node in nodes:
            if is_tei(node, "geo") and (found := _pair(text(node))):
                return found
    return None


def _pair(words: str) -> Coordinates | None:
    parts = _SEPARATED.split(words.strip())
    if len(parts) != 2 or not all(_NUMBER.fullmatch(part) for part in parts):  # noqa: PLR2004 - a pair
        return None
    latitude, longitude = map(float, parts)
    on_earth = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 - poles and antimeridian
    return Coordinates(latitude, longitude) if on_earth else None
