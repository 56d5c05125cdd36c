from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core import gazetteer
from tei_edition.core.gazetteer import CITY, COUNTRY, DIVISION, REGION, VARIANT, folded, places_named, toponyms

TABLES = ("places.tsv", "regions.tsv")


def lines(table: str) -> list[str]:
    return files("tei_edition.core.gazetteer").joinpath(table).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_by_the_bytes_of_its_keys(table: str) -> None:
    rows = [line.encode() for line in lines(table)]
    assert rows == sorted(rows)


@pytest.mark.parametrize("table", TABLES)
def test_every_line_is_a_place_on_the_globe(table: str) -> None:
    for line in lines(table):
        key, name, kind, identifier, latitude, longitude, population, country, _ = line.split("\t")
        assert folded(name or key.title()) == key
        assert kind in {CITY, COUNTRY, DIVISION, REGION, VARIANT}
        assert abs(float(latitude)) <= 90
        assert abs(float(longitude)) <= 180
        assert int(population) >= 0
        assert int(identifier) >= 0
        assert country == "" or len(country) == 2


@given(st.sampled_from(lines("places.tsv")[::97]))
def test_every_entry_is_found_by_its_name(line: str) -> None:
    key, name, kind, identifier = line.split("\t")[:4]
    assert (kind, int(identifier)) in {(place.kind, place.geonames) for place in places_named(name or key)}


@given(st.text(max_size=20))
def test_any_name_can_be_asked_for(name: str) -> None:
    for place in toponyms(name):
        assert folded(place.name) == folded(name)
    assert {place.geonames for place in places_named(name)} <= {place.geonames for place in toponyms(name)}


def test_case_and_marks_do_not_matter() -> None:
    assert places_named("PARIS") == places_named("paris") == places_named("Paris")
    assert places_named("São Paulo") == places_named("Sao Paulo") != ()


def test_a_country_comes_first_then_the_most_populous() -> None:
    found = places_named("Georgia")
    assert found[0].kind == COUNTRY
    london = places_named("London")
    assert [place.population for place in london] == sorted((place.population for place in london), reverse=True)
    assert london[0].country == "GB"


def test_what_only_a_map_knows_is_no_name_for_taggers() -> None:
    assert places_named("Soviet Union") == ()
    assert toponyms("Soviet Union")[0].kind == REGION


def test_an_entry_of_both_tables_is_one_place() -> None:
    (state,) = [place for place in toponyms("Georgia") if place.kind == DIVISION]
    assert (state.country, state.division) == ("US", "GA")
    assert state.population > next(p for p in places_named("Georgia") if p.kind == DIVISION).population


def test_small_towns_are_known() -> None:
    assert len(toponyms("Springfield")) > len(places_named("Springfield"))


def test_the_names_of_countries() -> None:
    assert gazetteer.country_names()["FR"] == "France"
    assert len(gazetteer.country_names()) > 240
