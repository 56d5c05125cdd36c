"""R443: coordinates that are on no globe. Source: TEI Guidelines, ND "Places"; specification of geo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.text import text_of
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_NUMBER = r"[+-]?\d+(\.\d+)?"
_HIGHEST, _FARTHEST = 90, 180


def check(document: Context) -> Iterator[Issue]:
    """Yield every ``geo`` of two numbers that are no latitude and longitude in degrees; other notations are let be."""
    if next(document.named("geoDecl"), None) is not None:
        return
    for element in document.named("geo"):
        numbers = text_of(element).replace(",", " ").split()
        if len(numbers) != 2 or not all(re.fullmatch(_NUMBER, number) for number in numbers):  # noqa: PLR2004 - a pair
            continue
        latitude, longitude = (abs(float(number)) for number in numbers)
        if latitude > _HIGHEST or longitude > _FARTHEST:
            yield Issue("R443", f"{' '.join(numbers)} is no latitude and longitude", element)
