"""Map and timeline: what is shown, where names stand, which years go together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.exporters.html.labelling import Dot, Label, labels_of
from tei_edition.exporters.html.projection import land, view_of
from tei_edition.exporters.html.regions import regions_of
from tei_edition.exporters.html.timeline_drawing import drawing, spans
from tei_edition.exporters.html.words import words
from tei_edition.exporters.reading.coordinates import Coordinates

_POINTS = st.lists(
    st.builds(Coordinates, st.floats(-90, 90, allow_nan=False), st.floats(-180, 180, allow_nan=False)), min_size=1
)


@given(_POINTS)
def test_every_place_is_on_the_map(points: list[Coordinates]) -> None:
    view = view_of(points)
    assert 360 <= view.width <= 3600
    for point in points:
        assert view.left - 0.01 <= view.x(point) <= view.left + view.width + 0.01
        assert view.top - 0.01 <= view.y(point) <= view.top + view.height + 0.01


def test_one_place_has_its_surroundings_and_the_world_is_no_larger_than_the_world() -> None:
    berlin = view_of([Coordinates(52.5, 13.4)])
    assert berlin.width == 360
    assert berlin.left == pytest.approx(134 - 180)
    world = view_of([Coordinates(60 - x / 4, x) for x in range(-170, 171, 40)])
    assert (world.left, world.width) == (-1800, 3600)
    assert view_of([Coordinates(-80, 0), Coordinates(80, 0)]).top < -800


def test_places_on_both_sides_of_the_antimeridian_lie_side_by_side() -> None:
    suva, apia = Coordinates(-18.1, 178.4), Coordinates(-13.8, -171.8)
    view = view_of([suva, apia])
    assert view.width == 360
    assert view.crosses
    assert 0 < view.x(apia) - view.x(suva) < 110
    assert not view_of([suva]).crosses


@given(_POINTS)
def test_regions_lie_where_places_do(points: list[Coordinates]) -> None:
    view = view_of(points)
    regions = regions_of(points, view)
    assert len(regions) <= 4
    for region in regions:
        assert sum(region.holds(point) for point in points) >= 12


def test_regions_are_where_places_crowd() -> None:
    europe = [Coordinates(48 + number / 4, 8 + number / 2) for number in range(20)]
    america = [Coordinates(40 + number / 4, -80 + number / 2) for number in range(15)]
    far = [Coordinates(-33, 151), Coordinates(35, 139)]
    first, second = regions_of([*europe, *america, *far], view_of([*europe, *america, *far]))
    assert all(first.holds(point) for point in europe)
    assert all(second.holds(point) for point in america)
    assert regions_of(europe, view_of(europe)) == [], "a map that is small enough has no regions"


@given(_POINTS)
def test_lines_of_the_grid_lie_on_the_map(points: list[Coordinates]) -> None:
    view = view_of(points)
    meridians, parallels = view.lines()
    assert 1 <= len(meridians) <= 13
    assert all(view.left <= degree * 10 <= view.left + view.width for degree in meridians)
    assert all(view.top <= degree * 10 <= view.top + view.height for degree in parallels)


def test_land_is_closed_rings_within_reach_of_the_globe() -> None:
    rings = land().split("M")[1:]
    assert len(rings) > 100
    for ring in rings:
        assert re.fullmatch(r"-?\d+ -?\d+l(?:-?\d+ -?\d+ ?)+z", ring)
        start, _, steps = ring[:-1].partition("l")
        x, y = map(int, start.split())
        numbers = list(map(int, steps.split()))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            assert abs(y) <= 900
            assert abs(x) <= 3800
            assert abs(dx) < 3650


def _box(dot: Dot, label: Label, size: float) -> tuple[float, float, float, float]:
    width = len(dot.name) * size * 0.5
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - size * 0.7, left + width, label.y


_DOTS = st.lists(
    st.builds(
        Dot,
        st.floats(0, 1000),
        st.floats(0, 500),
        st.floats(2, 10),
        st.text(st.characters(categories=["L"]), min_size=1, max_size=12),
    ),
    max_size=40,
)


@given(_DOTS, st.integers(0, 20))
def test_names_cover_no_other_name_and_stay_on_the_map(dots: list[Dot], most: int) -> None:
    labels = labels_of(dots, 16, (0, 0, 1000, 500), most)
    assert len(labels) == len(dots)
    boxes = [_box(dot, label, 16) for dot, label in zip(dots, labels, strict=True) if label]
    assert len(boxes) <= most
    for number, box in enumerate(boxes):
        assert box[0] >= -0.01
        assert box[2] <= 1000.01
        for other in boxes[:number]:
            assert box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]


def test_a_name_goes_where_there_is_room() -> None:
    anchors = [
        label and label.anchor
        for label in labels_of([Dot(500, 250, 5, "Middle"), Dot(990, 100, 5, "Right")], 16, (0, 0, 1000, 500), 9)
    ]
    assert anchors == ["start", "end"]


_COUNTS = st.dictionaries(
    st.integers(1, 2100), st.tuples(st.integers(0, 9), st.integers(0, 99)).filter(any), min_size=1, max_size=60
)


@given(_COUNTS)
def test_spans_hold_every_year_once(counts: dict[int, tuple[int, int]]) -> None:
    found = spans(counts)
    assert len(found) <= 62
    assert sum(span.published for span in found) == sum(published for published, _ in counts.values())
    assert sum(span.mentioned for span in found) == sum(mentioned for _, mentioned in counts.values())
    assert all(span.year in counts for span in found if span.published or span.mentioned)


@given(_COUNTS)
def test_every_bar_is_a_link_to_a_year_of_the_list(counts: dict[int, tuple[int, int]]) -> None:
    svg = drawing(counts, words("en"), {year: f"timeline-1.html#year-{year}" for year in counts})
    targets = [int(year) for year in re.findall(r'href="timeline-1.html#year-(\d+)"', svg)]
    assert set(targets) <= set(counts)
    assert len(targets) == len(set(targets))


def test_years_long_before_the_others_are_one_span() -> None:
    counts = dict.fromkeys(range(1900, 1930), (0, 10)) | {1301: (0, 1)}
    first, *others = spans(counts)
    assert (first.label, first.year, first.mentioned) == ("–1899", 1301, 1)
    assert [span.label for span in others[:2]] == ["1900", "1901"]
    early_text = dict.fromkeys(range(1900, 1930), (0, 10)) | {1301: (1, 0)}
    assert spans(early_text)[0].label == "1300–1319"


@pytest.mark.parametrize(("value", "language", "written"), [
    ("1931-05-02", "de", "2. Mai 1931"), ("1931", "en", "1931"), ("1931-05", "ja", "May 1931"), ("", "en", ""),
])  # fmt: skip
def test_dates_of_the_site(value: str, language: str, written: str) -> None:
    assert words(language).date(value) == written


def test_words_of_every_language_are_all_there() -> None:
    english = words("en").words
    for language in ("de", "fr", "es"):
        assert words(language).words.keys() == english.keys()
        assert all(english[key].count("{}") == words(language)[key].count("{}") for key in english)
    assert words("xx").language == "en"
    assert words("de-AT").language == "de-AT"
    assert words("en").counted("article", 1) == "1 article"
