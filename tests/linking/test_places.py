from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.gazetteer import CITY, COUNTRY, DIVISION, REGION, Place, country_names, toponyms
from tei_edition.linking.places import Places
from tei_edition.linking.toponyms import choices, distance, region_after

NAMES = st.sampled_from(
    "Paris London Moscow Georgia Washington Springfield Britain Leningrad Texas Ontario Europe Nowhereville Birmingham "
    "Cambridge Galicia USSR Mexico".split()
) | st.text(max_size=12)


def place_of(name: str, *others: str, region: str = "") -> Place | None:
    mentions = [(name, region), *((other, "") for other in others)]
    choice = choices(mentions)[name, region]
    return choice.place if choice else None


@pytest.mark.parametrize(
    ("name", "region", "country"),
    [
        ("Paris", "", "FR"),
        ("Paris", "Texas", "US"),
        ("Paris", "Ontario", "CA"),
        ("Moscow", "Idaho", "US"),
        ("Moscow", "", "RU"),
        ("Birmingham", "Ala.", "US"),
        ("Birmingham", "", "GB"),
        ("Leningrad", "", "RU"),
        ("Bombay", "", "IN"),
        ("Constantinople", "", "TR"),
        ("Washington", "", "US"),
        ("Britain", "", "GB"),
        ("Bavaria", "", "DE"),
        ("Sussex", "", "GB"),
        ("South London", "", "GB"),
    ],
)
def test_the_place_that_a_name_means(name: str, region: str, country: str) -> None:
    place = place_of(name, region=region)
    assert place is not None
    assert place.country == country


def test_washington_is_the_capital() -> None:
    place = place_of("Washington")
    assert place is not None
    assert place.division == "DC"


@pytest.mark.parametrize("name", ["Soviet Union", "Europe", "Middle East", "Black Sea", "Yugoslavia", "Prussia"])
def test_regions_and_historical_states_have_a_point(name: str) -> None:
    place = place_of(name)
    assert place is not None
    assert place.kind == REGION


def test_other_places_of_the_article_decide() -> None:
    alone, among = place_of("Georgia"), place_of("Georgia", "Atlanta", "Alabama", "Florida", "Tennessee")
    assert alone is not None
    assert among is not None
    assert (alone.kind, among.kind) == (COUNTRY, DIVISION)
    springfield = place_of("Springfield", "Chicago", "Illinois", "Peoria")
    assert springfield is not None
    assert springfield.division == "IL"


def test_a_town_that_the_gazetteer_lacks_is_no_town_of_another_division() -> None:
    assert place_of("Moscow", region="Florida") is None


def test_a_country_in_a_list_does_not_move_a_city() -> None:
    place = place_of("Paris", region="Germany")
    assert place is not None
    assert place.country == "FR"


@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "Texas", "England", "Ontario", "Nowhere"])), max_size=8))
def test_places_are_the_same_whatever_their_order(mentions: list[tuple[str, str]]) -> None:
    one, other = Places(mentions), Places(reversed(mentions))
    for mention in mentions:
        assert one.reference(*mention) == other.reference(*mention)
        assert one.certainty(*mention) == other.certainty(*mention)
        assert 0 < one.certainty(*mention) <= 1
    assert {entity.id for entity in one.entities()} == {one.reference(*mention) for mention in mentions}


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_every_point_is_on_the_globe(names: list[str]) -> None:
    for entity in Places((name, "") for name in names).entities():
        if entity.feature("geo"):
            latitude, longitude = map(float, str(entity.feature("geo")).split())
            assert -90 <= latitude <= 90
            assert -180 <= longitude <= 180


def test_the_clearer_the_surer() -> None:
    places = Places([("Mexico", ""), ("Paris", ""), ("Springfield", "")])
    assert places.certainty("Mexico", "") >= places.certainty("Paris", "") > places.certainty("Springfield", "")


def test_a_country_keeps_the_name_that_the_article_gives_it() -> None:
    (entity,) = Places([("Britain", "")]).entities()
    assert (entity.id, entity.preferred) == ("place-united-kingdom", "Britain")
    both = Places([("Britain", ""), ("United Kingdom", "")])
    assert {entity.preferred for entity in both.entities()} == {"United Kingdom"}


def test_two_places_of_one_name_have_two_ids() -> None:
    places = Places([("Paris", ""), ("Paris", "Texas")])
    assert places.reference("Paris", "") != places.reference("Paris", "Texas")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Paris, Texas. He", "Texas"),
        ("Paris, Tex., he", "Tex."),
        ("Paris (Texas) is", "Texas"),
        ("Paris, New York and", "New York"),
        ("Paris, London and", ""),
        ("Paris is", ""),
        ("Paris, he", ""),
    ],
)
def test_the_region_after_a_name(text: str, region: str) -> None:
    assert region_after(text, len("Paris")) == region


def test_distance_is_in_kilometres() -> None:
    london, paris = (next(p for p in toponyms(name) if p.kind == CITY) for name in ("London", "Paris"))
    assert distance(london, paris) == pytest.approx(344, abs=5)
    assert distance(london, london) == 0
    assert distance(london, paris) == distance(paris, london)


def test_every_country_has_a_point() -> None:
    missing = [name for name in country_names().values() if not any(p.kind == COUNTRY for p in toponyms(name))]
    assert len(missing) < 60  # dependencies and islands
