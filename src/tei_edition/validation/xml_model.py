"""The schemas that a document names in ``<?xml-model?>``.

Source: ISO/IEC 19757-11 and W3C, "Associating Schemas with XML documents 1.0".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tei_edition.validation.schema_source import SchemaSource

_PROLOG = 65_536
_INSTRUCTION = re.compile(r"<\?xml-model\s(.*?)\?>|<!--.*?-->|(<[A-Za-z_])", re.DOTALL)
_PART = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_RELAX_NG = "http://relaxng.org/ns/structure/1.0"
_COMPACT = "application/relax-ng-compact-syntax"


class Model(NamedTuple):
    """One such instruction: the address of a RELAX NG schema, and line and column of the instruction, from 1."""

    href: str
    line: int
    column: int


def relax_ng_models(data: bytes) -> Iterator[Model]:
    """Yield the RELAX NG schemas that a document names before its root."""
    codec = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    prolog = data[:_PROLOG].decode(codec, "replace").replace("\r\n", "\n")
    for found in _INSTRUCTION.finditer(prolog):
        if found[2]:
            return
        parts = {part[1]: part[2] or part[3] or "" for part in _PART.finditer(found[1] or "")}
        kind, href = parts.get("schematypens", ""), parts.get("href", "")
        written_in_xml = href.lower().endswith(".rng") or parts.get("type") != _COMPACT
        if href and (kind == _RELAX_NG or (not kind and href.lower().endswith(".rng"))) and written_in_xml:
            before = prolog[: found.start()]
            yield Model(href, before.count("\n") + 1, len(before) - before.rfind("\n"))


def schema_named(
    data: bytes, name: str, known: Callable[[str], SchemaSource | None]
) -> tuple[SchemaSource | None, tuple[Finding, ...]]:
    """Return the first schema that a document names and that is known here, and what to say where none is.

    Args:
        data: The document.
        name: How findings call it.
        known: Gives the schema of an address, None where it is unknown; nothing is fetched.
    """
    unknown = []
    for model in relax_ng_models(data):
        schema = known(model.href)
        if schema:
            return schema, ()
        message = f"the schema {model.href} is not known here; another one judges this document"
        hint = f"tei-edition schemas add NAME {model.href}"
        unknown.append(finding("S222", message, Locus(name, model.line, model.column), hint=hint))
    return None, tuple(unknown[:1])
