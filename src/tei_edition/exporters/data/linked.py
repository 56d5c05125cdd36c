"""The registry in JSON-LD; its context stands in it, so that no program has to fetch one.

Source: JSON-LD 1.1, 4.1 "Advanced Context Usage" and 4.2.4 "String Internationalization".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.data.records import as_json
from tei_edition.exporters.data.statements import PREFIXES, Statement, iri_of, statements

if TYPE_CHECKING:
    from tei_edition.exporters.data.gathered import Gathered
    from tei_edition.exporters.reading.registers import Entity


def registry_graph(data: Gathered, base: str) -> bytes:
    """Return the registry; ``base`` is the address of its entries, empty for names relative to the file."""
    graph = [_node(entity, base) for entity in data.entities.values()]
    return as_json({"@context": dict(PREFIXES), "@graph": graph})


def _node(entity: Entity, base: str) -> dict[str, object]:
    node: dict[str, list[object]] = {}
    for statement in dict.fromkeys(statements(entity)):
        key = "@type" if statement.predicate == "a" else statement.predicate
        node.setdefault(key, []).append(_value(statement))
    return {
        "@id": iri_of(entity.key, base),
        **{key: found[0] if len(found) == 1 else found for key, found in node.items()},
    }


def _value(statement: Statement) -> object:
    if statement.type == "class":
        return statement.value
    if statement.type == "iri":
        return {"@id": statement.value}
    if statement.type != "text":
        return {"@value": statement.value, "@type": statement.type}
    return {"@value": statement.value, "@language": statement.language} if statement.language else statement.value
