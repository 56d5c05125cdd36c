"""What a user may choose about validation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from tei_edition.validation.schema_source import SchemaSource
    from tei_edition.validation.schematron import SchematronSource


LIMIT = 1000
"""So many findings are told of one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationOptions:
    """Choices for ``validate``.

    Attributes:
        schema: A RELAX NG schema in XML syntax, as bytes; None stands for the schema that comes with tei-edition.
        table: The table of that very schema, as ``relaxng.written_table`` gives it; None: valid documents take longer.
        schema_name: How errors call the schema; files that it names are looked for relative to this.
        resolver: Gives the bytes of files that the schema includes, by their name; None for one that is not there.
        known: Gives the schema that a document names in ``<?xml-model?>`` by its address, None where it is unknown;
            None: such instructions are passed over. ``schema`` is stronger.
        conformance: A second schema, such as tei_all: what only this one objects to is told with codes S3xx.
        schematron: Rules of the user's.
        key: A digest of what the functions here depend on, for those who keep findings.
        xinclude: Gives the bytes of files that documents include; None: inclusions are left as they are. What is found
            in an included file is told at its inclusion.
        corpus: The xml:ids of every file of the corpus (``identifiers_of``), by the name ``validate`` gets.
        check_schema: False leaves the schema out: only well-formedness, the root element and the rules are checked.
        select: Codes to report, or beginnings of codes (``R4``); empty: all.
        ignore: Codes, or beginnings of codes, to keep silent about; stronger than ``select``.
    """

    schema: bytes | None = None
    table: bytes | None = None
    schema_name: str = "schema"
    resolver: Callable[[str], bytes | None] | None = None
    known: Callable[[str], SchemaSource | None] | None = None
    conformance: SchemaSource | None = None
    schematron: tuple[SchematronSource, ...] = ()
    key: str = ""
    xinclude: Callable[[str], bytes | None] | None = None
    corpus: Mapping[str, AbstractSet[str]] | None = None
    check_schema: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Tell whether findings of a code are to be reported."""
        return (not self.select or code.startswith(self.select)) and not code.startswith(self.ignore)
