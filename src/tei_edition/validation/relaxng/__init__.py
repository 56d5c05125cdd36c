"""RELAX NG: the one place that judges validity. An engine of our own, element by element.

Nothing is loaded from a path or the network: what a schema names is asked of the caller's resolver.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tei_edition.validation.relaxng.faults import Fault, Kind
from tei_edition.validation.relaxng.files import Resolver
from tei_edition.validation.relaxng.schema import Schema
from tei_edition.validation.relaxng.walk import faults

__all__ = ["Fault", "Kind", "Resolver", "Schema", "compiled", "faults", "own_schema"]


@cache
def own_schema() -> bytes:
    """Return the RELAX NG schema that comes with tei-edition."""
    return (Path(__file__).parents[2] / "schemas" / "tei_edition.rng").read_bytes()


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
    return Schema(source, name, resolver)
