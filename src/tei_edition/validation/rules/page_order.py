"""Page breaks whose numbers go back, and gaps that do not say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield page breaks with a lower number than the one before (R456), and ``gap`` without @reason (R455)."""
    for element in document.named("gap"):
        if not len(element) and element.get("reason") is None and element.get("agent") is None:
            yield Issue("R455", "<gap> says neither why the text is missing nor what took it", element)
    last: dict[str, int] = {}
    for element in document.named("pb"):
        number, edition = element.get("n", "").strip(), element.get("ed", "")
        if not number.isdecimal():
            continue
        if int(number) < last.get(edition, 0):
            yield Issue("R456", f"page {number} comes after page {last[edition]}", element, "n")
        last[edition] = int(number)
