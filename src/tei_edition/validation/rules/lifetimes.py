"""R436: a death before the birth. Source: TEI Guidelines, ND "Biographical and Prosopographical Data"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield persons that died before they were born, as far as both dates are given."""
    for person in document.named("person"):
        birth, death = person.find("{*}birth"), person.find("{*}death")
        if birth is None or death is None:
            continue
        born, died = date_parts(birth.get("when", "")), date_parts(death.get("when", ""))
        length = min(len(born), len(died))
        if length and died[:length] < born[:length]:
            message = f"the death ({death.get('when')}) is before the birth ({birth.get('when')})"
            yield Issue("R436", message, death, "when")
