"""The registry as statements of linked data, before they are written down in Turtle or JSON-LD.

Source: schema.org 29; FOAF Vocabulary 0.99; CIDOC CRM 7.1 in RDF; WGS84 Geo Positioning vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_edition.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.exporters.reading.registers import Entity

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "crm": "http://www.cidoc-crm.org/cidoc-crm/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_BIRTH = MappingProxyType({"persons": "birthDate", "organisations": "foundingDate", "events": "startDate"})
_DEATH = MappingProxyType({"persons": "deathDate", "organisations": "dissolutionDate", "events": "endDate"})
_DATES = ((re.compile(r"\d{4}"), "xsd:gYear"), (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"))


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said of an entry.

    Attributes:
        predicate: With a prefix: ``schema:name``; ``a`` for its class.
        value: The words, the IRI, or a class with its prefix.
        type: ``iri``, ``class`` or ``text``, or the datatype of a literal with its prefix: ``xsd:gYear``.
        language: Of a text; may be empty.
    """

    predicate: str
    value: str
    type: str = "text"
    language: str = ""


def iri_of(key: str, base: str) -> str:
    """Return the IRI of a register's entry: a fragment of ``base``, relative where that is empty."""
    return f"{base}#{quote(key, safe='-._~')}"


def statements(entity: Entity) -> Iterator[Statement]:
    """Yield what is said of an entry: classes first, then names, facts and other files' names for it."""
    classes = _classes()[entity.kind]
    for class_ in classes:
        yield Statement("a", class_, "class")
    for predicate in ("rdfs:label", "schema:name", "foaf:name"):
        if predicate != "foaf:name" or any(class_.startswith("foaf:") for class_ in classes):
            yield Statement(predicate, entity.name, "text", entity.language)
    for variant in entity.variants:
        yield Statement("schema:alternateName", variant, "text", entity.language)
    yield from _facts(entity)
    for identifier in entity.identifiers:
        words = f"{identifier.type}:{identifier.value}" if identifier.type else identifier.value
        yield (
            Statement("schema:sameAs", identifier.iri, "iri")
            if identifier.iri
            else Statement("schema:identifier", words)
        )


@cache
def _classes() -> Mapping[str, list[str]]:
    return {kind: classes.split() for kind, classes in rows(__file__, "classes.tsv")}


def _facts(entity: Entity) -> Iterator[Statement]:
    for predicate, date in ((_BIRTH, entity.birth), (_DEATH, entity.death)):
        if date and entity.kind in predicate:
            yield Statement(f"schema:{predicate[entity.kind]}", date, _datatype(date))
    if entity.occupation:
        yield Statement("schema:jobTitle", entity.occupation, "text", entity.language)
    if entity.description:
        yield Statement("schema:description", entity.description, "text", entity.language)
    if entity.country:
        yield Statement("schema:addressCountry", entity.country, "text", entity.language)
    if entity.coordinates:
        yield Statement("geo:lat", str(entity.coordinates.latitude), "xsd:decimal")
        yield Statement("geo:long", str(entity.coordinates.longitude), "xsd:decimal")


def _datatype(date: str) -> str:
    return next((datatype for pattern, datatype in _DATES if pattern.fullmatch(date)), "xsd:date")
