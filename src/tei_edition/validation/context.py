"""A document as the rules see it: its elements indexed by name, attribute and xml:id in one pass."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.names import TEI_NS, XML_ID
from tei_edition.tei.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element as Element

_TEI = f"{{{TEI_NS}}}"


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may ask of a document; elements come in document order.

    Attributes:
        root: The root element; to be read, never changed.
        elements: Every element.
        ids: The first element of each xml:id.
        text: All the text of the document, in one piece.
        name: The document's name.
        corpus: The xml:ids of each file of the corpus, this one included, by its name; None where it is not known.
    """

    root: Element
    elements: tuple[Element, ...]
    ids: Mapping[str, Element]
    text: str
    name: str
    corpus: Mapping[str, AbstractSet[str]] | None
    _names: Mapping[str, tuple[Element, ...]] = field(repr=False)
    _attributes: Mapping[str, tuple[Element, ...]] = field(repr=False)
    _pointers: dict[tuple[str, ...], tuple[tuple[Element, str, str], ...]] = field(default_factory=dict, repr=False)

    def named(self, *names: str) -> Iterator[Element]:
        """Yield the TEI elements of these local names, one name after the other."""
        for name in names:
            yield from self._names.get(name, ())

    def carrying(self, *attributes: str) -> Iterator[tuple[Element, str, str]]:
        """Yield element, attribute and value for each of these attributes (in Clark notation), one after the other."""
        for attribute in attributes:
            for element in self._attributes.get(attribute, ()):
                yield element, attribute, element.get(attribute, "")

    def pointers(self, attributes: tuple[str, ...]) -> tuple[tuple[Element, str, str], ...]:
        """Return element, attribute and pointer for each pointer in these attributes, parted at white space."""
        if attributes not in self._pointers:
            found = ((each[0], each[1], pointer) for each in self.carrying(*attributes) for pointer in each[2].split())
            self._pointers[attributes] = tuple(found)
        return self._pointers[attributes]


def context_of(
    root: Element,
    *,
    name: str = "",
    corpus: Mapping[str, AbstractSet[str]] | None = None,
) -> Context:
    """Index a document.

    Args:
        root: Its root.
        name: Its name, as the corpus calls it.
        corpus: The xml:ids of each file of the corpus.
    """
    names: dict[str, list[Element]] = defaultdict(list)
    attributes: dict[str, list[Element]] = defaultdict(list)
    ids: dict[str, Element] = {}
    elements = tuple(root.iter("*"))
    for element in elements:
        tag = str(element.tag)
        if tag.startswith(_TEI):
            names[tag[len(_TEI) :]].append(element)
        for attribute in element.keys():  # noqa: SIM118 - an element iterates over its children
            attributes[str(attribute)].append(element)
    for element in attributes.get(XML_ID, ()):
        if identifier := element.get(XML_ID, "").strip():
            ids.setdefault(identifier, element)
    return Context(
        root,
        elements,
        ids,
        etree.tostring(root, method="text", encoding="unicode", with_tail=False),
        name,
        corpus,
        {tag: tuple(found) for tag, found in names.items()},
        {attribute: tuple(found) for attribute, found in attributes.items()},
    )


def within(element: Element, *names: str) -> bool:
    """Tell whether an element stands inside a TEI element of one of these names."""
    return next(element.iterancestors(*(_TEI + name for name in names)), None) is not None


def identifiers_of(data: bytes) -> frozenset[str]:
    """Return the xml:ids of a document; none where it is not well-formed. For ``ValidationOptions.corpus``."""
    root = parse(data).root
    return frozenset() if root is None else frozenset(each.get(XML_ID, "") for each in root.iter("*")) - {""}
