"""What a user chooses about how texts look, whatever they become.

Source: TEI Guidelines, STGAso "Sources, certainty, and responsibility" (``cert``, ``resp``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Certainty = Literal["", "low", "medium", "high"]

PHRASES = frozenset("b i em strong span cite code q sub sup small u s mark abbr dfn kbd samp var del ins".split())
"""HTML elements that a project's own elements may become among words."""

BLOCKS = frozenset("p div section blockquote aside pre".split())
"""HTML elements that they may become between blocks."""

_LOOK = re.compile(r"([a-z]*)((?:\.[A-Za-z][\w-]*)*)")
_SELECTOR = re.compile(r"((?:\{[^{}\s]+\})?[^\W\d][\w.\-]*)(?:\[type=([^\[\]]+)\])?")


class Look(NamedTuple):
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
        elements: Looks of a project's own elements, or of TEI's where ours is not wanted: an HTML element, classes, or
            both, as ``"blockquote.letter"`` or ``".poem"``. Their keys are names of elements, local or with their
            namespace (``{urn:x}poster``), all or those of one ``type`` (``div[type=poster]``).

    Raises:
        ValueError: if a key names no element, or a look is none, or has an HTML element that is not safe everywhere.
    """

    speakers: bool = False
    reviewed: bool = False
    certainty: Certainty = ""
    elements: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, value in self.elements.items():
            selector_of(key)
            look_of(value)

    def facts(self) -> list[object]:
        """Return what two presentations that show texts alike have in common, as values of JSON."""
        return [self.speakers, self.reviewed, self.certainty, sorted(self.elements.items())]


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


def selector_of(key: str) -> tuple[str, str]:
    """Return the name of the elements that a key stands for, and the ``type`` that they must have, if any.

    >>> selector_of("rs[type=ship]")
    ('rs', 'ship')

    Raises:
        ValueError: if it has another form.
    """
    match = _SELECTOR.fullmatch(key)
    if match is None:
        message = f"not the name of an element: {key}"
        raise ValueError(message)
    return match[1], match[2] or ""
