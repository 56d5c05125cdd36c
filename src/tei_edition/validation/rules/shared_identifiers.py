"""Identifiers of authorities: two entries that claim the same person, place or work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_of
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context

_ENTRIES = ("person", "personGrp", "place", "org", "event", "bibl", "biblStruct")


def check(document: Context) -> Iterator[Issue]:
    """Yield the ``idno`` of a register entry that another entry has with the same @type and value."""
    first: dict[tuple[str, str], Element] = {}
    for entry in document.named(*_ENTRIES):
        for number in entry.iterchildren("{*}idno"):
            value = text_of(number).strip()
            kind = number.get("type", "").lower()
            earlier = first.setdefault((kind, value), entry)
            if earlier is not entry and value and kind not in {"", "issn", "isbn"}:
                where = f"<{local_name(earlier)}> in line {earlier.sourceline}"
                yield Issue(
                    "R440", f"{number.get('type')} {value} is that of another entry: {where} has it too", number
                )
