"""The schema that a user means: by a name of the project, or by a path."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from tei_edition.core.errors import UsageError
from tei_edition.edition.schemas.gathering import from_file
from tei_edition.edition.schemas.store import OURS, SchemaStore

if TYPE_CHECKING:
    from tei_edition.validation.schema_source import SchemaSource


def chosen(wanted: str, store: SchemaStore) -> SchemaSource | None:
    """Return a schema by the name it has in the project, or by its path; None for the one that comes with the program.

    Args:
        wanted: A name or a path; a path is relative to the folder of the project.
        store: The schemas of the project.

    Raises:
        UsageError: if there is neither, or it is no RELAX NG.
    """
    if wanted == OURS:
        return None
    if schema := store.schema(wanted):
        return schema
    path = store.root / wanted
    if path.exists() or "/" in wanted or path.suffix:
        return from_file(path)
    known = [OURS, *store.entries()]
    near = difflib.get_close_matches(wanted, known, 1)
    message = f"there is no schema {wanted}"
    cure = (
        f"did you mean {near[0]}?" if near else f"add it with `tei-edition schemas add {wanted} FILE`, or name a file"
    )
    raise UsageError(message, cure=cure)
