"""Conformance to TEI: what a second schema, such as tei_all, objects to in documents of a project's own schema.

Source: TEI Guidelines, USE "Conformance": a conformant document is valid against a schema derived from the TEI's, and
what it adds has a namespace of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.tei.names import TEI_NS
from tei_edition.validation.messages import issues
from tei_edition.validation.options import LIMIT
from tei_edition.validation.relaxng import compiled
from tei_edition.validation.relaxng.walk import faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from tei_edition.validation.issue import Issue
    from tei_edition.validation.relaxng.faults import Fault
    from tei_edition.validation.schema_source import SchemaSource

_CODES = {"S210": "S310", "S211": "S311", "S214": "S314", "S215": "S315"}


def nonconformities(root: Element, told: Iterable[Fault], schema: SchemaSource) -> tuple[Issue, ...]:
    """Return what the schema objects to, but for what another schema has objected to at the same place.

    Args:
        root: The document.
        told: What the document's own schema objects to.
        schema: The second schema.
    """
    known = {(fault.node, fault.attribute) for fault in told}
    read = compiled(schema.source, schema.name, schema)
    found = [fault for fault in faults(root, read, LIMIT) if (fault.node, fault.attribute) not in known]
    return tuple(_told(issue) for issue in issues(found, read) if not _is_extension(issue))


def _told(issue: Issue) -> Issue:
    return replace(issue, code=_CODES.get(issue.code, "S319"), message=f"not TEI: {issue.message}")


def _is_extension(issue: Issue) -> bool:
    """Tell whether the objection is to an element or attribute of a namespace other than the TEI's."""
    name = issue.attribute if issue.attribute.startswith("{") else str(issue.element.tag)
    return not issue.attribute and name.startswith("{") and not name.startswith(f"{{{TEI_NS}}}")
