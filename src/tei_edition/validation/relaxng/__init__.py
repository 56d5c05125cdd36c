"""RELAX NG: the one place that judges validity. An engine of our own, element by element.

Nothing is loaded from a path or the network: what a schema names is asked of the caller's resolver. A document is first
held against the schema's table (``acceptance``); only one that the table does not know to be valid is walked through
(``walk``), and only then is the schema itself read.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.validation.relaxng.tables import Table

if TYPE_CHECKING:
    from tei_edition.validation.relaxng.files import Resolver
    from tei_edition.validation.relaxng.schema import Schema

_SCHEMAS = Path(__file__).parents[2] / "schemas"


@cache
def own_schema() -> bytes:
    """Return the RELAX NG schema that comes with tei-edition."""
    return (_SCHEMAS / "tei_edition.rng").read_bytes()


@cache
def own_table() -> Table:
    """Return the table of the schema that comes with tei-edition."""
    return Table.read((_SCHEMAS / "tei_edition.table.json").read_bytes())


@cache
def table_of(written: bytes) -> Table:
    """Return a table that was written by ``written_table``, once a process.

    Raises:
        ValueError: if it is damaged, or of another version.
    """
    return Table.read(written)


def written_table(schema: Schema) -> bytes:
    """Return the table of a schema, to be kept and given to ``table_of``.

    Raises:
        UsageError: if the schema is faulty anywhere.
    """
    from tei_edition.validation.relaxng.tables import dumped  # noqa: PLC0415 - done once a schema
    from tei_edition.validation.relaxng.tabulating import tabulated  # noqa: PLC0415 - done once a schema

    return dumped(tabulated(schema))


@cache
def compiled(source: bytes, name: str = "", resolver: Resolver | None = None) -> Schema:
    """Compile a RELAX NG schema in XML syntax, once a process.

    Args:
        source: The schema.
        name: How errors call it; the files that it names are looked for relative to this.
        resolver: Gives the bytes of these files; None: it may name none.

    Raises:
        UsageError: if the bytes are no such schema, or one that needs files it does not get.
    """
    from tei_edition.validation.relaxng.schema import Schema  # noqa: PLC0415 - valid documents need the table only

    return Schema(source, name, resolver)
