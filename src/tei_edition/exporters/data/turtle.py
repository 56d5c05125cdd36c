"""The registry in Turtle.

Source: RDF 1.1 Turtle, 2.5 "RDF Literals" and 6.4 "Escape Sequences".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.data.statements import PREFIXES, Statement, iri_of, statements

if TYPE_CHECKING:
    from tei_edition.exporters.data.gathered import Gathered
    from tei_edition.exporters.reading.registers import Entity

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def registry_turtle(data: Gathered, base: str) -> bytes:
    """Return the registry; ``base`` is the address of its entries, empty for names relative to the file."""
    head = "\n".join(f"@prefix {prefix}: <{address}> ." for prefix, address in PREFIXES.items())
    return "\n".join([head, *(_entry(entity, base) for entity in data.entities.values())]).encode() + b"\n"


def _entry(entity: Entity, base: str) -> str:
    lines = [f"{statement.predicate} {_object(statement)}" for statement in dict.fromkeys(statements(entity))]
    return f"\n<{iri_of(entity.key, base)}>\n    " + " ;\n    ".join(lines) + " ."


def _object(statement: Statement) -> str:
    if statement.type == "class":
        return statement.value
    if statement.type == "iri":
        return f"<{statement.value}>"
    words = f'"{statement.value.translate(_ESCAPES)}"'
    if statement.type != "text":
        return f"{words}^^{statement.type}"
    return f"{words}@{statement.language}" if statement.language else words
