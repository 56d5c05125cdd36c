"""What a schema or a rule objects to, before its place in the file is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Issue:
    """One objection.

    Attributes:
        code: A code of the catalogue.
        message: What is wrong, in one sentence, naming the thing itself.
        element: The element concerned.
        attribute: The attribute concerned, in Clark notation; empty where it is the element as a whole.
        hint: The cure; None takes the catalogue's.
    """

    code: str
    message: str
    element: Element
    attribute: str = ""
    hint: str | None = None
