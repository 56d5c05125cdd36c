"""The tables of users' own schemas: each is made once, and kept by the digest of its schema."""

from __future__ import annotations

from tei_edition.core.digest import digest_bytes
from tei_edition.core.errors import UsageError
from tei_edition.edition.memory import keep, memory, recall
from tei_edition.validation.relaxng import compiled, table_of, written_table
from tei_edition.validation.relaxng.tables import FORMAT

_KEPT = 16


def table_for(schema: bytes, name: str) -> bytes | None:
    """Return the table of a schema; None where it is faulty, needs other files, or its table cannot be kept.

    Args:
        schema: The schema.
        name: How errors call it.
    """
    path = f"{memory('tables')}/{digest_bytes(schema)}.{FORMAT}.json"
    known = recall(path)
    if known:
        try:
            table_of(known)
        except ValueError:
            known = b""
    return known or _made(schema, name, path)


def _made(schema: bytes, name: str, path: str) -> bytes | None:
    try:
        table = written_table(compiled(schema, name))
    except UsageError:
        # Whether that matters to the documents at hand is seen when they are validated.
        return None
    return table if keep(path, table, most=_KEPT) else None
