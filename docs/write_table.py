# ruff: noqa: INP001 - a script beside the pages that are written likewise, no package
"""Writes the table of our schema: ``python docs/write_table.py``, after each change of the schema."""

from __future__ import annotations

from pathlib import Path

from tei_edition.validation.relaxng import compiled, own_schema, written_table

TARGET = Path(__file__).parents[1] / "src/tei_edition/schemas/tei_edition.table.json"

if __name__ == "__main__":
    TARGET.write_bytes(written_table(compiled(own_schema())) + b"\n")
