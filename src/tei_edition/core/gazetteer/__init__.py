"""The places of the world by name: sorted tables, searched without being parsed.

Source: GeoNames (CC BY 4.0); see README.md beside this file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

COUNTRY = "C"
DIVISION = "A"
CITY = "P"
VARIANT = "V"
REGION = "R"
_INITIALS = re.compile(r"(?<=\b[a-z])\.\s+(?=[a-z]{1,2}\.)")  # "W. Va.", "N. Y." are written together in the tables
_STRIDE = 2048  # bytes between the lines that a search begins with
_NEAR = 1.5  # degrees within which two entries of one name and country are one place


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        name: The name it was found by.
        kind: ``COUNTRY``, ``DIVISION`` (first-order: a state, a province) or ``CITY``; ``VARIANT`` for another
            name of a city; ``REGION`` for a continent, a sea, a historical state.
        geonames: Its GeoNames id; 0 where unknown.
        latitude: Decimal degrees, WGS 84.
        longitude: Decimal degrees, WGS 84.
        population: Rounded to two significant digits; of a division without figure 1,000,000.
        country: ISO 3166-1 alpha-2 code; empty for a region of several countries.
        division: GeoNames admin1 code; empty for a country and where it is not known.
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
    return tuple(sorted(_entries("places.tsv", name), key=_rank))


@lru_cache(maxsize=4096)
def toponyms(name: str) -> tuple[Place, ...]:
    """Return every place of that name as ``places_named`` does, with regions, historical states and small towns.

    An entry of regions.tsv without an id that is one of places.tsv too corrects the weight of that one.
    """
    found = _entries("places.tsv", name)
    for other in _entries("regions.tsv", name):
        same = None if other.geonames else next((at for at, one in enumerate(found) if _is_same(one, other)), None)
        if same is None:
            found.append(other)
        else:
            found[same] = replace(found[same], population=other.population)
    return tuple(sorted(found, key=_rank))


def _rank(place: Place) -> tuple[bool, int, int]:
    return place.kind != COUNTRY, -place.population, place.geonames


def _is_same(place: Place, other: Place) -> bool:
    if (place.kind, place.country) != (other.kind, other.country):
        return False
    return abs(place.latitude - other.latitude) < _NEAR and abs(place.longitude - other.longitude) < _NEAR


def _entries(table_name: str, name: str) -> list[Place]:
    key = _INITIALS.sub(".", folded(name)).encode("utf-8", "replace") + b"\t"
    table = _table(table_name)
    text, position = table.text, _first_line_of(table, key)
    found = []
    while text.startswith(key, position):
        end = text.index(b"\n", position)
        found.append(_place(text[position:end].decode("utf-8")))
        position = end + 1
    return found


@cache
def country_names() -> dict[str, str]:
    """Return the English name of each country by its ISO code; to be read only."""
    lines = files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()
    return {line[:2]: line[3:] for line in lines}


@dataclass(frozen=True, slots=True)
class _Table:
    """A table sorted by the bytes of its lines, and every so often the line that begins there, to search in."""

    text: bytes
    keys: list[bytes]
    positions: list[int]


@cache
def _table(name: str) -> _Table:
    text = files(__package__).joinpath(name).read_bytes()
    keys, positions = [b""], [0]
    while (at := text.find(b"\n", positions[-1] + _STRIDE) + 1) and at < len(text):
        keys.append(text[at : text.index(b"\t", at) + 1])
        positions.append(at)
    return _Table(text, keys, positions)


def _first_line_of(table: _Table, key: bytes) -> int:
    """Return the offset of the first line that begins with ``key``, which ends in a tab; of the end if none does."""
    block = bisect_left(table.keys, key)
    start = table.positions[block - 1] if block else 0
    end = table.positions[block] + len(key) if block < len(table.keys) else len(table.text)
    if table.text.startswith(key, start):
        return start
    found = table.text.find(b"\n" + key, start, end)
    return found + 1 if found >= 0 else len(table.text)


def _place(line: str) -> Place:
    key, name, kind, identifier, latitude, longitude, population, country, division = line.split("\t")
    point = float(latitude), float(longitude)
    return Place(name or key.title(), kind, int(identifier), *point, int(population), country, division)
