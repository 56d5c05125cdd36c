"""Parts of a map where places lie so close that they need maps of their own."""

from __future__ import annotations

import math
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

from tei_edition.exporters.html.projection import EARTH, View, view_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.reading.coordinates import Coordinates

_CELL, _EAST, _NORTH = 4, 3, 1
_CROWD, _REGIONS = 12, 4


def regions_of(points: Sequence[Coordinates], view: View) -> list[View]:
    """Return the parts of a map of half the Earth or more where points lie so close that they need maps of their own.

    Args:
        points: On the map.
        view: Of the map.
    """
    found: list[View] = []
    left = list(points) if view.width >= EARTH / 3 else []
    while len(found) < _REGIONS:
        cells = Counter((math.floor(point.longitude / _CELL), math.floor(point.latitude / _CELL)) for point in left)
        windows = {(x, y): _within(cells, x, y) for x, y in cells}
        best = max(sorted(windows), key=windows.__getitem__, default=None)
        if best is None or windows[best] < _CROWD:
            break
        own = [point for point in left if _is_near(point, best)]
        found.append(view_of(own))
        left = [point for point in left if not found[-1].holds(point)]
    return found


def _within(cells: Counter[tuple[int, int]], x: int, y: int) -> int:
    """Return how many points lie in the cell and in those around it that a narrow map shows with it."""
    near = product(range(x - _EAST, x + _EAST + 1), range(y - _NORTH, y + _NORTH + 1))
    return sum(cells[cell] for cell in near)


def _is_near(point: Coordinates, cell: tuple[int, int]) -> bool:
    x, y = math.floor(point.longitude / _CELL), math.floor(point.latitude / _CELL)
    return abs(x - cell[0]) <= _EAST and abs(y - cell[1]) <= _NORTH
