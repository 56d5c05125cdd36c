"""The schemas of a project, looked for only when a document names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.validation.schema_source import SchemaSource

CONTENTS = "schemas/schemas.toml"
"""The list of the schemas of a project, in its folder."""


class KnownSchemas:
    """Gives the schema of the project in a folder that an address means; it travels between processes.

    Args:
        root: The folder of the project.
    """

    def __init__(self, root: str = ".") -> None:
        self._root = root

    def __call__(self, address: str) -> SchemaSource | None:
        """Return the schema that a document's address means; None where no schema here answers to it.

        Raises:
            ProjectError: if the schemas of the project cannot be read.
        """
        from pathlib import Path  # noqa: PLC0415 - few documents name a schema

        from tei_edition.edition.schemas.store import OURS, SchemaStore  # noqa: PLC0415 - see above
        from tei_edition.validation.relaxng import own_schema  # noqa: PLC0415 - see above
        from tei_edition.validation.schema_source import SchemaSource  # noqa: PLC0415 - see above

        found = SchemaStore(Path(self._root))(address)
        if found is None and address.rpartition("/")[2] == f"{OURS}.rng":
            return SchemaSource(f"{OURS}.rng", own_schema())
        return found
