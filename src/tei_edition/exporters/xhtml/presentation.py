"""What a user chooses about how texts look, whatever they become.

Source: TEI Guidelines, STGAso "Sources, certainty, and responsibility" (``cert``, ``resp``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Certainty = Literal["", "low", "medium", "high"]

PHRASES = frozenset("b i em strong span cite code q sub sup small u s mark abbr dfn kbd samp var del ins".split())
"""HTML elements that a project's own elements may become among words."""

BLOCKS = frozenset("p div section blockquote aside pre".split())
"""HTML elements that they may become between blocks."""

_LOOK = re.compile(r"([a-z]*)((?:\.[A-Za-z][\w-]*)*)")


@dataclass(frozen=True, slots=True)
class Look:
    """What an element becomes: an HTML element (empty: the one it would be anyway) and classes."""

    html: str
    classes: tuple[str, ...]

    @property
    def is_block(self) -> bool:
        """Whether the HTML element stands between blocks."""
        return self.html in BLOCKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How texts are shown.

    Attributes:
        speakers: Whether the speaker of a quotation (``who``) is named before it.
        reviewed: Whether tags of a program are left plain; those that an editor set or confirmed stay.
        certainty: The least ``cert`` that a tag of a program must have, or it is left plain.
        elements: Looks by the local name of an element, for a project's own elements or against our mapping: an HTML
            element, classes, or both, as ``"blockquote.letter"`` or ``".poem"``.

    Raises:
        ValueError: if a look is none, or its HTML element is not among those that are safe everywhere.
    """

    speakers: bool = False
    reviewed: bool = False
    certainty: Certainty = ""
    elements: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for value in self.elements.values():
            look_of(value)

    @property
    def looks(self) -> dict[str, Look]:
        """The looks of ``elements``."""
        return {name: look_of(value) for name, value in self.elements.items()}


def look_of(value: str) -> Look:
    """Return a look from ``"html.class"``.

    Raises:
        ValueError: if it has another form or another HTML element than those allowed.
    """
    match = _LOOK.fullmatch(value)
    if match is None or not value or (match[1] and match[1] not in PHRASES | BLOCKS):
        message = f"not a look such as blockquote.letter: {value}"
        raise ValueError(message)
    return Look(match[1], tuple(match[2].split(".")[1:]))
