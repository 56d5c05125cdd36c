"""Dates of a time that has not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import TEMPORAL, date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_NOT_YET = 2100
_DAY = len("19970428")


def check(document: Context) -> Iterator[Issue]:
    """Yield dates of the twenty-second century and later."""
    for attribute, value, elements in document.values(*TEMPORAL):
        parts = date_parts(value)
        if parts and parts[0] >= _NOT_YET:
            message = f"@{attribute} is in the year {parts[0]}"
            # Eight digits are a year for XML Schema, and a day for people.
            hint = _advice(value) if len(value.strip()) == _DAY else None
            yield from (Issue("R437", message, element, attribute, hint) for element in elements)


def _advice(value: str) -> str | None:
    from tei_edition.validation.date_advice import advice  # noqa: PLC0415 - few documents need it

    return advice(value)
