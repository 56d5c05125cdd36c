"""R427: application/@version in a form TEI refuses. Source: specification of teidata.versionNumber."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_VERSION = r"[0-9]+[a-z]*[0-9]*(\.[0-9]+[a-z]*[0-9]*){0,3}"


def check(document: Context) -> Iterator[Issue]:
    """Yield applications whose version is not digits, letters and full stops in the form of 0.1.0 or 2.0a1."""
    for element in document.named("application"):
        version = element.get("version")
        if version is not None and not re.fullmatch(_VERSION, version.strip()):
            yield Issue("R427", f'@version of <application> may not be "{version}"', element, "version")
