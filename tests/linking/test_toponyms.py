"""Toponyms directly: which place of that name is meant, by its size and by the company it keeps."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.gazetteer import CITY, COUNTRY, DIVISION, Place, toponyms
from tei_edition.linking.toponyms import choices, distance, region_after

NAMES = st.sampled_from(
    ["Paris", "London", "Texas", "Ontario", "Springfield", "Cambridge", "Georgia", "France", "Moscow", "Birmingham",
     "South London", "Qxyzzy", "the Netherlands", "York", "Naples"]
)  # fmt: skip
REGIONS = st.sampled_from(["", "Texas", "France", "Ontario", "England", "Qxyzzy"])


def country_of(name: str, *others: str, region: str = "") -> str | None:
    found = choices([(name, region), *((other, "") for other in others)])[name, region]
    return found.place.country if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (", Texas.", "Texas"),
        (", Texas, where it rained", "Texas"),
        (" (France) and", "France"),
        (", New York, in", "New York"),
        (", South Africa", "South Africa"),
        (", Moscow", ""),
        (", London", ""),
        (" Texas", ""),
        ("", ""),
        (", then Texas", ""),
        (". Texas", ""),
    ],
)
def test_the_region_that_follows_a_name(text: str, expected: str) -> None:
    assert region_after(f"Harbourtown{text}", len("Harbourtown")) == expected


@given(st.text(max_size=40), st.integers(0, 45))
def test_a_region_is_a_country_or_a_division_that_stands_there(text: str, at: int) -> None:
    found = region_after(text, at)
    assert not found or (found in text[at:] and any(one.kind in {COUNTRY, DIVISION} for one in toponyms(found)))


@pytest.mark.parametrize(
    ("name", "region", "country"),
    [
        ("Paris", "", "FR"),
        ("Paris", "Texas", "US"),
        ("London", "", "GB"),
        ("London", "Ontario", "CA"),
        ("Cambridge", "England", "GB"),
        ("Cambridge", "Massachusetts", "US"),
        ("Birmingham", "Alabama", "US"),
        ("Moscow", "", "RU"),
        ("Moscow", "Idaho", "US"),
        ("Naples", "Florida", "US"),
        ("Naples", "", "IT"),
        ("France", "", "FR"),
        ("FRANCE", "", "FR"),
        ("the Netherlands", "", "NL"),
        ("South London", "", "GB"),
        ("northern Italy", "", "IT"),
        ("Qxyzzy", "", None),
    ],
)
def test_which_place_is_meant(name: str, region: str, country: str | None) -> None:
    assert country_of(name, region=region) == country


@pytest.mark.parametrize(
    ("name", "others", "country"),
    [
        ("Birmingham", ("Alabama", "Atlanta", "Mobile"), "US"),
        ("Birmingham", ("England", "Manchester", "Leeds"), "GB"),
        ("Georgia", ("Atlanta", "Alabama", "Florida"), "US"),
    ],
)
def test_a_place_is_known_by_its_company(name: str, others: tuple[str, ...], country: str) -> None:
    assert country_of(name, *others) == country


@given(st.lists(st.tuples(NAMES, REGIONS), max_size=8))
def test_every_mention_has_one_answer_of_the_gazetteer(mentions: list[tuple[str, str]]) -> None:
    found = choices(mentions)
    assert set(found) == set(mentions)
    for (name, _), choice in found.items():
        if choice is not None:
            assert choice.margin >= 0 or math.isinf(choice.margin)
            assert not choice.exact or choice.place in toponyms(name)


@given(st.lists(st.tuples(NAMES, REGIONS), min_size=1, max_size=6), st.randoms())
def test_the_order_of_mentions_does_not_matter(mentions: list[tuple[str, str]], chance: object) -> None:
    shuffled = list(mentions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert choices(mentions) == choices(shuffled)


@given(st.lists(st.tuples(NAMES, REGIONS), max_size=5))
def test_to_name_a_place_twice_says_nothing_more(mentions: list[tuple[str, str]]) -> None:
    assert choices([*mentions, *mentions]) == choices(mentions)


COORDINATES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def at(coordinates: tuple[float, float]) -> Place:
    return Place("X", CITY, 1, coordinates[0], coordinates[1], 1000, "XX", "")


@given(COORDINATES, COORDINATES, COORDINATES)
def test_distance_is_a_metric_on_the_globe(
    one: tuple[float, float], other: tuple[float, float], third: tuple[float, float]
) -> None:
    first, second, last = at(one), at(other), at(third)
    assert distance(first, first) == 0
    assert 0 <= distance(first, second) <= math.pi * 6371.0 + 1e-6
    assert distance(first, second) == pytest.approx(distance(second, first), abs=1e-3)
    assert distance(first, last) <= distance(first, second) + distance(second, last) + 1e-2


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [((0, 0), (0, 90), 10007.5), ((90, 0), (-90, 0), 20015.1), ((0, 179), (0, -179), 222.4),
     ((48.85, 2.35), (51.5, -0.12), 343)],
)  # fmt: skip
def test_distances(one: tuple[float, float], other: tuple[float, float], kilometres: float) -> None:
    assert distance(at(one), at(other)) == pytest.approx(kilometres, rel=0.01)
