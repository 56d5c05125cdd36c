"""Places: which place of the gazetteer a name means, by size and by the other places of the article."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import COUNTRY, DIVISION, Place, country_names, folded, places_named
from tei_edition.core.identifiers import slug
from tei_edition.model.registry import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

_AREAS = frozenset({COUNTRY, DIVISION})
_SHORT = 4  # words in capitals as short as this are initials: USSR
_CLEAR = 0.3  # least difference of scores between the best place and the next (a population twice as great)


class Places:
    """The places of one article: learns every mention first, then says which place each means."""

    def __init__(self, mentions: Iterable[tuple[str, str]]) -> None:
        """Learn mentions as (name, name of the place that follows after a comma or nothing) pairs."""
        self.mentions = dict.fromkeys(mentions)
        self.countries: Counter[str] = Counter()
        self.divisions: Counter[tuple[str, str]] = Counter()
        for name, region in self.mentions:
            self._weigh(name)
            if region:
                self._weigh(region)
        self.chosen = {mention: self._choose(*mention) for mention in self.mentions}
        self.forms: dict[int, set[str]] = {}
        self.bearers: dict[str, set[tuple[int, str, str]]] = {}
        known = [(name, place) for (name, _), place in self.chosen.items() if place is not None]
        for name, place in known:
            self.forms.setdefault(place.geonames, set()).add(_plain(name))
        for name, place in known:
            whole = (place.geonames, place.country, place.division)
            self.bearers.setdefault(self._preferred(name, place), set()).add(whole)

    def _weigh(self, name: str) -> None:
        found = places_named(name)
        if found and found[0].kind in _AREAS:
            self.countries[found[0].country] += 1
            if found[0].kind == DIVISION:
                self.divisions[found[0].country, found[0].division] += 1

    def _choose(self, name: str, region: str) -> Place | None:
        found = [
            place for place in places_named(name) if place.kind in _AREAS or not region or _lies_in(place, region)
        ] or list(places_named(name))
        ranked = sorted(found, key=self._score, reverse=True)
        if not ranked:
            return None
        clear = len(ranked) == 1 or self._score(ranked[0]) - self._score(ranked[1]) >= _CLEAR
        return ranked[0] if clear or ranked[0].kind == COUNTRY else None

    def _score(self, place: Place) -> float:
        score = math.log10(place.population + 1) + (
            5.0 if place.kind == COUNTRY else 1.0 if place.kind == DIVISION else 0.0
        )
        score += min(1.0, 0.5 * self.countries[place.country])
        return score + (1.5 if (place.country, place.division) in self.divisions else 0.0)

    def reference(self, name: str, region: str) -> str:
        """Return the id of the place that a mention means."""
        place = self.chosen[name, region]
        return self._identifier(name, place)

    def _identifier(self, name: str, place: Place | None) -> str:
        if place is None:
            return f"place-{slug(name) or 'unknown'}"
        preferred = self._preferred(name, place)
        where = slug(place.division if place.country == "US" else place.country)
        return f"place-{slug(preferred) or 'unknown'}" + (f"-{where}" if len(self.bearers[preferred]) > 1 else "")

    def _preferred(self, name: str, place: Place) -> str:
        """Return one name for all the names by which the article calls a place."""
        if place.kind == COUNTRY:
            return country_names()[place.country]
        return max(self.forms[place.geonames], key=lambda form: (len(form), form)) if place.geonames else _plain(name)

    def entities(self) -> tuple[Entity, ...]:
        """Return the places as entities, with coordinates and GeoNames id where one is clearly meant."""
        return tuple(self._entity(name, place) for (name, _), place in self.chosen.items())

    def _entity(self, name: str, place: Place | None) -> Entity:
        identifier = self._identifier(name, place)
        if place is None:
            return Entity(identifier, "place", _plain(name), (name,))
        features = [("geo", f"{place.latitude:g} {place.longitude:g}")]
        if place.kind != COUNTRY:
            features.append(("country", country_names()[place.country]))
        idnos = (("geonames", str(place.geonames)),) if place.geonames else ()
        return Entity(identifier, "place", self._preferred(name, place), (name,), idnos, tuple(features))


def _lies_in(place: Place, region: str) -> bool:
    return any(
        place.country == other.country and (other.kind == COUNTRY or place.division == other.division)
        for other in places_named(region)
        if other.kind in _AREAS
    )


def _plain(name: str) -> str:
    words = name.split()
    if len(words) > 1 and folded(words[0]) == "the":
        words = words[1:]
    return " ".join(
        word.capitalize() if len(word) > _SHORT and word.isupper() and "." not in word else word for word in words
    )
