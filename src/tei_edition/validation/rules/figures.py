"""R471, R472: images that no EPUB can take in, or that nobody can hear. Source: EPUB 3.3, section 3.6; WCAG 2.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_ELSEWHERE = r"(?!(?i:https?:))([A-Za-z]:[\\/]|file:|/|.*\\)"


def check(document: Context) -> Iterator[Issue]:
    """Yield images at a place of one computer only (R471), and figures without a description (R472)."""
    for element, attribute, value in document.carrying("url"):
        if re.match(_ELSEWHERE, value.strip()):
            yield Issue("R471", f"@url names a place on one computer: {value}", element, attribute)
    for figure in document.named("figure"):
        if (
            figure.find("{*}graphic") is not None
            and figure.find("{*}figDesc") is None
            and figure.find("{*}head") is None
        ):
            yield Issue("R472", "<figure> has an image and no <figDesc>", figure)
