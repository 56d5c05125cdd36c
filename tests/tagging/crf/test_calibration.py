from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.calibration import IDENTITY, calibrated, curves, fitted


@given(st.floats(0, 1), st.floats(0, 1), st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_certainty_is_a_share_and_never_falls(first: float, second: float, observed: list[tuple[float, bool]]) -> None:
    low, high = sorted((first, second))
    curve = fitted(observed)
    assert 0.0 <= calibrated(low, curve) <= calibrated(high, curve) <= 1.0


def test_between_points_is_a_straight_line() -> None:
    curve = curves("PER\t0.2\t0.1\nPER\t0.8\t0.7\nLOC\t0.5\t0.5\n")["PER"]
    assert [calibrated(p, curve) for p in (0.0, 0.2, 0.5, 0.8, 1.0)] == [0.1, 0.1, 0.4, 0.7, 0.7]
    assert calibrated(0.3, IDENTITY) == 0.3


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=200))
def test_a_fitted_curve_rises(observed: list[tuple[float, bool]]) -> None:
    points = fitted(observed)
    assert list(points) == sorted(points)
    assert [share for _, share in points] == sorted(share for _, share in points)


def test_a_fitted_curve_says_how_often_it_is_right() -> None:
    points = fitted([(0.2, False)] * 50 + [(0.9, True)] * 45 + [(0.9, False)] * 5, bins=2)
    assert points == ((0.2, 0.0), (0.9, 0.9))
