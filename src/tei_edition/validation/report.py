"""From faults and issues to findings with their places: loaded only when there is something to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Severity
from tei_edition.validation.messages import issues
from tei_edition.validation.options import LIMIT
from tei_edition.validation.supersede import without_repetitions

if TYPE_CHECKING:
    from tei_edition.validation.issue import Issue
    from tei_edition.validation.places import Places
    from tei_edition.validation.relaxng.faults import Fault
    from tei_edition.validation.relaxng.schema import Schema

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def report(
    places: Places, broken: tuple[Issue, ...], violations: tuple[Fault, ...], schema: Schema | None
) -> tuple[Finding, ...]:
    """Return findings, by place, the gravest where there are too many.

    Args:
        places: The places of the document.
        broken: What rules object to.
        violations: What the schema objects to.
        schema: The schema; None where it objects to nothing.
    """
    translated = issues(violations, schema) if schema else ()
    told = tuple(without_repetitions(translated, broken))
    found = [finding(i.code, i.message, locus, hint=i.hint) for i, locus in zip(told, places.of_all(told), strict=True)]
    return tuple(_capped(list(dict.fromkeys(found))))


def _capped(found: list[Finding]) -> list[Finding]:
    in_place = sorted(found, key=lambda each: (each.locus, each.code, each.message))
    if len(found) <= LIMIT:
        return in_place
    kept = sorted(in_place, key=lambda each: _WEIGHT[each.severity])[:LIMIT]
    kept.sort(key=lambda each: (each.locus, each.code, each.message))
    message = f"there is more to say of this file than {LIMIT} findings; the rest is left out"
    return [*kept, finding("S299", message, kept[-1].locus)]
