"""The places of the world by name: a sorted table, searched without being parsed.

Source: GeoNames (CC BY 4.0); see README.md beside this file.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

COUNTRY = "C"
DIVISION = "A"
CITY = "P"
VARIANT = "V"


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        name: The name it was found by.
        kind: ``COUNTRY``, ``DIVISION`` (first-order: a state, a province) or ``CITY``; ``VARIANT`` for another
            name of a city.
        geonames: Its GeoNames id; 0 where unknown.
        latitude: Decimal degrees, WGS 84.
        longitude: Decimal degrees, WGS 84.
        population: Rounded to two significant digits; of a division without figure 1,000,000.
        country: ISO 3166-1 alpha-2 code.
        division: GeoNames admin1 code; empty for a country.
    """

    name: str
    kind: str
    geonames: int
    latitude: float
    longitude: float
    population: int
    country: str
    division: str


def folded(name: str) -> str:
    """Return the key of a name: without case and without marks."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def places_named(name: str) -> tuple[Place, ...]:
    """Return every place of that name, whatever its case and marks: countries first, then the most populous."""
    key = folded(name).encode("utf-8", "replace") + b"\t"
    table = _table()
    position = _first_line_from(table, key)
    found = []
    while table.startswith(key, position):
        end = table.index(b"\n", position)
        found.append(_place(table[position:end].decode("utf-8")))
        position = end + 1
    return tuple(sorted(found, key=lambda place: (place.kind != COUNTRY, -place.population, place.geonames)))


@cache
def country_names() -> dict[str, str]:
    """Return the English name of each country by its ISO code; to be read only."""
    lines = files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()
    return {line[:2]: line[3:] for line in lines}


@cache
def _table() -> bytes:
    return files(__package__).joinpath("places.tsv").read_bytes()


def _first_line_from(table: bytes, key: bytes) -> int:
    """Return the offset of the first line not before ``key``: a binary search over lines in the order of bytes."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        if table[start : start + len(key)] < key:
            end = table.find(b"\n", middle)
            low = len(table) if end < 0 else end + 1
        else:
            high = start
    return low


def _place(line: str) -> Place:
    key, name, kind, identifier, latitude, longitude, population, country, division = line.split("\t")
    point = float(latitude), float(longitude)
    return Place(name or key.title(), kind, int(identifier), *point, int(population), country, division)
