"""Toponyms against the cases of ``benchmarks/gold/toponyms.tsv``, and what newspapers write for a place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tei_edition.core.gazetteer import DIVISION, toponyms
from tei_edition.linking.toponyms import CLEAR, choices, distance, region_after

CASES = Path(__file__).parents[2] / "benchmarks" / "gold" / "toponyms.tsv"
NEAR = 161.0


def errors() -> list[tuple[float, float]]:
    """The distance in kilometres and the margin of each case."""
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        name, after, others, point = line.split("\t")
        mention = name, region_after(name + after, len(name))
        choice = choices([mention, *((other.strip(), "") for other in others.split(";"))])[mention]
        assert choice is not None, line
        latitude, longitude = map(float, point.split())
        found.append(
            (distance(choice.place, replace(choice.place, latitude=latitude, longitude=longitude)), choice.margin)
        )
    return found


def test_nearly_all_names_are_taken_for_the_right_place() -> None:
    measured = errors()
    assert len(measured) >= 100
    assert sum(error <= NEAR for error, _ in measured) >= 0.97 * len(measured)
    sure = [error for error, margin in measured if margin >= CLEAR]
    assert sum(error <= NEAR for error in sure) >= 0.97 * len(sure)


@pytest.mark.parametrize(
    ("abbreviation", "state"),
    [
        ("Me.", "Maine"),
        ("Ont.", "Ontario"),
        ("B.C.", "British Columbia"),
        ("N.S.W.", "New South Wales"),
        ("N.Y.", "New York"),
    ],
)
def test_abbreviated_states_are_states(abbreviation: str, state: str) -> None:
    short, long = (
        {(place.country, place.latitude) for place in toponyms(name) if place.kind == DIVISION}
        for name in (abbreviation, state)
    )
    assert short & long
    assert region_after(f"Town, {abbreviation}, in", 4) == abbreviation


@pytest.mark.parametrize(
    ("short", "long"), [("St. Paul", "Saint Paul"), ("Ft. Worth", "Fort Worth"), ("Mt. Vernon", "Mount Vernon")]
)
def test_abbreviated_names_mean_what_the_whole_ones_mean(short: str, long: str) -> None:
    one, other = choices([(short, ""), (long, "")]).values()
    assert one is not None
    assert other is not None
    assert one.place.geonames == other.place.geonames


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("New York", (40.71, -74.01)),
        ("White House", (38.9, -77.04)),
        ("Rhine", (50.4, 7.6)),
        ("Mount Everest", (28.0, 86.9)),
        ("Königsberg", (54.7, 20.5)),
    ],
)
def test_cities_rivers_and_buildings_that_lists_of_towns_lack(name: str, point: tuple[float, float]) -> None:
    choice = choices([(name, "")])[name, ""]
    assert choice is not None
    assert (choice.place.latitude, choice.place.longitude) == point


def test_a_country_that_is_named_speaks_for_its_towns() -> None:
    alone = choices([("San Jose", ""), ("Nicaragua", "")])["San Jose", ""]
    together = choices([("San Jose", ""), ("Nicaragua", ""), ("Costa Rica", "")])["San Jose", ""]
    assert alone is not None
    assert alone.place.country == "US"
    assert together is not None
    assert together.place.country == "CR"
