"""The files of a schema: parsed without touching anything but what the caller's resolver gives."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from tei_edition.core.errors import UsageError

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

RNG = "{http://relaxng.org/ns/structure/1.0}"
Resolver: TypeAlias = Callable[[str], bytes | None]
"""From the name of a file, as the schema gives it and relative to the file that names it, to its bytes; or None."""

ADVICE = "give a RELAX NG schema in XML syntax (.rng), such as oXygen or roma.tei-c.org writes"


class SchemaFiles:
    """Opens the files of one schema.

    Args:
        resolver: Gives the files that the schema names; None: it may name none.
    """

    def __init__(self, resolver: Resolver | None) -> None:
        self._resolver = resolver

    def parse(self, source: bytes, name: str) -> Node:
        """Return the root of a schema's file.

        Raises:
            UsageError: if it is no RELAX NG in XML syntax.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        try:
            root = etree.fromstring(source, parser)
        except etree.XMLSyntaxError as error:
            message = f"the schema is not well-formed XML: {error.msg}"
            raise UsageError(message, path=name, line=error.lineno or 0, cure=ADVICE) from error
        if not str(root.tag).startswith(RNG):
            message = f"the schema is not RELAX NG: its root is <{etree.QName(root).localname}>"
            raise UsageError(message, path=name, line=root.sourceline or 0, cure=ADVICE)
        return root

    def follow(self, node: Node, file: str) -> tuple[Node, str]:
        """Return the root and the name of the file that an ``include`` or ``externalRef`` names.

        Raises:
            UsageError: if there is no such file.
        """
        href = node.get("href", "")
        name = href if "://" in href else posixpath.join(posixpath.dirname(file), href)
        source = self._resolver(name) if self._resolver else None
        if source is None:
            message = f"the schema needs another file: {href}"
            cure = "put it beside the schema, or make one file of both with `jing -s` or trang"
            raise UsageError(message, path=file, line=node.sourceline or 0, cure=cure)
        return self.parse(source, name), name


def faulty(message: str, node: Node, file: str) -> UsageError:
    """Return the error for a fault of a schema at one of its elements."""
    cure = "check it with jing, or generate it again from its ODD"
    return UsageError(f"the schema is faulty: {message}", path=file, line=node.sourceline or 0, cure=cure)
