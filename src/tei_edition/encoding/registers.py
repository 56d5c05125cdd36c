"""standOff: the persons, places, organisations, events and works that a text mentions.

Source: TEI Guidelines, ND "Names, Dates, People, and Places"; SA "The standOff Container".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID
from tei_edition.tei.text import add, append_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from tei_edition.model.registry import Entity

_LISTS = (
    ("person", "listPerson", "person", "persName"),
    ("place", "listPlace", "place", "placeName"),
    ("org", "listOrg", "org", "orgName"),
    ("event", "listEvent", "event", "label"),
    ("work", "listBibl", "bibl", "title"),
)
_NAME_PARTS = ("roleName", "forename", "surname")


def write_registers(parent: Element, entities: Sequence[Entity]) -> None:
    """Write ``standOff`` with one list a kind into ``parent``; nothing where there is no entity."""
    if not entities:
        return
    stand_off = add(parent, "standOff")
    for kind, list_name, entry_name, name in _LISTS:
        members = sorted((entity for entity in entities if entity.kind == kind), key=lambda entity: entity.id)
        if members:
            register = add(stand_off, list_name)
            for entity in members:
                _write_entry(add(register, entry_name), entity, name)


def _write_entry(entry: Element, entity: Entity, name: str) -> None:
    entry.set(XML_ID, entity.id)
    if entity.kind == "work":
        _write_work(entry, entity)
        return
    if entity.kind == "event":
        add(entry, "label", entity.preferred)
    else:
        _write_name(entry, entity, name)
        for variant in entity.names:
            if variant != entity.preferred:
                add(entry, name, variant, type="variant")
    if entity.kind == "place":
        _write_location(entry, entity)
    _write_rest(entry, entity)


def _write_name(entry: Element, entity: Entity, name: str) -> None:
    preferred = add(entry, name, type="pref")
    parts = [(part, value) for part in _NAME_PARTS if (value := entity.feature(part))]
    if entity.kind != "person" or " ".join(value for _, value in parts) != entity.preferred:
        append_text(preferred, entity.preferred)
        return
    for number, (part, value) in enumerate(parts):
        if number:
            append_text(preferred, " ")
        add(preferred, part, value)


def _write_location(entry: Element, entity: Entity) -> None:
    country, coordinates = entity.feature("country"), entity.feature("geo")
    if not (country or coordinates):
        return
    location = add(entry, "location")
    if country:
        add(location, "country", country)
    if coordinates:
        add(location, "geo", coordinates)


def _write_rest(entry: Element, entity: Entity) -> None:
    note = entity.feature("note")
    if entity.kind == "place":
        # place wants its notes before its identifiers; person and org take either order.
        if note:
            add(entry, "note", note)
        note = None
    for kind, value in entity.idnos:
        add(entry, "idno", value, type=kind)
    if note:
        add(entry, "note", note)


def _write_work(entry: Element, entity: Entity) -> None:
    add(entry, "title", entity.preferred, level=entity.feature("level") or "m")
    author, reference = entity.feature("author"), entity.feature("authorRef")
    if author:
        element = add(entry, "author", author)
        if reference:
            element.set("ref", f"#{reference}")
    for kind, value in entity.idnos:
        add(entry, "idno", value, type=kind)
