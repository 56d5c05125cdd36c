"""Registers of persons, places, organisations, works and events, as the entries of indexes.

Source: TEI Guidelines, SASOstdf "The standOff Container"; NDPERS "Biographical and Prosopographical Data"; CCAHPA "The
Participant Description".
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tei_edition.exporters.reading.header import date_of, person_of, text
from tei_edition.exporters.reading.language import language_tag
from tei_edition.tei.names import XML_ID, XML_LANG, is_tei, local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

_PLACES = frozenset({"standOff", "particDesc", "settingDesc", "back"})
_LISTS = frozenset({"standOff", "listBibl", "listPerson", "listPlace", "listOrg", "listEvent"})
_ABOUT = ("occupation", "note", "desc", "country", "region")
_USABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-]+(?:/[^\s<>\"{}|\\^`\[\]]*)?")
_LONGEST = 600
_COORDINATES = re.compile(r"(-?\d+(?:[.,]\d+)?)[\s;,]\s*(-?\d+(?:[.,]\d+)?)")
_POLE = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a register.

    Attributes:
        kind: ``persons``, ``places``, ``organisations``, ``works`` or ``events``.
        key: Its xml:id in the TEI.
        id: Its id on the index page.
        term: How it is sorted and shown: ``Lenin, V.I.``.
        name: How it is called in a sentence: ``V.I. Lenin``.
        variants: Other names.
        about: Dates, occupation, description.
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


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads((files("tei_edition.exporters.epub") / "registers.toml").read_text("utf-8"))


def kinds() -> tuple[str, ...]:
    """Return the kinds of registers in the order of their indexes."""
    return tuple(kind for kind in _tables() if kind != "addresses")


def entries_of(roots: Iterable[Element]) -> dict[str, Entry]:
    """Return the entries of all registers in the documents by xml:id; the first of two with the same id counts."""
    found: dict[str, Entry] = {}
    taken: set[str] = set()
    names = {element: kind for kind in kinds() for element in _tables()[kind]["entries"]}
    for element, kind in _elements(roots, names):
        key = element.get(XML_ID, "")
        if key not in found:
            identifier = key if _USABLE.fullmatch(key) else f"entry-{len(found) + 1}"
            while identifier in taken:
                identifier += "-2"
            taken.add(identifier)
            found[key] = _entry(element, kind, key, identifier)
    return found


def _elements(roots: Iterable[Element], names: Mapping[str, str]) -> Iterator[tuple[Element, str]]:
    for root in roots:
        for place in root.iter():
            if not is_tei(place) or local_name(place) not in _PLACES:
                continue
            for element in place.iter():
                kind = names.get(local_name(element)) if is_tei(element) else None
                parent = element.getparent()
                listed = kind != "works" or (parent is not None and local_name(parent) in _LISTS)
                if kind and listed and element.get(XML_ID):
                    yield element, kind


def _entry(element: Element, kind: str, key: str, identifier: str) -> Entry:
    wanted = _tables()[kind]["names"]
    names = [node for node in element.iter() if is_tei(node, *wanted)]
    names = [node for node in names if not any(node in other.iter() for other in names if other is not node)]
    preferred = [node for node in names if node.get("type") in {"pref", "main", "preferred"}] or names
    name = text(preferred[0]) if preferred else text(element)[:_LONGEST] or key
    term = person_of(preferred[0]).file_as if kind == "persons" and preferred else name
    others = (text(node) for node in names if not preferred or node is not preferred[0])
    return Entry(
        kind=kind,
        key=key,
        id=identifier,
        term=term or key,
        name=name or key,
        variants=tuple(dict.fromkeys(other for other in others if other and other not in {name, term})),
        about=_about(element, kind, name),
        identifiers=tuple(_identifiers(element)),
        language=language_tag(element.get(XML_LANG, "")),
    )


def _about(element: Element, kind: str, name: str) -> str:
    if kind == "works":
        about = text(element)
        return "" if about == name else about[:_LONGEST]
    dates = [_year(element, "birth"), _year(element, "death")]
    parts = ["–".join(dates)] if any(dates) else []
    parts += [date_of(element)] if kind == "events" and date_of(element) else []
    parts += [words for child in element if (words := _said(child))]
    return ", ".join(part.rstrip(".,; ") for part in parts if part)[:_LONGEST]


def _said(element: Element) -> str:
    """Return what an element of an entry says of it; of a place, where it lies."""
    if is_tei(element, *_ABOUT):
        return text(element)
    geo = (
        next((text(node) for node in element.iter() if is_tei(node, "geo")), "") if is_tei(element, "location") else ""
    )
    match = _COORDINATES.fullmatch(geo)
    if match is None:
        return ""
    latitude, longitude = (float(value.replace(",", ".")) for value in match.groups())
    if abs(latitude) > _POLE or abs(longitude) > 2 * _POLE:
        return ""
    sides = ("S" if latitude < 0 else "N", "W" if longitude < 0 else "E")
    return f"{abs(latitude):g}° {sides[0]}, {abs(longitude):g}° {sides[1]}"


def _year(element: Element, name: str) -> str:
    child = next((child for child in element if is_tei(child, name)), None)
    if child is None:
        return ""
    dates = [date for node in child.iter() if is_tei(node, "date", name) and (date := date_of(node))]
    return dates[0][:4] if dates else ""


def _identifiers(element: Element) -> Iterator[tuple[str, str]]:
    for idno in element:
        value = text(idno) if is_tei(idno, "idno") else ""
        if not value:
            continue
        kind = idno.get("subtype") or idno.get("type") or ""
        pattern = _tables()["addresses"].get(kind.lower(), "")
        address = value if "://" in value else pattern.format(value) if pattern else ""
        yield (
            f"{kind} {value}".strip() if "://" not in value else kind or value,
            (address if _ADDRESS.fullmatch(address) else ""),
        )
