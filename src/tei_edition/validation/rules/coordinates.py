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
_COMMAS = r"([+-]?\d+),(\d+)[\s;]+([+-]?\d+),(\d+)"
_DEGREES = "\\d\\s*[\u00b0\u00ba\u2032']"
_CURE = "write latitude and longitude in decimal degrees: 52.52 13.405"
_HIGHEST, _FARTHEST = 90, 180


def check(document: Context) -> Iterator[Issue]:
    """Yield every ``geo`` of two numbers that are no latitude and longitude, of one number, or not in decimals."""
    if next(document.named("geoDecl"), None) is not None:
        return
    for element in document.named("geo"):
        written = text_of(element).strip()
        if _is_right(written.replace(",", " ").split()):
            continue
        if found := re.fullmatch(_COMMAS, written):
            hint = f"write {found[1]}.{found[2]} {found[3]}.{found[4]}"
            yield Issue("R443", f"{written} has commas for decimal points", element, hint=hint)
            continue
        if re.fullmatch(_NUMBER, written) or re.search(_DEGREES, written):
            yield Issue("R443", f"{written} is no latitude and longitude in decimal degrees", element, hint=_CURE)
            continue
        numbers = written.replace(",", " ").split()
        if len(numbers) == 2 and all(re.fullmatch(_NUMBER, number) for number in numbers):  # noqa: PLR2004 - a pair
            yield Issue("R443", f"{' '.join(numbers)} is no latitude and longitude", element)


def _is_right(numbers: list[str]) -> bool:
    """Tell whether these are a latitude and a longitude on the globe."""
    if len(numbers) != 2 or not all(re.fullmatch(_NUMBER, number) for number in numbers):  # noqa: PLR2004 - a pair
        return False
    return abs(float(numbers[0])) <= _HIGHEST and abs(float(numbers[1])) <= _FARTHEST
