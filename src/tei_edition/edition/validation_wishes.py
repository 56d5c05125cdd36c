"""Wishes granted: other schemas, Schematron, inclusions, the whole corpus."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.errors import UsageError
from tei_edition.core.finding import Finding
from tei_edition.edition.files import read_bytes
from tei_edition.edition.schema_tables import table_for
from tei_edition.edition.schemas.choosing import chosen
from tei_edition.edition.schemas.store import SchemaStore
from tei_edition.validation.context import identifiers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.edition.wishes import Wishes
    from tei_edition.validation.options import ValidationOptions
    from tei_edition.validation.schema_source import SchemaSource
    from tei_edition.validation.schematron import SchematronSource


@dataclass(frozen=True, slots=True)
class _LocalFiles:
    """Gives the bytes of files by relative paths, and of no others."""

    def __call__(self, name: str) -> bytes | None:
        if "://" in name or Path(name).is_absolute():
            return None
        data = read_bytes(Path(name))
        return None if isinstance(data, Finding) else data


def granted(
    options: ValidationOptions, wishes: Wishes, files: Sequence[Path], root: Path
) -> tuple[ValidationOptions, tuple[Finding, ...]]:
    """Return options that fulfil wishes, and findings on what cannot be fulfilled here.

    Args:
        options: The options as they are.
        wishes: The wishes.
        files: The documents that are to be validated.
        root: The folder of the project.

    Raises:
        UsageError: if a schema is not there, or is none.
    """
    second = chosen(wishes.conformance, SchemaStore(root)) if wishes.conformance else None
    rules = tuple(_rules(root / path) for path in wishes.schematron)
    corpus = dict(_identified(files)) if wishes.corpus else None
    schemas = [[digest_bytes(each.source), [digest_bytes(data) for _, data in each.files]] for each in [second] if each]
    identified = sorted((name, sorted(ids)) for name, ids in corpus.items()) if corpus is not None else None
    key = digest_value([options.key, schemas, [[each.name, digest_bytes(each.source)] for each in rules], identified])
    changed = replace(
        options,
        conformance=second,
        schematron=rules,
        xinclude=_LocalFiles() if wishes.xinclude else None,
        corpus=corpus,
        key=key,
    )
    return changed, tuple(each for schema in rules for each in _not_run(schema))


def with_schema(options: ValidationOptions, wanted: str, root: Path) -> ValidationOptions:
    """Return options with a schema, by its name in the project or by its path, and with all that it includes.

    Raises:
        UsageError: if there is none, or it is no RELAX NG.
    """
    schema = chosen(wanted, SchemaStore(root))
    if schema is None:
        return options
    table = None if schema.files else table_for(schema.source, schema.name)
    options = replace(options, key=_key(options, schema), table=table)
    return replace(options, schema=schema.source, schema_name=schema.name, resolver=schema)


def _key(options: ValidationOptions, schema: SchemaSource) -> str:
    return digest_value([options.key, [[name, digest_bytes(data)] for name, data in schema.files]])


def _rules(path: Path) -> SchematronSource:
    from tei_edition.validation.schematron import SchematronSource  # noqa: PLC0415 - on request only

    data = read_bytes(path)
    if isinstance(data, Finding):
        raise UsageError(data.message, path=str(path), cure=data.hint)
    return SchematronSource(str(path), data)


def _not_run(schema: SchematronSource) -> tuple[Finding, ...]:
    from tei_edition.validation.schematron import not_run  # noqa: PLC0415 - on request only

    return not_run(schema)


def _identified(files: Iterable[Path]) -> Iterable[tuple[str, frozenset[str]]]:
    for path in files:
        data = read_bytes(path)
        yield str(path), frozenset() if isinstance(data, Finding) else identifiers_of(data)
