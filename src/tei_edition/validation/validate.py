"""Bytes in, a document and findings out: every layer of validation, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tei_edition.core.finding import Locus
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.parse import parse
from tei_edition.validation.context import context_of
from tei_edition.validation.options import LIMIT, ValidationOptions
from tei_edition.validation.places import Places
from tei_edition.validation.relaxng import compiled, faults, own_schema
from tei_edition.validation.roots import NO_DOCUMENT, USABLE, check_root, overlong
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
    if (line := overlong(data)) is not None:
        from tei_edition.core.catalogue import finding  # noqa: PLC0415 - loaded only when there is something to report

        return Validated(None, (finding("S207", "ten million bytes without any markup", Locus(name, line)),))
    parsed = parse(data, name)
    if parsed.root is None:
        return Validated(None, parsed.findings)
    found = parsed.findings + _judged(data, name, parsed.root, schema, options)
    local = str(parsed.root.tag).rpartition("}")[2]
    usable = local in USABLE and not any(each.code in NO_DOCUMENT for each in found)
    return Validated(TeiDocument(name, data) if usable else None, found)


def _judged(
    data: bytes, name: str, root: Element, schema: Schema | None, options: ValidationOptions
) -> tuple[Finding, ...]:
    """Return what root, schema and rules object to."""
    own_root = options.schema is not None and schema is not None and schema.takes_root(str(root.tag))
    if not own_root and (wrong := check_root(root)):
        return _reported(Places(data, name, root), (wrong,))
    expansion = None
    if options.xinclude is not None:
        from tei_edition.validation.xinclude import Expansion  # noqa: PLC0415 - loaded only on request

        expansion = Expansion(root, name, options.xinclude)
    violations = faults(root, schema, LIMIT + 1) if schema else ()
    # A rule that nobody wants to hear of must not silence the schema.
    broken = tuple(issue for issue in _broken_rules(name, root, options) if options.wants(issue.code))
    broken += tuple(expansion.issues) if expansion else ()
    if not violations and not broken:
        return ()
    found = _reported(Places(data, name, root, expansion.numbers if expansion else None), broken, violations, schema)
    return tuple(each for each in found if options.wants(each.code))


def _schema(options: ValidationOptions) -> Schema | None:
    if not options.check_schema:
        return None
    if options.schema is None:
        return compiled(own_schema())
    return compiled(options.schema, options.schema_name, options.resolver)


def _broken_rules(name: str, root: Element, options: ValidationOptions) -> tuple[Issue, ...]:
    context = context_of(root, name=name, corpus=options.corpus)
    return tuple(issue for rule in RULES for issue in islice(rule(context), LIMIT))


def _reported(
    places: Places, broken: tuple[Issue, ...], violations: tuple[Fault, ...] = (), schema: Schema | None = None
) -> tuple[Finding, ...]:
    # What puts findings into words is not loaded while there are none.
    from tei_edition.validation.report import report  # noqa: PLC0415 - loaded only when there is something to report

    return report(places, broken, violations, schema)
