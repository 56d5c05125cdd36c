"""Places: the places of one article as entities, with coordinates and identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import COUNTRY, Place, country_names, folded
from tei_edition.core.identifiers import slug
from tei_edition.linking.toponyms import CLEAR, Choice, choices
from tei_edition.model.registry import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 4  # words in capitals as short as this are initials: USSR
_SURE, _LIKELY, _OPEN = 0.95, 0.8, 0.5
_LARGE = 1.0  # a difference of scores that leaves no doubt

_Key = tuple[int, str, str, str]


class Places:
    """The places of one article: learns every mention first, then says which place each means."""

    def __init__(self, mentions: Iterable[tuple[str, str]]) -> None:
        """Learn mentions as (name, name of the place that follows after a comma or nothing) pairs."""
        self.chosen = choices(mentions)
        self.forms: dict[_Key, set[str]] = {}
        self.bearers: dict[str, set[_Key]] = {}
        for (name, _), choice in self.chosen.items():
            if choice is not None:
                self.forms.setdefault(_key(name, choice), set()).add(_plain(name))
        for (name, _), choice in self.chosen.items():
            if choice is not None:
                self.bearers.setdefault(self._stem(name, choice), set()).add(_key(name, choice))

    def reference(self, name: str, region: str) -> str:
        """Return the id of the place that a mention means."""
        return self._identifier(name, self.chosen[name, region])

    def certainty(self, name: str, region: str) -> float:
        """Return how sure it is, from 0 to 1, that a mention means that place; 1 where the gazetteer has none."""
        choice = self.chosen[name, region]
        if choice is None or choice.margin >= _LARGE:
            return 1.0 if choice is None else _SURE
        return _LIKELY if choice.margin >= CLEAR else _OPEN

    def _identifier(self, name: str, choice: Choice | None) -> str:
        if choice is None:
            return f"place-{slug(_plain(name)) or 'unknown'}"
        stem = self._stem(name, choice)
        place = choice.place
        where = slug(place.division if place.country == "US" else place.country or place.kind)
        return f"place-{slug(stem) or 'unknown'}" + (f"-{where}" if len(self.bearers[stem]) > 1 else "")

    def _stem(self, name: str, choice: Choice) -> str:
        """Return the name that an id is made from: of a country its usual one, whatever the article calls it."""
        if choice.place.kind == COUNTRY and choice.exact:
            return country_names()[choice.place.country]
        return self._preferred(name, choice)

    def _preferred(self, name: str, choice: Choice) -> str:
        """Return one name for all the names by which the article calls a place: its own, never another."""
        forms = self.forms[_key(name, choice)]
        usual = country_names()[choice.place.country] if choice.place.kind == COUNTRY else ""
        return usual if usual in forms else max(forms, key=lambda form: ("." not in form, len(form), form))

    def entities(self) -> tuple[Entity, ...]:
        """Return the places as entities, with coordinates and GeoNames id where the gazetteer has them."""
        return tuple(self._entity(name, choice) for (name, _), choice in self.chosen.items())

    def _entity(self, name: str, choice: Choice | None) -> Entity:
        identifier = self._identifier(name, choice)
        if choice is None:
            return Entity(identifier, "place", _plain(name), (name,))
        place = choice.place
        features = [("geo", f"{place.latitude:g} {place.longitude:g}")]
        if place.country and place.kind != COUNTRY:
            features.append(("country", country_names()[place.country]))
        idnos = (("geonames", str(place.geonames)),) if place.geonames and choice.exact else ()
        return Entity(identifier, "place", self._preferred(name, choice), (name,), idnos, tuple(features))


def _key(name: str, choice: Choice) -> _Key:
    """Return what is one for all names of one place."""
    place: Place = choice.place
    if place.geonames and choice.exact:
        return place.geonames, "", place.country, place.division
    where = f"{place.latitude:g} {place.longitude:g}"
    return 0, where if choice.exact else f"{where} {folded(name)}", place.country, place.division


def _plain(name: str) -> str:
    words = name.split()
    if len(words) > 1 and folded(words[0]) == "the":
        words = words[1:]
    return " ".join(
        word.capitalize() if len(word) > _SHORT and word.isupper() and "." not in word else word for word in words
    )
