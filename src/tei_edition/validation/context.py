"""A document as the rules see it: its elements indexed by name, attribute and xml:id in one pass."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.names import TEI_NS, XML_ID
from tei_edition.tei.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element as Element

_TEI = f"{{{TEI_NS}}}"
_ASCII = bytes(range(128))


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may ask of a document; elements of one name, and those of one value, come in document order.

    Attributes:
        root: The root element; to be read, never changed.
        elements: Every element, in document order.
        attributes: The attributes of each element, in Clark notation, with their values.
        ids: The first element of each xml:id.
        text: All the text of the document, in one piece.
        foreign: The characters of the text that are not ASCII, each once.
        name: The document's name.
        corpus: The xml:ids of each file of the corpus, this one included, by its name; None where it is not known.
    """

    root: Element
    elements: Sequence[Element]
    attributes: Sequence[list[tuple[str, str]]]
    ids: Mapping[str, Element]
    text: str
    foreign: str
    name: str
    corpus: Mapping[str, AbstractSet[str]] | None
    _names: Mapping[str, Sequence[Element]] = field(repr=False)
    _values: Mapping[str, Mapping[str, Sequence[Element]]] = field(repr=False)
    _pointers: dict[str, tuple[tuple[str, Sequence[Element]], ...]] = field(default_factory=dict, repr=False)

    def subjects(self) -> frozenset[str]:
        """Return what there is in the document, in the words of the registry of rules."""
        others = {"*": True, "#foreign": bool(self.foreign), "#corpus": self.corpus is not None}
        attributes = ("@" + name for name in self._values)
        return frozenset(self._names).union(attributes, (name for name, there in others.items() if there))

    def named(self, *names: str) -> Iterator[Element]:
        """Yield the TEI elements of these local names, one name after the other."""
        for name in names:
            yield from self._names.get(name, ())

    def values(self, *attributes: str) -> Iterator[tuple[str, str, Sequence[Element]]]:
        """Yield attribute, value and the elements that have it, for each value of each of these attributes."""
        for attribute in attributes:
            for value, elements in self._values.get(attribute, {}).items():
                yield attribute, value, elements

    def carrying(self, *attributes: str) -> Iterator[tuple[Element, str, str]]:
        """Yield element, attribute and value for each of these attributes (in Clark notation), one after the other."""
        for attribute, value, elements in self.values(*attributes):
            for element in elements:
                yield element, attribute, value

    def pointers(self, *attributes: str) -> Iterator[tuple[str, str, Sequence[Element]]]:
        """Yield attribute, pointer and elements for each pointer in these attributes, parted at white space.

        The same pointer comes more than once where it stands beside different others.
        """
        for attribute in attributes:
            found = self._pointers.get(attribute)
            if found is None:
                values = self._values.get(attribute, {}).items()
                found = tuple((pointer, elements) for value, elements in values for pointer in value.split())
                self._pointers[attribute] = found
            for pointer, elements in found:
                yield attribute, pointer, elements


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
    elements = list(root.iter("*"))
    attributes = [element.items() for element in elements]
    names: dict[str, list[Element]] = {}
    values: dict[str, dict[str, list[Element]]] = {}
    for element, pairs in zip(elements, attributes, strict=True):
        names.setdefault(element.tag, []).append(element)  # type: ignore[arg-type]
        for attribute, value in pairs:
            values.setdefault(attribute, {}).setdefault(value, []).append(element)
    text = etree.tostring(root, method="text", encoding="unicode", with_tail=False)
    return Context(
        root,
        elements,
        attributes,
        _identified(values.get(XML_ID, {})),
        text,
        "" if text.isascii() else "".join(set(text.encode().translate(None, _ASCII).decode())),
        name,
        corpus,
        {tag[len(_TEI) :]: found for tag, found in names.items() if tag.startswith(_TEI)},
        values,
    )


def _identified(values: Mapping[str, Sequence[Element]]) -> dict[str, Element]:
    """Return the first element of each xml:id; white space at its ends does not count."""
    found: dict[str, Element] = {}
    for value, elements in values.items():
        if identifier := value.strip():
            found.setdefault(identifier, elements[0])
    return found


def within(element: Element, *names: str) -> bool:
    """Tell whether an element stands inside a TEI element of one of these names."""
    return next(element.iterancestors(*(_TEI + name for name in names)), None) is not None


def identifiers_of(data: bytes) -> frozenset[str]:
    """Return the xml:ids of a document; none where it is not well-formed. For ``ValidationOptions.corpus``."""
    root = parse(data).root
    return frozenset() if root is None else frozenset(each.get(XML_ID, "") for each in root.iter("*")) - {""}
