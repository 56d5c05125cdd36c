"""A schema with all the files it is made of, in one value that travels between processes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SchemaSource:
    """A RELAX NG schema; called with the name of a file that it includes, it gives that file: a resolver.

    Attributes:
        name: How errors call it; files that it names are looked for relative to this.
        source: The schema in XML syntax.
        files: Names and bytes of the files that it includes, by the names that ``SchemaFiles`` asks for.
    """

    name: str
    source: bytes
    files: tuple[tuple[str, bytes], ...] = ()

    def __call__(self, name: str) -> bytes | None:
        """Return the bytes of a file that the schema includes; None where there is none."""
        return dict(self.files).get(name)
