"""The schemes of identifiers that idno/@type names, their forms and check digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TEN = 10
_ELEVEN = 11


@dataclass(frozen=True, slots=True)
class Scheme:
    """One scheme of identifiers.

    Attributes:
        name: What people call it.
        pattern: What an identifier must match as a whole.
        form: The same in words.
        check: Whether the check digit of an identifier that matches is right; None where there is none.
    """

    name: str
    pattern: str
    form: str
    check: Callable[[str], bool] | None = None

    def fits(self, value: str) -> bool:
        """Tell whether a value has the form of an identifier; its check digit is not looked at."""
        return re.fullmatch(self.pattern, value, re.ASCII) is not None


def _digits(value: str) -> list[int]:
    return [_TEN if character in "Xx" else int(character) for character in re.sub(r"[^0-9Xx]", "", value)]


def weighted(value: str) -> bool:
    """Check ISSN, ISBN-10 and GND without a hyphen.

    The digits, weighted n … 2, 1 from the left, add up to a multiple of 11; X is 10.
    """
    digits = _digits(value)
    return sum(weight * digit for weight, digit in zip(range(len(digits), 0, -1), digits, strict=True)) % _ELEVEN == 0


def ean(value: str) -> bool:
    """Check an ISBN-13: digits weighted 1, 3, 1, 3 … add up to a multiple of 10."""
    return sum(digit * (3 if index % 2 else 1) for index, digit in enumerate(_digits(value))) % _TEN == 0


def isbn(value: str) -> bool:
    """Check an ISBN of ten or thirteen digits."""
    return weighted(value) if len(_digits(value)) == _TEN else ean(value)


def gnd(value: str) -> bool:
    """Check a GND number: with a hyphen the digits weighted … 3, 2 leave the check digit when divided by 11."""
    *digits, last = _digits(value)
    if "-" not in value:
        return weighted(value)
    weights = range(len(digits) + 1, 1, -1)
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % _ELEVEN == last


def mod_11_2(value: str) -> bool:
    """Check ISNI and ORCID. Source: ISO 7064, MOD 11-2."""
    total = 0
    *digits, last = _digits(value)
    for digit in digits:
        total = (total + digit) * 2 % _ELEVEN
    return (12 - total) % _ELEVEN == last


_GND = Scheme("GND number", r"[0-9]{2,10}[0-9X]|[0-9]{2,9}-[0-9X]", "digits and a check digit (0-9 or X)", gnd)
_ISNI = Scheme("ISNI", r"(?:\d{4} ?){3}\d{3}[\dX]", "sixteen digits (the last may be X)", mod_11_2)

SCHEMES = MappingProxyType(
    {
        "wikidata": Scheme("Wikidata item", r"[QLP][1-9]\d*", "Q and digits"),
        "geonames": Scheme("GeoNames number", r"[1-9]\d*", "digits"),
        "viaf": Scheme("VIAF number", r"[1-9]\d*", "digits"),
        "gnd": _GND,
        "gndo": _GND,
        "lccn": Scheme("LCCN", r"[a-z]{0,3} ?\d{2,10}", "letters (at most three) and digits"),
        "issn": Scheme("ISSN", r"\d{4}-?\d{3}[\dX]", "of the form 1234-567X", weighted),
        "isbn": Scheme("ISBN", r"(?:97[89])?(?:[- ]?\d){9}[- ]?[\dX]", "ten or thirteen digits", isbn),
        "isni": _ISNI,
        "orcid": Scheme("ORCID", r"(?:\d{4}-){3}\d{3}[\dX]", "of the form 0000-0000-0000-0000", mod_11_2),
        "oclc": Scheme("OCLC number", r"(?:ocm|ocn|on)?\d+", "digits"),
        "doi": Scheme("DOI", r"(?:doi:)?10\.\d{4,9}/\S+", "of the form 10.1234/abc"),
        "sha256": Scheme("SHA-256 digest", r"[0-9a-f]{64}", "sixty-four hexadecimal digits"),
    }
)
