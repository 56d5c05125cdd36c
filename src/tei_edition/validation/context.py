"""A document as the rules see it: its elements indexed by name, attribute and xml:id in one pass."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
        beyond_ascii: Whether the document may hold characters that are not ASCII.
        name: The document's name.
        corpus: The xml:ids of each file of the corpus, this one included, by its name; None where it is not known.
    """

    root: Element
    elements: tuple[Element, ...]
    ids: Mapping[str, Element]
    beyond_ascii: bool
    name: str
    corpus: Mapping[str, AbstractSet[str]] | None
    _names: Mapping[str, tuple[Element, ...]] = field(repr=False)
    _attributes: Mapping[str, tuple[Element, ...]] = field(repr=False)

    def named(self, *names: str) -> Iterator[Element]:
        """Yield the TEI elements of these local names, one name after the other."""
        for name in names:
            yield from self._names.get(name, ())

    def carrying(self, *attributes: str) -> Iterator[tuple[Element, str, str]]:
        """Yield element, attribute and value for each of these attributes (in Clark notation), one after the other."""
        for attribute in attributes:
            for element in self._attributes.get(attribute, ()):
                yield element, attribute, element.get(attribute, "")


def context_of(
    root: Element,
    *,
    beyond_ascii: bool = True,
    name: str = "",
    corpus: Mapping[str, AbstractSet[str]] | None = None,
) -> Context:
    """Index a document.

    Args:
        root: Its root.
        beyond_ascii: False if it holds nothing but ASCII, character references included.
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
        for attribute in element.attrib:
            attributes[str(attribute)].append(element)
        if identifier := element.get(XML_ID):
            ids.setdefault(identifier.strip(), element)
    return Context(
        root,
        elements,
        ids,
        beyond_ascii,
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
