"""Definitions of prefixes that cannot work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield patterns that are no regular expressions, and replacements that use a group which the pattern lacks.

    Source: TEI Guidelines, SA "Using Abbreviated Pointers".
    """
    for element in document.named("prefixDef", "cRefPattern"):
        pattern = element.get("matchPattern", "")
        try:
            groups = re.compile(pattern).groups
        except re.error as error:
            # Classes that only XML Schema knows are none of Python's business.
            if not re.search(r"\\[pPicIC]|-\[", pattern):
                message = f"@matchPattern is no regular expression: {error.msg}: {pattern}"
                yield Issue("R458", message, element, "matchPattern")
            continue
        used = max(map(int, re.findall(r"\$(\d)", element.get("replacementPattern", ""))), default=0)
        if used > groups:
            message = f"@replacementPattern uses ${used}, and @matchPattern has {groups} groups"
            yield Issue("R458", message, element, "replacementPattern")
