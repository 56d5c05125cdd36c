"""R488: styles that are no CSS. Source: TEI Guidelines, specification of att.global.rendition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_CSS = r"(?s:\s*(?:[-\w]+\s*:[^;:]+(?:;\s*|$))+\s*|.*url\(.*|.*\{.*)"


def check(document: Context) -> Iterator[Issue]:
    """Yield @style without a declaration of CSS, where no styleDefDecl names another language."""
    if any(each.get("scheme", "css") != "css" for each in document.named("styleDefDecl")):
        return
    for attribute, value, elements in document.values("style"):
        if not re.fullmatch(_CSS, value):
            yield from (Issue("R488", f"@style is no CSS: {value[:60]}", element, attribute) for element in elements)
