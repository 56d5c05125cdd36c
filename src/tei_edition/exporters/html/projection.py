"""Where places lie on a map: plate carrée, in tenths of a degree, cut to what the places take up.

Source: Snyder, Map Projections: A Working Manual (USGS, 1987), 12 "Equidistant Cylindrical Projection".
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.reading.coordinates import Coordinates

EARTH = 3600
"""How wide the whole Earth is."""

_UNIT = 10
_ASPECT = 1.9
_NARROWEST = 36 * _UNIT
_MARGIN = 1.25
_TOLERANCE = 0.001
_NORTH, _SOUTH = -84 * _UNIT, 60 * _UNIT


@dataclass(frozen=True, slots=True)
class View:
    """The part of the map that is shown: left, top, width and height, in tenths of a degree; y grows to the south."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> str:
        """The ``viewBox`` of an SVG image."""
        return f"{self.left:.0f} {self.top:.0f} {self.width:.0f} {self.height:.0f}"

    @property
    def crosses(self) -> bool:
        """Whether the antimeridian runs through the part that is shown."""
        return self.left + self.width > EARTH / 2

    def x(self, point: Coordinates) -> float:
        """Return where a point lies from the west; one beyond the antimeridian lies east of it."""
        x = point.longitude * _UNIT
        return x + EARTH if x < self.left - _TOLERANCE else x

    def holds(self, point: Coordinates) -> bool:
        """Tell whether a point lies in the part that is shown."""
        return self.x(point) <= self.left + self.width and self.top <= self.y(point) <= self.top + self.height

    def y(self, point: Coordinates) -> float:
        """Return where a point lies from the north."""
        return -point.latitude * _UNIT

    def lines(self) -> tuple[list[int], list[int]]:
        """Return the meridians and parallels to draw, in degrees."""
        step = next(step for step in (5, 10, 15, 30) if self.width / _UNIT / step <= 12 or step == 30)  # noqa: PLR2004 - a dozen lines at most
        return _steps(self.left, self.width, step), _steps(self.top, self.height, step)


@cache
def land() -> str:
    """Return the outline of the continents as the ``d`` of an SVG path."""
    table = tomllib.loads((files("tei_edition.exporters.html") / "land.toml").read_text("utf-8"))
    rings = (ring.split(" ", 2) for ring in table["rings"].strip().splitlines())
    return "".join(f"M{x} {y}l{steps}z" for x, y, steps in rings)


def view_of(points: Sequence[Coordinates]) -> View:
    """Return the part of the Earth that holds all points, with a margin and never less than 36 degrees wide.

    It runs across the antimeridian where that makes it smaller; the whole Earth is cut at the antimeridian.
    """
    west, east = _extent([point.longitude * _UNIT for point in points])
    ys = [-point.latitude * _UNIT for point in points]
    width = max((east - west) * _MARGIN, (max(ys) - min(ys)) * _MARGIN * _ASPECT, _NARROWEST)
    left = (west + east - width) / 2
    if width >= EARTH:
        width, left = EARTH, -EARTH / 2
    elif east <= EARTH / 2:
        left = min(max(left, -EARTH / 2), EARTH / 2 - width)
    lowest = _SOUTH if max(ys) < _SOUTH else 90 * _UNIT
    highest = _NORTH if min(ys) > _NORTH else -90 * _UNIT
    height = min(width / _ASPECT, lowest - highest)
    top = max(min((min(ys) + max(ys) - height) / 2, lowest - height), highest)
    return View(left, top, width, height)


def _extent(xs: Sequence[float]) -> tuple[float, float]:
    """Return the west and east end of the shortest arc that holds all; the east lies beyond 180 where it crosses it."""
    ordered = sorted(set(xs))
    gaps = [(after - before, after) for before, after in pairwise(ordered)]
    around = ordered[0] + EARTH - ordered[-1]
    gap, start = max(gaps, default=(0.0, ordered[0]))
    if gap <= around:
        return ordered[0], ordered[-1]
    return start, start + EARTH - gap


def _steps(start: float, length: float, step: int) -> list[int]:
    first = math.ceil(start / _UNIT / step)
    last = math.floor((start + length) / _UNIT / step)
    return [number * step for number in range(first, last + 1)]
