"""The registry of a corpus as a TEI document that has only a standOff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.version import VERSION
from tei_edition.encoding.header import prose, write_publication
from tei_edition.encoding.registers import write_registers
from tei_edition.tei.document import TeiDraft
from tei_edition.tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei_edition.tei.serialise import serialise
from tei_edition.tei.text import add, indent

if TYPE_CHECKING:
    from tei_edition.encoding.options import EncodeOptions
    from tei_edition.model.registry import Registry


def encode_registry(registry: Registry, options: EncodeOptions, *, title: str, language: str) -> TeiDraft | None:
    """Write the registry of an edition, None where it is empty.

    Args:
        registry: Its entities.
        options: What the edition says of itself.
        title: The edition's title.
        language: BCP 47 tag of the names.

    Source: TEI Guidelines, SA "The standOff Container"; ND "Names, Dates, People, and Places".
    """
    if not registry.entities:
        return None
    texts = prose()
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NS})
    root.set(XML_ID, "registry")
    root.set(XML_LANG, language)
    description = add(add(root, "teiHeader"), "fileDesc")
    add(add(description, "titleStmt"), "title", f"{title}: {texts['registry']['title']}")
    write_publication(description, options)
    add(add(description, "sourceDesc"), "p", texts["registry"]["source"])
    applications = add(add(root[0], "encodingDesc"), "appInfo")
    add(add(applications, "application", ident="tei_edition", version=VERSION), "label", "tei-edition")
    write_registers(root, registry.entities)
    indent(root)
    return TeiDraft("registry", serialise(root))
