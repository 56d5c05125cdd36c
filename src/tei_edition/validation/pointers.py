"""The attributes that point, and the pointers they hold. Source: TEI Guidelines, SA "Pointing Mechanisms"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context

AGENTS = frozenset({"resp", "who", "toWhom"})
"""Attributes whose values are never the address of another page."""

POINTING = (
    "ref", "who", "toWhom", "resp", "source", "corresp", "next", "prev", "target", "ana", "facs", "where", "rendition",
    "scheme", "targetEnd", "hand",
)  # fmt: skip


def pointers(document: Context, *attributes: str) -> Iterator[tuple[Element, str, str]]:
    """Yield element, attribute and pointer for each pointer in these attributes (none given: in all that point)."""
    for attribute, pointer, elements in document.pointers(*(attributes or POINTING)):
        for element in elements:
            yield element, attribute, pointer
