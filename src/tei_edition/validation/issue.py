"""What a schema or a rule objects to, before its place in the file is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class TextSpot:
    """A character of the text that stands directly in an element.

    Attributes:
        after: The child element that the run of text follows; None where the run comes before the first one.
        offset: The character's place in the run, in code points, comments and instructions not counted.
    """

    after: Element | None
    offset: int


@dataclass(frozen=True, slots=True)
class Issue:
    """One objection.

    Attributes:
        code: A code of the catalogue.
        message: What is wrong, in one sentence, naming the thing itself.
        element: The element concerned.
        attribute: The attribute concerned, in Clark notation; empty where it is the element as a whole.
        hint: The cure; None takes the catalogue's.
        spot: The character concerned; None where it is the element or an attribute.
        at_end: Whether something is missing at the element's end: its end tag is the place, if on a line of its own.
    """

    code: str
    message: str
    element: Element
    attribute: str = ""
    hint: str | None = None
    spot: TextSpot | None = None
    at_end: bool = False
