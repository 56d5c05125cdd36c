"""Register entries that nobody can tell from others, or point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID, is_tei, local_name
from tei_edition.tei.text import text_of
from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context

_NAMES = {
    "person": ("persName", "name", "label"),
    "place": ("placeName", "geogName", "name", "label", "country", "region", "settlement", "district"),
    "org": ("orgName", "name", "label"),
    "event": ("eventName", "label", "head", "desc", "name"),
}

_REGISTERS = ("listPerson", "listPlace", "listOrg", "listEvent")


def check(document: Context) -> Iterator[Issue]:
    """Yield entries of registers without a name (R444) or an xml:id (R445), and namesakes of one kind (R446).

    Source: TEI Guidelines, ND "Biographical and Prosopographical Data".
    """
    for kind, names in _NAMES.items():
        known: dict[str, Element] = {}
        for entry in document.named(kind):
            parent = entry.getparent()
            if parent is not None and (is_tei(parent, *_REGISTERS) or within(parent, *_REGISTERS)):
                yield from _entry(entry, names, known)


def _entry(entry: Element, names: tuple[str, ...], known: dict[str, Element]) -> Iterator[Issue]:
    kind = local_name(entry)
    written = (text_of(child) for child in entry.iterchildren("*") if local_name(child) in names)
    name = " ".join(next((each for each in written if each.strip()), "").split())
    if (
        not name
        and kind != "event"
        and next(entry.iterchildren("{*}p", "{*}ab", "{*}note"), None) is None
        and not entry.get("sameAs")
    ):
        yield Issue("R444", f"this <{kind}> has no name", entry)
    if entry.get(XML_ID) is None:
        yield Issue("R445", f"<{kind}> has no xml:id, so nothing can point to it", entry)
    earlier = known.setdefault(name, entry)
    if name and earlier is not entry:
        line = f" in line {earlier.sourceline}" if earlier.sourceline else ""
        yield Issue("R446", f"another <{kind}>{line} is called {name}", entry)
