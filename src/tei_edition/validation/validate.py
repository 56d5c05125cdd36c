"""Bytes in, a document and findings out: every layer of validation, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from tei_edition.core.finding import Locus
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.parse import parse
from tei_edition.validation.context import context_of
from tei_edition.validation.options import LIMIT, ValidationOptions
from tei_edition.validation.relaxng import compiled, own_schema, own_table, table_of
from tei_edition.validation.relaxng.acceptance import is_valid
from tei_edition.validation.roots import NO_DOCUMENT, USABLE, check_root, names_a_schema, overlong
from tei_edition.validation.rules import rules_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from tei_edition.core.finding import Finding
    from tei_edition.validation.context import Context
    from tei_edition.validation.issue import Issue
    from tei_edition.validation.relaxng.faults import Fault
    from tei_edition.validation.relaxng.schema import Schema
    from tei_edition.validation.relaxng.tables import Table


@dataclass(frozen=True, slots=True)
class Validated:
    """What came of validating.

    Attributes:
        document: The document; None where the bytes are not well-formed or their root is not TEI's.
        findings: What was found, by place.
    """

    document: TeiDocument | None
    findings: tuple[Finding, ...]


def validate(data: bytes, name: str, *, options: ValidationOptions | None = None) -> Validated:
    """Check a document: bytes, well-formedness, root, schema and rules.

    Args:
        data: The whole document. Nothing outside it is read: no entity, DTD, network or path.
        name: What findings call it: the path as the user gave it.
        options: Schema and codes; None: our own schema, every code.

    Returns:
        The document and the findings. Findings that leave no document are told whatever the options select.

    Raises:
        UsageError: if the options hold a schema that cannot be used. Nothing in ``data`` raises.
    """
    options, unknown = _with_named_schema(data, name, options or ValidationOptions())
    table = _table(options)
    if (line := overlong(data)) is not None:
        from tei_edition.core.catalogue import finding  # noqa: PLC0415 - loaded only when there is something to report

        return Validated(None, (finding("S207", "ten million bytes without any markup", Locus(name, line)),))
    parsed = parse(data, name)
    if parsed.root is None:
        return Validated(None, parsed.findings)
    found = parsed.findings + unknown + _judged(data, name, parsed.root, table, options)
    local = str(parsed.root.tag).rpartition("}")[2]
    usable = local in USABLE and not any(each.code in NO_DOCUMENT for each in found)
    return Validated(TeiDocument(name, data) if usable else None, found)


def _judged(
    data: bytes, name: str, root: Element, table: Table | None, options: ValidationOptions
) -> tuple[Finding, ...]:
    """Return what root, schema and rules object to."""
    wrong = check_root(root)
    if wrong and not _is_root_of_schema(root, options):
        return _reported(data, name, root, (wrong,))
    expansion = None
    if options.xinclude is not None:
        from tei_edition.validation.xinclude import Expansion  # noqa: PLC0415 - loaded only on request

        expansion = Expansion(root, name, options.xinclude)
    context = context_of(root, name=name, corpus=options.corpus)
    violations, schema = _violations(context, table, options)
    # A rule that nobody wants to hear of must not silence the schema.
    broken = tuple(issue for issue in _broken_rules(context) if options.wants(issue.code))
    broken += tuple(expansion.issues) if expansion else ()
    broken += _objections_of_users(context, violations, options)
    del context  # the largest thing here, and places need room too
    if not violations and not broken:
        return ()
    numbers = expansion.numbers if expansion else None
    found = _reported(data, name, root, broken, violations=violations, schema=schema, numbers=numbers)
    return tuple(each for each in found if options.wants(each.code))


def _with_named_schema(
    data: bytes, name: str, options: ValidationOptions
) -> tuple[ValidationOptions, tuple[Finding, ...]]:
    """Return the options with the schema that the document names, and what to say where that is unknown."""
    if options.known is None or options.schema is not None or not options.check_schema or not names_a_schema(data):
        return options, ()
    from tei_edition.validation.xml_model import schema_named  # noqa: PLC0415 - few documents name a schema

    schema, unknown = schema_named(data, name, options.known)
    if schema is None:
        return options, tuple(each for each in unknown if options.wants(each.code))
    return replace(options, schema=schema.source, schema_name=schema.name, resolver=schema), ()


def _objections_of_users(
    context: Context, violations: tuple[Fault, ...], options: ValidationOptions
) -> tuple[Issue, ...]:
    """Return what the second schema and the Schematron of the user object to."""
    found: tuple[Issue, ...] = ()
    if options.conformance:
        from tei_edition.validation.conformance import nonconformities  # noqa: PLC0415 - loaded only on request

        found += nonconformities(context.root, violations, options.conformance)
    if options.schematron:
        from tei_edition.validation.schematron import schematron_issues  # noqa: PLC0415 - loaded only on request

        found += tuple(issue for each in options.schematron for issue in schematron_issues(context.elements, each))
    return tuple(issue for issue in found if options.wants(issue.code))


def _table(options: ValidationOptions) -> Table | None:
    """Return the table of the schema, None where there is none; then the schema is compiled, and refused if faulty."""
    if not options.check_schema:
        return None
    if options.schema is None:
        return own_table()
    if options.table is not None:
        return table_of(options.table)
    _schema(options)
    return None


def _schema(options: ValidationOptions) -> Schema:
    if options.schema is None:
        return compiled(own_schema())
    return compiled(options.schema, options.schema_name, options.resolver)


def _is_root_of_schema(root: Element, options: ValidationOptions) -> bool:
    """Tell whether the user's own schema takes a root that TEI does not."""
    return options.check_schema and options.schema is not None and _schema(options).takes_root(str(root.tag))


def _violations(
    context: Context, table: Table | None, options: ValidationOptions
) -> tuple[tuple[Fault, ...], Schema | None]:
    """Return what the schema objects to, and the schema, where it had to be looked into."""
    if not options.check_schema or (table and is_valid(zip(context.elements, context.attributes, strict=True), table)):
        return (), None
    from tei_edition.validation.relaxng.walk import faults  # noqa: PLC0415 - valid documents need the table only

    schema = _schema(options)
    return faults(context.root, schema, LIMIT + 1), schema


def _broken_rules(context: Context) -> tuple[Issue, ...]:
    return tuple(issue for rule in rules_for(context) for issue in islice(rule(context), LIMIT))


def _reported(
    data: bytes,
    name: str,
    root: Element,
    broken: tuple[Issue, ...],
    *,
    violations: tuple[Fault, ...] = (),
    schema: Schema | None = None,
    numbers: Mapping[Element, int] | None = None,
) -> tuple[Finding, ...]:
    # What puts findings into words and places is not loaded while there are none.
    from tei_edition.validation.places import Places  # noqa: PLC0415 - loaded only when there is something to report
    from tei_edition.validation.report import report  # noqa: PLC0415 - loaded only when there is something to report

    return report(Places(data, name, root, numbers), broken, violations, schema)
