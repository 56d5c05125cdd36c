"""Work that another process can import: it doubles numbers, and fails at every seventh."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.core.finding import Finding


def twice(number: int) -> str:
    if number % 7 == 3:
        message = f"{number} is no number for us"
        raise ValueError(message)
    return str(2 * number)


def failed(number: int, defect: Finding) -> str:
    return f"{number}: {defect.code} {defect.message}"
