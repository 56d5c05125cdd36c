"""Users' own rules in Schematron, run on a document's tree; loaded only where a user names some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.validation.issue import Issue
from tei_edition.validation.options import LIMIT
from tei_edition.validation.schematron.engines import engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

_WARNING = re.compile(r"warn|nonfatal|non-fatal|recommend|should", re.IGNORECASE)
_INFO = re.compile(r"info|hint|note|may", re.IGNORECASE)

__all__ = ["SchematronSource", "engine", "not_run", "schematron_issues"]


class SchematronSource(NamedTuple):
    """A Schematron schema: how findings call it, and its bytes."""

    name: str
    source: bytes


def schematron_issues(elements: Sequence[Element], schema: SchematronSource) -> Iterator[Issue]:
    """Yield what a user's rules object to (R491 to R493, by their role).

    Args:
        elements: The elements of a document, the root first, in document order.
        schema: The rules.

    Raises:
        UsageError: if they cannot be run.
    """
    run = engine(schema.source, schema.name)
    for number, hit in enumerate(run.hits(elements[0])):
        if number == LIMIT:
            return
        check = run.checks[int(hit.get("check", "0"))]
        element = elements[int(hit.get("at", "0"))]
        message = " ".join("".join(hit.itertext()).split()) or check.test
        attribute = hit.get("attribute", "").removeprefix("{}")
        hint = f"see {schema.name}:{check.element.sourceline}: {check.element.get('see') or check.test}"
        yield Issue(_code(check.role), message, element, attribute, hint)


def not_run(schema: SchematronSource) -> tuple[Finding, ...]:
    """Return the rules that cannot be run here, each with its place in the schema (R494).

    Raises:
        UsageError: if none can.
    """
    skipped = engine(schema.source, schema.name).skipped
    return tuple(
        finding("R494", f"not run: the rule about {rule.context}", Locus(schema.name, rule.element.sourceline or 0))
        for rule in skipped
    )


def _code(role: str) -> str:
    if _WARNING.search(role):
        return "R492"
    return "R493" if _INFO.search(role) else "R491"
