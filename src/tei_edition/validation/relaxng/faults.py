"""What the engine objects to, as values; ``messages`` says them in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.models import Model
    from tei_edition.validation.relaxng.patterns import Attribute, Pattern


class Kind(Enum):
    """Kinds of faults."""

    ROOT = auto()
    UNKNOWN_ELEMENT = auto()
    ELEMENT_NOT_ALLOWED = auto()
    ELEMENT_MISPLACED = auto()
    TEXT_NOT_ALLOWED = auto()
    TEXT_WRONG = auto()
    INCOMPLETE = auto()
    ATTRIBUTE_NOT_ALLOWED = auto()
    ATTRIBUTE_WRONG = auto()
    ATTRIBUTE_EXCLUDED = auto()
    ATTRIBUTE_MISSING = auto()
    ID_TAKEN = auto()
    ID_UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """One objection to a document.

    Attributes:
        kind: What kind.
        node: The element concerned; for text that is not allowed, the element that holds it.
        attribute: The attribute concerned, in Clark notation.
        model: What the schema asks of the element, or, for an element that is not allowed, of its parent.
        state: What could have come at this point.
        missing: For a misplaced element: what should have come before it.
        after: For text that is not allowed: the child it follows; None where it comes first.
        expected: Patterns of the attributes or of the attribute's values that would have been right.
        first: For a repeated ID: the element that had it first.
        value: For an ID: the ID itself.
    """

    kind: Kind
    node: Node
    attribute: str = ""
    model: Model | None = None
    state: Pattern | None = None
    missing: tuple[str, ...] = ()
    after: Node | None = None
    expected: tuple[Attribute | Pattern, ...] = ()
    first: Node | None = None
    value: str = ""
