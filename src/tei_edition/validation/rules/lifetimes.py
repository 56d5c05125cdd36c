"""R436, R439: a death before the birth, or long after it. Source: TEI Guidelines, ND "The Person Element"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context


_OLDEST = 120


def check(document: Context) -> Iterator[Issue]:
    """Yield persons that died before they were born (R436) or grew too old (R439), as far as the dates are given."""
    for person in document.named("person"):
        birth, death = person.find("{*}birth"), person.find("{*}death")
        if birth is None or death is None:
            continue
        born, _ = _date(birth, ("when", "notBefore", "from"))
        died, attribute = _date(death, ("when", "notAfter", "to"))
        length = min(len(born), len(died))
        if not length:
            continue
        if died[:length] < born[:length]:
            yield Issue("R436", f"the death ({death.get(attribute)}) is before the birth", death, attribute)
        elif died[0] - born[0] > _OLDEST:
            yield Issue("R439", f"the person would have lived {died[0] - born[0]} years", death, attribute)


def _date(event: Element, attributes: tuple[str, ...]) -> tuple[tuple[int, ...], str]:
    """Return the parts of the first date that the attributes give, and the attribute."""
    found = ((date_parts(event.get(attribute, "")), attribute) for attribute in attributes)
    return next((each for each in found if each[0]), ((), ""))
