"""Bytes in, a document and findings out: every layer of validation, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tei_edition.tei.document import TeiDocument
from tei_edition.tei.parse import parse
from tei_edition.validation.context import context_of
from tei_edition.validation.options import LIMIT, ValidationOptions
from tei_edition.validation.relaxng import compiled, faults, own_schema
from tei_edition.validation.roots import USABLE, check_root
from tei_edition.validation.rules import RULES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.core.finding import Finding
    from tei_edition.validation.issue import Issue
    from tei_edition.validation.relaxng import Fault, Schema


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
    options = options or ValidationOptions()
    schema = _schema(options)
    parsed = parse(data, name)
    root = parsed.root
    if root is None:
        return Validated(None, parsed.findings)
    own_root = options.schema is not None and schema is not None and schema.takes_root(str(root.tag))
    wrong = None if own_root else check_root(root)
    if wrong:
        return Validated(None, (*parsed.findings, *_findings(data, name, root, (wrong,))))
    violations = faults(root, schema, LIMIT + 1) if schema else ()
    # A rule that nobody wants to hear of must not silence the schema.
    broken = tuple(issue for issue in _broken_rules(root) if options.wants(issue.code))
    found = parsed.findings
    if violations or broken:
        found += _findings(data, name, root, broken, violations, schema)
    document = TeiDocument(name, data) if str(root.tag).rpartition("}")[2] in USABLE else None
    return Validated(document, tuple(each for each in found if options.wants(each.code)))


def _schema(options: ValidationOptions) -> Schema | None:
    if not options.check_schema:
        return None
    if options.schema is None:
        return compiled(own_schema())
    return compiled(options.schema, options.schema_name, options.resolver)


def _broken_rules(root: Element) -> tuple[Issue, ...]:
    context = context_of(root)
    return tuple(issue for rule in RULES for issue in islice(rule(context), LIMIT))


def _findings(
    data: bytes,
    name: str,
    root: Element,
    broken: tuple[Issue, ...],
    violations: tuple[Fault, ...] = (),
    schema: Schema | None = None,
) -> tuple[Finding, ...]:
    # What puts findings into words is not loaded while there are none.
    from tei_edition.validation.report import report  # noqa: PLC0415 - loaded only when there is something to report

    return report(data, name, root, broken, violations, schema)
