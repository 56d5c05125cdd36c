"""Quotation marks that are not where the header says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_after, text_before, text_of
from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context

_OPENING = ('"', "“", "„", "«")
_CLOSING = ('"', "”", "“", "»")


def check(document: Context) -> Iterator[Issue]:
    """Yield quotations with marks where the header says there are none, and marks outside where it says inside.

    Source: TEI Guidelines, HD "The Editorial Practices Declaration"; CO "Quotation".
    """
    policies = {policy.get("marks") for policy in document.named("quotation")}
    if len(policies) != 1:
        return
    policy = policies.pop()
    for element in document.named("said", "quote", "q"):
        if not within(element, "text"):
            continue
        name = local_name(element)
        if policy == "none" and text_of(element).lstrip().startswith(_OPENING):
            yield Issue("R459", f'<{name}> keeps its marks, and the header says marks="none"', element)
        elif policy == "all" and _before(element).endswith(_OPENING) and text_after(element).startswith(_CLOSING):
            yield Issue("R459", f"the marks of <{name}> stand outside it", element)


def _before(element: Element) -> str:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return text_after(before)
    return "" if parent is None else text_before(parent)
