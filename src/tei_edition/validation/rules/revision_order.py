"""R469: revisions that are not in order, newest first. Source: TEI Guidelines, HD "The Revision Description"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield the first change of each revisionDesc that is newer than the one before it."""
    for element in document.named("revisionDesc"):
        changes = [change for change in element.iterchildren("*") if change.get("when")]
        for before, change in pairwise(changes):
            older, newer = date_parts(before.get("when", "")), date_parts(change.get("when", ""))
            length = min(len(older), len(newer))
            if older[:length] < newer[:length]:
                message = f"the <change> of {change.get('when')} stands below that of {before.get('when')}"
                yield Issue("R469", message, change, "when")
                break
