"""Names on a map: beside their dots where they cover no other name and no more important dot, else left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTER = 0.56
"""Width of an average letter by the height of the script."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map: centre, radius, name; in the units of the map."""

    x: float
    y: float
    radius: float
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name begins, ends or is centred: x and y of its baseline, and the SVG ``text-anchor``."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def labels_of(
    dots: Sequence[Dot], size: float, frame: tuple[float, float, float, float], most: int
) -> list[Label | None]:
    """Return where the name of each dot stands, None where there is no room for it.

    Args:
        dots: The most important first.
        size: Height of the script.
        frame: Left, top, right and bottom of the map.
        most: How many names the map may have.
    """
    bounds = _Box(*frame)
    taken: list[_Box] = []
    found: list[Label | None] = []
    names = 0
    for dot in dots:
        place = next((one for one in _places(dot, size) if _is_free(one[1], taken, bounds)), None)
        shown = place if names < most else None
        if shown is not None:
            names += 1
            taken.append(shown[1])
        taken.append(_Box(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius))
        found.append(shown[0] if shown else None)
    return found


def _places(dot: Dot, size: float) -> list[tuple[Label, _Box]]:
    width = len(dot.name) * size * _LETTER
    gap = dot.radius + size * 0.25
    middle = dot.y + size * 0.35
    above, below = dot.y - gap, dot.y + gap + size * 0.75
    starts = (
        (Label(dot.x + gap, middle, "start"), dot.x + gap),
        (Label(dot.x - gap, middle, "end"), dot.x - gap - width),
        (Label(dot.x, above, "middle"), dot.x - width / 2),
        (Label(dot.x, below, "middle"), dot.x - width / 2),
    )
    return [(label, _Box(left, label.y - size * 0.8, left + width, label.y + size * 0.25)) for label, left in starts]


def _is_free(box: _Box, others: Sequence[_Box], bounds: _Box) -> bool:
    inside = box.left >= bounds.left and box.right <= bounds.right
    inside = inside and box.top >= bounds.top and box.bottom <= bounds.bottom
    return inside and not any(box.meets(other) for other in others)
