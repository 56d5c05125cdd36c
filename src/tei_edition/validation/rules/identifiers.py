"""R441, R442: identifiers that do not have their scheme's form or check digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei
from tei_edition.tei.text import text_of
from tei_edition.validation.authority_addresses import wrong_address
from tei_edition.validation.idno import SCHEMES
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield every ``idno`` of a known scheme (by @type, whatever its case) in another form (R441) or mistyped (R442).

    Source: TEI Guidelines, CO "Identifiers" (idno); ISO 3297 (ISSN), ISO 2108 (ISBN), ISO 27729 (ISNI).
    """
    yield from _addresses(document)
    for element in document.named("idno"):
        scheme = SCHEMES.get(element.get("type", "").lower())
        value = text_of(element).strip()
        if value.startswith(("http:", "https:")):
            if told := wrong_address(value):
                yield Issue(*told, element)
            continue
        if scheme is None or not value or any(is_tei(inner, "idno") for inner in element):
            continue
        if not scheme.fits(value):
            yield Issue("R441", f'"{value}" is no {scheme.name}: it should be {scheme.form}', element)
        elif scheme.check and not scheme.check(value):
            yield Issue("R442", f'the check digit of {scheme.name} "{value}" is wrong', element)


def _addresses(document: Context) -> Iterator[Issue]:
    for attribute, pointer, elements in document.pointers("ref", "sameAs", "corresp"):
        if pointer.startswith("http") and (told := wrong_address(pointer)):
            yield from (Issue(*told, element, attribute) for element in elements)
