"""A compiled schema: its start, its element patterns made ready as documents need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.relaxng.composites import Patterns
from tei_edition.validation.relaxng.files import RNG, Resolver, SchemaFiles, faulty
from tei_edition.validation.relaxng.models import Model, model_of
from tei_edition.validation.relaxng.patterns import Element
from tei_edition.validation.relaxng.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.patterns import Pattern


class _Models(dict["Element", "Model"]):
    """Element patterns made ready, each when it is first asked for."""

    def __init__(self, make: Patterns) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, leaf: Element) -> Model:
        found = self[leaf] = model_of(leaf, self._make)
        return found


class Schema:
    """A schema, compiled as far as documents have needed it; each document makes it faster for the next.

    Args:
        source: The schema in XML syntax.
        name: How errors call it; the files it names are looked for relative to it.
        resolver: Gives the bytes of the files it names; None: it may name none.

    Raises:
        UsageError: if it is faulty. Faults of elements that no document uses may stay unseen.
    """

    def __init__(self, source: bytes, name: str = "", resolver: Resolver | None = None) -> None:
        self.make = Patterns()
        files = SchemaFiles(resolver)
        root = files.parse(source, name)
        self._reader = Reader(files, self.make)
        self.start: Pattern = self._reader.start(root, name)
        self._check_references(root, name)
        self.models: Mapping[Element, Model] = _Models(self.make)
        self._by_name: dict[str, tuple[Element, ...]] | None = None

    def elements(self) -> dict[str, tuple[Element, ...]]:
        """Return every element pattern that a document can reach, by the names it takes; wildcards left out."""
        if self._by_name is None:
            found: dict[str, list[Element]] = {}
            for leaf in _reachable(self.start):
                for name in leaf.names.names:
                    found.setdefault(name, []).append(leaf)
            self._by_name = {name: tuple(leaves) for name, leaves in found.items()}
        return self._by_name

    def takes_root(self, name: str) -> bool:
        """Tell whether a document may have a root of this name."""
        return bool(self.start.move(name, self.make))

    def _check_references(self, root: Node, file: str) -> None:
        """Refuse a reference that leads nowhere, even where no document needs it."""
        defined = {name for scope in self._reader.scopes for name in scope.definitions}
        for node in root.iter(RNG + "ref"):
            if node.get("name", "").strip() not in defined:
                message = f"there is no definition of {node.get('name', '')}"
                raise faulty(message, node, file)


def _reachable(start: Pattern) -> list[Element]:
    found: dict[Element, None] = {}
    waiting = [start]
    while waiting:
        for leaf in waiting.pop().leaves():
            if isinstance(leaf, Element) and leaf not in found:
                found[leaf] = None
                waiting.append(leaf.content)
    return list(found)
