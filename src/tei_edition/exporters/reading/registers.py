"""Entries of registers: persons, places, organisations, events and works, with what is known of each.

Source: TEI Guidelines, SASOstdf "The standOff Container"; NDPERS "Biographical and Prosopographical Data"; NDPLAC
"Places"; CCAHPA "The Participant Description".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.tables import rows
from tei_edition.exporters.reading.coordinates import coordinates_of
from tei_edition.exporters.reading.header import date_of, person_of, text
from tei_edition.exporters.reading.language import language_tag
from tei_edition.tei.names import XML_ID, XML_LANG, is_tei, local_name, tei

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.reading.coordinates import Coordinates

_REGISTERS = frozenset({"standOff", "particDesc", "settingDesc", "sourceDesc", "front", "body", "back"})
_LISTS = frozenset({"standOff", "listBibl", "listPerson", "listPlace", "listOrg", "listEvent"})
_PREFERRED = frozenset({"pref", "main", "preferred", "reg"})
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-]+(?::\d+)?(?:/[^\s<>\"{}|\\^`\[\]]*)?")
_CODE = re.compile(r"[\w.\-/:]+")
_LONGEST = 600


class Identifier(NamedTuple):
    """An identifier of an entry in an authority file.

    Attributes:
        type: Of the identifier, as the register has it: ``wikidata``.
        value: As the register has it: ``Q1394``, or a whole address.
        address: A page about it; empty where none is known.
        iri: Its name in linked data; empty where none is known.
    """

    type: str
    value: str
    address: str
    iri: str


class Entity(NamedTuple):
    """One entry of a register; empty strings and tuples where it says nothing.

    Attributes:
        kind: ``persons``, ``places``, ``organisations``, ``events`` or ``works``.
        key: Its xml:id.
        name: How it is called: ``V.I. Lenin``.
        file_as: How it is sorted: ``Lenin, V.I.``.
        variants: Other names.
        birth: When a person was born, an organisation founded or an event began: ``1870`` to ``1870-04-22``.
        death: When that ended.
        occupation: What a person did.
        country: In which a place lies.
        description: Note or description; of a work its whole reference.
        coordinates: Of a place.
        identifiers: In authority files.
        language: BCP 47 tag of the entry, where it has one of its own.
    """

    kind: str
    key: str
    name: str
    file_as: str
    variants: tuple[str, ...] = ()
    birth: str = ""
    death: str = ""
    occupation: str = ""
    country: str = ""
    description: str = ""
    coordinates: Coordinates | None = None
    identifiers: tuple[Identifier, ...] = ()
    language: str = ""

    @property
    def years(self) -> str:
        """Years of life as ``1870–1924``, ``1870–`` or ``–1924``; empty where none is known."""
        first, last = self.birth[:4], self.death[:4]
        return f"{first}–{last}" if first or last else ""


@cache
def _registers() -> Mapping[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Return by kind of entry the elements of the entries, and of their names."""
    table = rows(__file__, "registers.tsv", 3)
    return {kind: (frozenset(entries.split()), tuple(names.split())) for kind, entries, names in table}


@cache
def _authorities() -> Mapping[str, tuple[str, str]]:
    return {kind: (page, iri) for kind, page, iri in rows(__file__, "authorities.tsv", 3)}


def kinds() -> tuple[str, ...]:
    """Return the kinds of entries in their usual order."""
    return tuple(_registers())


def entities_of(roots: Iterable[Element]) -> dict[str, Entity]:
    """Return the entries of all registers in the documents by xml:id; the first of two with the same id counts."""
    names = {element: kind for kind, (entries, _) in _registers().items() for element in entries}
    found: dict[str, Entity] = {}
    for root in roots:
        for element, kind in _entries(root, names):
            key = element.get(XML_ID, "")
            if key not in found:
                found[key] = _entity(element, kind, key)
    return found


def is_entry(element: Element) -> bool:
    """Tell whether an element is an entry of a register, so that the names in it are its own."""
    parent = element.getparent()
    return parent is not None and local_name(parent) in _LISTS and bool(element.get(XML_ID))


def _entries(root: Element, names: Mapping[str, str]) -> Iterator[tuple[Element, str]]:
    for element in root.iter(*map(tei, names)):
        if not element.get(XML_ID):
            continue
        kind = names[local_name(element)]
        parent = element.getparent()
        within = local_name(parent) if parent is not None else ""
        if within in _LISTS or (kind != "works" and within in _REGISTERS):
            yield element, kind


def _entity(element: Element, kind: str, key: str) -> Entity:
    names = _names(element, _registers()[kind][1])
    preferred = next((node for node in names if node.get("type") in _PREFERRED), names[0] if names else None)
    name = text(preferred) if preferred is not None else ""
    name = name or text(element)[:_LONGEST] or key
    file_as = person_of(preferred).file_as if kind == "persons" and preferred is not None else name
    shown = person_of(preferred).name if kind == "persons" and preferred is not None else name
    others = (text(node) for node in names if node is not preferred)
    whole = text(element)[:_LONGEST] if kind == "works" else _text(element, "note", "desc")
    return Entity(
        kind=kind,
        key=key,
        name=shown or name,
        file_as=file_as or name,
        variants=tuple(dict.fromkeys(other for other in others if other and other not in {name, file_as})),
        birth=_when(element, "birth", ("when", "from", "notBefore")),
        death=_when(element, "death", ("to", "notAfter")),
        occupation="; ".join(text(child) for child in element if is_tei(child, "occupation") and text(child)),
        country="" if kind != "places" else _text(element, "country"),
        description="" if whole == name else whole,
        coordinates=coordinates_of(element) if kind == "places" else None,
        identifiers=tuple(_identifiers(element)),
        language=language_tag(element.get(XML_LANG, "")),
    )


def _names(element: Element, wanted: Iterable[str]) -> list[Element]:
    """Return the outermost naming elements of an entry; those of an entry within it are not its own."""
    found: list[Element] = []
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if is_tei(node, *wanted):
            found.append(node)
        elif not is_entry(node) and not is_tei(node, "note", "desc", "relation", "author", "editor"):
            stack += reversed(node)
    return [node for node in found if text(node)]


def _text(element: Element, *names: str) -> str:
    found = (text(node) for child in element for node in _shallow(child) if is_tei(node, *names))
    return next((words for words in found if words), "")[:_LONGEST]


def _shallow(child: Element) -> tuple[Element, ...]:
    """Return a child and, of a place's ``location``, what is in it."""
    return (child, *child) if is_tei(child, "location") else (child,)


def _when(element: Element, name: str, attributes: tuple[str, ...]) -> str:
    for child in element:
        if is_tei(child, name):
            dates = (date_of(node) for node in child.iter() if is_tei(node, "date", name))
            return next((date for date in dates if date), "")
    own = next((value for attribute in attributes if (value := element.get(attribute, ""))), "")
    match = re.match(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?", own)
    return match[0] if match else ""


def _identifiers(element: Element) -> Iterator[Identifier]:
    for idno in element:
        value = text(idno) if is_tei(idno, "idno") else ""
        if not value:
            continue
        kind = idno.get("subtype") or idno.get("type") or ""
        if "://" in value:
            address = value if _ADDRESS.fullmatch(value) else ""
            yield Identifier(kind, value, address, address)
            continue
        patterns = _authorities().get(kind.lower(), ("", "")) if _CODE.fullmatch(value) else ("", "")
        yield Identifier(kind, value, patterns[0].format(value), patterns[1].format(value))
