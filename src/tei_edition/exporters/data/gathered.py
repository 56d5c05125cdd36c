"""What the formats are written from: documents with their mentions, and the entries of all registers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.identifiers import ncname
from tei_edition.exporters.data.mentions import Mention, mentions_of
from tei_edition.exporters.reading.header import Header, header_of
from tei_edition.exporters.reading.registers import Entity, entities_of
from tei_edition.exporters.reading.units import units_of
from tei_edition.tei.names import XML_ID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.tei.document import TeiDocument


@dataclass(frozen=True, slots=True)
class Described:
    """A document: its id, its file name without folders, and the header of its first text."""

    id: str
    file: str
    header: Header
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Documents in their order, entries in theirs, and what was found."""

    documents: tuple[Described, ...]
    entities: Mapping[str, Entity]
    findings: tuple[Finding, ...]

    def mentions(self) -> tuple[Mention, ...]:
        """Return the mentions of all documents in order."""
        return tuple(mention for document in self.documents for mention in document.mentions)

    def by_entity(self) -> dict[str, list[Mention]]:
        """Return the mentions of each entry that has one, by its key."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions():
            if mention.entity:
                found.setdefault(mention.entity, []).append(mention)
        return found


def gather(documents: Sequence[TeiDocument]) -> Gathered:
    """Read documents; one without a text only adds to the registers, one that is no TEI P5 gives a finding."""
    readable: list[tuple[TeiDocument, Header | None]] = []
    findings: list[Finding] = []
    for document in documents:
        units = units_of(document)
        header = header_of(units.units[0].tei) if units.units else None
        refused = [one for one in units.findings if one.code != "B802"]
        findings += refused
        if not refused:
            readable.append((document, header))
    entities = entities_of(document.root for document, _ in readable)
    kinds = {key: entity.kind for key, entity in entities.items()}
    taken: set[str] = set()
    described = []
    for document, header in readable:
        if header is None:
            continue
        identifier = _identifier(document, taken)
        mentions = mentions_of(document.root, identifier, kinds)
        described.append(Described(identifier, file_name(document.name), header, mentions))
    return Gathered(tuple(described), entities, tuple(findings))


def file_name(name: str) -> str:
    """Return a document's name without folders."""
    return name.replace("\\", "/").rpartition("/")[2]


def _identifier(document: TeiDocument, taken: set[str]) -> str:
    stem = file_name(document.name).rpartition(".")[0] or file_name(document.name)
    wanted = document.root.get(XML_ID) or ncname(stem or "document", "doc")
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken.add(found)
    return found
