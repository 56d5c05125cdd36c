"""R404: a pointer with a prefix that is declared nowhere. Source: TEI Guidelines, SA "Using Abbreviated Pointers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import POINTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_PREFIXED = r"([A-Za-z][A-Za-z0-9+.\-]*):(.+)"
_SCHEMES = frozenset(
    {"http", "https", "urn", "mailto", "file", "ftp", "doi", "info", "tag", "data", "tel", "hdl", "ark", "geo"}
)


def check(document: Context) -> Iterator[Issue]:
    """Yield pointers whose prefix no prefixDef declares, or whose key does not fit the prefixDef's pattern."""
    declared: dict[str, list[str]] = {}
    for definition in document.named("prefixDef"):
        declared.setdefault(definition.get("ident", ""), []).append(definition.get("matchPattern", ""))
    for attribute, pointer, elements in document.pointers(*POINTING):
        match = re.fullmatch(_PREFIXED, pointer) if ":" in pointer else None
        if not match or match[1].lower() in _SCHEMES:
            continue
        patterns = declared.get(match[1])
        if patterns is None:
            message = f"@{attribute} uses the prefix {match[1]}:, which no prefixDef declares"
            yield from (Issue("R404", message, element, attribute) for element in elements)
        elif not any(_fits(pattern, match[2]) for pattern in patterns):
            message = f"@{attribute} holds {pointer}, which does not fit {' or '.join(patterns)}"
            yield from (Issue("R404", message, element, attribute) for element in elements)


def _fits(pattern: str, key: str) -> bool:
    try:
        return re.fullmatch(pattern, key) is not None
    except re.error:
        # A pattern of XML Schema that Python does not know is not this rule's business.
        return True
