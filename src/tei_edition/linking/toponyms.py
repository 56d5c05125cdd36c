"""Toponyms: which place of the gazetteer a name means, by size and by the other places of the article.

Places that only one entry of the gazetteer can mean, or one far better than any other, are anchors: what lies in their
country, in their division or near them is more likely meant.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import COUNTRY, DIVISION, REGION, VARIANT, Place, folded, toponyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_AREAS = frozenset({COUNTRY, DIVISION})
_KINDS = {COUNTRY: 1.5, DIVISION: 0.5, REGION: 0.7, VARIANT: -0.7}
_ANCHOR = 1.0  # least difference of scores that makes the best place an anchor: ten times the population
CLEAR = 0.3  # least difference of scores between the best place and the next: a population twice as great
_EARTH = 6371.0  # kilometres
_WITHIN = 400.0  # kilometres from the centre of a division without a code
_ANCHORS = 40
_LEADING = re.compile(
    r"^(?:the\s+)?(?:greater|downtown|central|inner|outer|northern|southern|eastern|western|north|south|east|west"
    r"|north-?eastern|north-?western|south-?eastern|south-?western|upper|lower|city\s+of|town\s+of|state\s+of"
    r"|republic\s+of|kingdom\s+of|province\s+of|isle\s+of|island\s+of)\s+(?=\w)|^the\s+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:city|state|province|oblast|region|island|islands|republic|prefecture|peninsula)$", re.IGNORECASE
)


_SPELT_OUT = {"st.": "Saint", "st": "Saint", "ste.": "Sainte", "ft.": "Fort", "mt.": "Mount", "pt.": "Point"}
_REGION = re.compile(r"(?:,\s+|\s*\()((?:[A-Z][\w.\-’']*)(?:\s+[A-Z][\w.\-’']*){0,2})")


def region_after(text: str, at: int) -> str:
    """Return the country or division that follows a name at ``at`` after a comma or in brackets; else nothing.

    "Paris, Texas." gives "Texas", "Moscow, London" nothing.
    """
    match = _REGION.match(text, at, at + 80)
    words = match[1].split() if match else []
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        for form in dict.fromkeys((name, name.rstrip("."))):
            if any(place.kind in _AREAS for place in toponyms(form)):
                return form
    return ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name means.

    Attributes:
        place: Its entry in the gazetteer.
        margin: By how much it is better than the next: a power of ten of population, or what weighs as much.
        exact: Whether the gazetteer has the name itself; else only the place that it is a part of ("South London").
    """

    place: Place
    margin: float
    exact: bool


def choices(mentions: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Choice | None]:
    """Return the place that each mention means, None where the gazetteer has none.

    Mentions are (name, name of the place that follows after a comma or nothing) pairs.
    """
    known = {mention: _candidates(*mention) for mention in dict.fromkeys(mentions)}
    anchors = _anchors(known)
    return {
        mention: _choice(mention[0], found, exact=exact, anchors=anchors) for mention, (found, exact) in known.items()
    }


def _candidates(name: str, region: str) -> tuple[tuple[Place, ...], bool]:
    found = toponyms(name) + _spelt_out(name)
    exact = bool(found)
    for pattern in (_TRAILING, _LEADING):
        if not found:
            found = toponyms(pattern.sub("", name))
    inside = tuple(place for place in found if region and place.kind != COUNTRY and _lies_in(place, region))
    if inside:
        return inside, exact
    if [place.kind for place in toponyms(region) if place.kind in _AREAS][:1] == [DIVISION]:
        # A town of that division that the gazetteer does not have: no other town of its name is meant.
        return tuple(place for place in found if place.kind in _AREAS), exact
    return found, exact


def _spelt_out(name: str) -> tuple[Place, ...]:
    first, _, rest = name.partition(" ")
    return toponyms(f"{_SPELT_OUT[first.lower()]} {rest}") if rest and first.lower() in _SPELT_OUT else ()


def _lies_in(place: Place, region: str) -> bool:
    return any(
        place.country == other.country
        and (
            other.kind == COUNTRY
            or place.division == other.division
            or (not other.division and distance(place, other) < _WITHIN)
        )
        for other in toponyms(region)
        if other.kind in _AREAS or (other.kind == REGION and other.country)
    )


def _anchors(known: dict[tuple[str, str], tuple[tuple[Place, ...], bool]]) -> list[tuple[str, Place]]:
    anchors = []
    for (name, region), (found, _) in known.items():
        ranked = sorted(found, key=_size, reverse=True)
        alone = ranked and (len(ranked) == 1 or _size(ranked[0]) - _size(ranked[1]) >= _ANCHOR)
        if alone:
            anchors.append((folded(name), ranked[0]))
        areas = [place for place in toponyms(region) if place.kind in _AREAS][:1] if region else []
        anchors.extend((folded(region), place) for place in areas)
    return anchors


def _choice(name: str, found: Sequence[Place], *, exact: bool, anchors: list[tuple[str, Place]]) -> Choice | None:
    if not found:
        return None
    others = [place for other, place in anchors if other != folded(name)]
    scored = sorted(((_score(place, others), -number, place) for number, place in enumerate(found)), reverse=True)
    best = scored[0]
    rivals = [score for score, _, place in scored[1:] if distance(place, best[2]) > 2 * _WITHIN / 10]
    margin = best[0] - rivals[0] if rivals else math.inf
    return Choice(best[2], margin, exact)


def _size(place: Place) -> float:
    return math.log10(place.population + 1) + _KINDS.get(place.kind, 0.0)


def _score(place: Place, anchors: list[Place]) -> float:
    same_country = sum(other.country == place.country for other in anchors) if place.country else 0
    score = _size(place) + min(1.2, 0.4 * same_country)
    if place.kind != COUNTRY and any(other.kind == COUNTRY and other.country == place.country for other in anchors):
        score += 0.3
    if place.division and place.kind not in _AREAS:
        inside = [other for other in anchors if (other.country, other.division) == (place.country, place.division)]
        score += 1.0 if any(other.kind == DIVISION for other in inside) else 0.7 if inside else 0.0
    if place.kind not in {COUNTRY, REGION}:
        near = [other for other in anchors[:_ANCHORS] if other.kind not in {COUNTRY, REGION}]
        closest = min((distance(place, other) for other in near), default=math.inf)
        score += 1.2 / (1 + closest / 100)
    return score


def distance(one: Place, other: Place) -> float:
    """Return the distance of two places along a great circle, in kilometres."""
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((second - first) / 2) ** 2
    half += math.cos(first) * math.cos(second) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
