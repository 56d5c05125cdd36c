"""Names and dates in running text, marked by characters of private use until the text is parted into tokens.

Source: TEI Guidelines, ND "Names, Dates, People, and Places".
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.text.paragraphs import Paragraphs
    from tei_edition.exporters.text.walk import Walk

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "persName": "PER",
        "placeName": "LOC",
        "geogName": "LOC",
        "orgName": "ORG",
        "eventName": "EVENT",
        "title": "WORK",
        "date": "DATE",
        "rs": "",
        "name": "",
    }
)
"""Tag of each element; that of ``rs`` and ``name`` depends on their ``type``."""

_TYPES: Mapping[str, str] = MappingProxyType(
    {"person": "PER", "place": "LOC", "org": "ORG", "organisation": "ORG", "event": "EVENT", "work": "WORK"}
)
TAGS = ("PER", "LOC", "ORG", "EVENT", "WORK", "DATE")
START = 0xE010
END = 0xE020
"""The code point that begins or ends an entity of ``TAGS[i]`` is ``START + i`` or ``END + i``."""


def marked(walk: Walk, element: Element, out: Paragraphs) -> None:
    """Add a name with the marks of its kind; one within another has none."""
    tag = KINDS[local_name(element)] or _TYPES.get(element.get("type", ""), "")
    if not tag or any(is_tei(node, *KINDS) for node in element.iterancestors()):
        walk.content(element, out)
        return
    number = TAGS.index(tag)
    out.text(chr(START + number))
    walk.content(element, out)
    out.text(chr(END + number))
