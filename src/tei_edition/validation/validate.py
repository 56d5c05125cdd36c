"""Bytes in, a document and findings out: every layer of validation, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.tei.document import TeiDocument
from tei_edition.validation.context import context_of
from tei_edition.validation.options import ValidationOptions
from tei_edition.validation.places import Places
from tei_edition.validation.relaxng import check, compiled, own_schema
from tei_edition.validation.roots import check_root
from tei_edition.validation.rules import RULES
from tei_edition.validation.supersede import without_repetitions
from tei_edition.validation.tree import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from tei_edition.core.finding import Finding
    from tei_edition.validation.issue import Issue


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
    schema = compiled(own_schema() if options.schema is None else options.schema) if options.check_schema else None
    tree = read(data, name)
    if tree.root is None:
        return Validated(None, tree.findings)
    places = Places(data, name, tree.root)
    if wrong := check_root(tree.root):
        return Validated(None, (*tree.findings, *_findings((wrong,), places)))
    violations = check(tree.root, schema) if schema else ()
    issues = without_repetitions(violations, _broken_rules(tree.root))
    found = (*tree.findings, *_findings(issues, places))
    document = TeiDocument(name, data) if tree.usable else None
    return Validated(document, tuple(each for each in found if options.wants(each)))


def _broken_rules(root: Element) -> tuple[Issue, ...]:
    context = context_of(root)
    return tuple(issue for rule in RULES for issue in rule(context))


def _findings(issues: Iterable[Issue], places: Places) -> list[Finding]:
    found = [finding(i.code, i.message, places.of(i.element, i.attribute), hint=i.hint) for i in issues]
    return sorted(dict.fromkeys(found), key=lambda each: (each.locus, each.code, each.message))
