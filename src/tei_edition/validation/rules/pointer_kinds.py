"""R405: a pointer to an entry of another kind than its attribute or element asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_KINDS = {
    "persName": {"person", "personGrp", "persona", "relation"},
    "placeName": {"place", "geogName"},
    "orgName": {"org", "personGrp"},
    "eventName": {"event"},
}
_ENTRIES = frozenset({"person", "personGrp", "persona", "place", "org", "event", "bibl", "biblStruct"})
_TEXT = frozenset({"p", "ab", "div", "head", "lg", "l", "seg", "s", "table", "said", "quote", "q", "note"})
"""What stands in a text, and is neither an agent nor an entry for a name."""
_JUDGED = _ENTRIES | _TEXT
_SPEAKERS = frozenset({"person", "personGrp", "persona", "org", "role", "castItem", "respStmt", "name", "persName"})


def check(document: Context) -> Iterator[Issue]:
    """Yield names that refer to a register entry of another kind, and speakers that are no agents.

    Source: TEI Guidelines, ND "Linking Names and Their Referents"; specification of att.ascribed (@who).
    """
    for attribute, pointer, elements in document.pointers("ref", "who"):
        target = document.ids.get(pointer[1:]) if pointer.startswith("#") else None
        kind = "" if target is None else local_name(target)
        if kind not in _JUDGED or (attribute == "who" and kind in _SPEAKERS):
            continue
        for element in elements:
            name = local_name(element)
            if attribute == "who" or kind not in _KINDS.get(name, _JUDGED):
                yield Issue("R405", f"@{attribute} of <{name}> points to {pointer}, a <{kind}>", element, attribute)
