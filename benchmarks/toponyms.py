"""Print how often the place that a name is taken for lies within 161 kilometres of the true one.

Usage: python benchmarks/toponyms.py [CASES.tsv]

A case is a line of four fields: name, what follows it in the text, other places of the article, latitude and longitude.
The cases of ``gold/toponyms.tsv`` were written by hand: names that several places bear, each with the company it keeps.
Beside it stands what the most populous place of that name would give.
"""

from __future__ import annotations

import math
import statistics
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.gazetteer import places_named
from tei_edition.linking.toponyms import CLEAR, choices, distance, region_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.core.gazetteer import Place
    from tei_edition.linking.toponyms import Choice

NEAR = 161.0  # kilometres: 100 miles
CASES = Path(__file__).parent / "gold" / "toponyms.tsv"


class Case(NamedTuple):
    """A name, what follows it, the other places named, and where it lies."""

    name: str
    after: str
    others: list[str]
    latitude: float
    longitude: float


def cases(path: Path) -> Iterator[Case]:
    """Read a file of cases."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, after, others, point = line.split("\t")
        latitude, longitude = point.split()
        yield Case(name, after, [other.strip() for other in others.split(";")], float(latitude), float(longitude))


def chosen(case: Case) -> Choice | None:
    """The place that the linker takes the name for."""
    mention = case.name, region_after(case.name + case.after, len(case.name))
    return choices([mention, *((other, "") for other in case.others)])[mention]


def away(case: Case, place: Place | None) -> float:
    """How far a place lies from the true one, in kilometres."""
    if place is None:
        return math.inf
    return distance(place, replace(place, latitude=case.latitude, longitude=case.longitude))


def main() -> None:
    """Choose, measure, print."""
    known = list(cases(Path(sys.argv[1]) if len(sys.argv) > 1 else CASES))
    found = [chosen(case) for case in known]
    errors = [away(case, one.place if one else None) for case, one in zip(known, found, strict=True)]
    largest = [away(case, next(iter(places_named(case.name)), None)) for case in known]
    sure = [error for error, one in zip(errors, found, strict=True) if one and one.margin >= CLEAR]
    print(f"{len(known)} names")
    for title, measured in (("linker", errors), ("of these, without doubt", sure), ("most populous", largest)):
        right = sum(error <= NEAR for error in measured)
        print(
            f"{title:24} {right:4} of {len(measured):4} within {NEAR:.0f} km: {100 * right / len(measured):5.1f} %, ",
            end="",
        )
        print(f"median {statistics.median(measured):.0f} km")
    for case, error in zip(known, errors, strict=True):
        if error > NEAR:
            print(f"  {case.name}{case.after} beside {', '.join(case.others)}: {error:.0f} km away")


if __name__ == "__main__":
    main()
