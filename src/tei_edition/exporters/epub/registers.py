"""Entries of registers as an index shows them: with an id on its page and what is known of them in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.exporters.reading.registers import entities_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from tei_edition.exporters.reading.coordinates import Coordinates
    from tei_edition.exporters.reading.registers import Entity, Identifier

_USABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_LONGEST = 600


class Entry(NamedTuple):
    """One entry of a register.

    Attributes:
        kind: ``persons``, ``places``, ``organisations``, ``works`` or ``events``.
        key: Its xml:id in the TEI.
        id: Its id on the index page.
        term: How it is sorted and shown: ``Lenin, V.I.``.
        name: How it is called in a sentence: ``V.I. Lenin``.
        variants: Other names.
        about: Dates, occupation, description, where it lies.
        identifiers: Label and address (may be empty) of each identifier.
        language: Of the entry, where it has one of its own.
    """

    kind: str
    key: str
    id: str
    term: str
    name: str
    variants: tuple[str, ...]
    about: str
    identifiers: tuple[tuple[str, str], ...]
    language: str


def entries_of(roots: Iterable[Element]) -> dict[str, Entry]:
    """Return the entries of all registers in the documents by xml:id; the first of two with the same id counts."""
    found: dict[str, Entry] = {}
    taken: set[str] = set()
    for key, entity in entities_of(roots).items():
        identifier = key if _USABLE.fullmatch(key) else f"entry-{len(found) + 1}"
        while identifier in taken:
            identifier += "-2"
        taken.add(identifier)
        found[key] = _entry(entity, identifier)
    return found


def _entry(entity: Entity, identifier: str) -> Entry:
    when = entity.birth if entity.kind == "events" else entity.years
    place = _position(entity.coordinates) if entity.coordinates else ""
    parts = (when, entity.occupation, entity.country, entity.description, place)
    return Entry(
        kind=entity.kind,
        key=entity.key,
        id=identifier,
        term=entity.file_as,
        name=entity.name,
        variants=entity.variants,
        about=", ".join(part.rstrip(".,; ") for part in parts if part)[:_LONGEST],
        identifiers=tuple(map(_label, entity.identifiers)),
        language=entity.language,
    )


def _label(identifier: Identifier) -> tuple[str, str]:
    kind, value = identifier.type, identifier.value
    return (kind or value if "://" in value else f"{kind} {value}".strip()), identifier.address


def _position(coordinates: Coordinates) -> str:
    """Return coordinates as a reader has them: ``51.5° N, 0.1° W``."""
    latitude, longitude = coordinates
    sides = ("S" if latitude < 0 else "N", "W" if longitude < 0 else "E")
    return f"{abs(latitude):g}° {sides[0]}, {abs(longitude):g}° {sides[1]}"
