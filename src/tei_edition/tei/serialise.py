r"""Trees to bytes: UTF-8, an XML declaration, ``\n`` at the end, attributes in the order they were set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def serialise(root: Element) -> bytes:
    """Return the document of ``root`` as UTF-8 bytes, the same for the same tree."""
    body = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"
