"""R404: a pointer with a prefix that is declared nowhere. Source: TEI Guidelines, SA "Using Abbreviated Pointers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.pointers import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_PREFIXED = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.+)")
_SCHEMES = frozenset(
    {"http", "https", "urn", "mailto", "file", "ftp", "doi", "info", "tag", "data", "tel", "hdl", "ark", "geo"}
)


def check(document: Context) -> Iterator[Issue]:
    """Yield pointers whose prefix no prefixDef declares, or whose key does not fit the prefixDef's pattern."""
    declared: dict[str, list[str]] = {}
    for definition in document.named("prefixDef"):
        declared.setdefault(definition.get("ident", ""), []).append(definition.get("matchPattern", ""))
    for element, attribute, pointer in pointers(document):
        match = _PREFIXED.fullmatch(pointer)
        if not match or match[1].lower() in _SCHEMES:
            continue
        patterns = declared.get(match[1])
        if patterns is None:
            yield Issue(
                "R404", f"@{attribute} uses the prefix {match[1]}:, which no prefixDef declares", element, attribute
            )
        elif not any(_fits(pattern, match[2]) for pattern in patterns):
            message = f"@{attribute} holds {pointer}, which does not fit {' or '.join(patterns)}"
            yield Issue("R404", message, element, attribute)


def _fits(pattern: str, key: str) -> bool:
    try:
        return re.fullmatch(pattern, key) is not None
    except re.error:
        # A pattern of XML Schema that Python does not know is not this rule's business.
        return True
