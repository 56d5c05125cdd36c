"""Where places lie on a map: plate carrée, in tenths of a degree, cut to what the places take up.

Source: Snyder, Map Projections: A Working Manual (USGS, 1987), 12 "Equidistant Cylindrical Projection".
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.reading.coordinates import Coordinates

_UNIT = 10
_ASPECT = 1.9
_NARROWEST = 36 * _UNIT
_MARGIN = 1.25
_WIDTH, _NORTH, _SOUTH = 360 * _UNIT, -84 * _UNIT, 60 * _UNIT


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

    def x(self, point: Coordinates) -> float:
        """Return where a point lies from the west."""
        return point.longitude * _UNIT

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
    """Return the part of the Earth that holds all points, with a margin and never less than 36 degrees wide."""
    xs = [point.longitude * _UNIT for point in points]
    ys = [-point.latitude * _UNIT for point in points]
    width = max((max(xs) - min(xs)) * _MARGIN, (max(ys) - min(ys)) * _MARGIN * _ASPECT, _NARROWEST)
    width = min(width, _WIDTH)
    left = min(max((min(xs) + max(xs) - width) / 2, -_WIDTH / 2), _WIDTH / 2 - width)
    lowest = _SOUTH if max(ys) < _SOUTH else 90 * _UNIT
    highest = _NORTH if min(ys) > _NORTH else -90 * _UNIT
    height = min(width / _ASPECT, lowest - highest)
    top = max(min((min(ys) + max(ys) - height) / 2, lowest - height), highest)
    return View(left, top, width, height)


def _steps(start: float, length: float, step: int) -> list[int]:
    first = math.ceil(start / _UNIT / step)
    last = math.floor((start + length) / _UNIT / step)
    return [number * step for number in range(first, last + 1)]
