"""Running text with its annotations and repairs, written into an element."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.encoding.nest import Fragment, nested
from tei_edition.tei.names import XML_ID, XML_LANG, local_name
from tei_edition.tei.text import add, append_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from tei_edition.core.span import Span
    from tei_edition.model.article import Repair
    from tei_edition.model.layer import Annotation

HIGH, MEDIUM = 0.9, 0.6
"""From these certainties on, ``@cert`` is high or medium; below, low."""


@dataclass(frozen=True, slots=True)
class _Elements:
    attributes: dict[str, tuple[str, ...]]
    pointers: frozenset[str]
    no_quotations: frozenset[str]
    quotations: frozenset[str]


@dataclass(slots=True)
class Chains:
    """The pieces of chained annotations met so far; ``link`` joins them once the whole text is written."""

    prefix: str
    pieces: dict[str, list[Element]] = field(default_factory=dict)

    def link(self) -> None:
        """Give the pieces of each chain of two or more an id, ``@next`` and ``@prev``."""
        number = 0
        for elements in self.pieces.values():
            if len(elements) < 2:  # noqa: PLR2004 - a chain has two ends
                continue
            ids = []
            for element in elements:
                number += 1
                ids.append(f"{self.prefix}.c{number}")
                element.set(XML_ID, ids[-1])
            for element, following in zip(elements, ids[1:], strict=False):
                element.set("next", f"#{following}")
            for element, preceding in zip(elements[1:], ids, strict=False):
                element.set("prev", f"#{preceding}")


FORM_FEED = "U+000C"
"""The end of a page, as ``Repair.replacement`` names it."""


@dataclass(slots=True)
class InlineWriter:
    """Writes the running text of one article's blocks.

    Attributes:
        text: The article's text.
        annotations: All annotations in reading order.
        repairs: All repairs in their order.
        chains: Collects the pieces of chained annotations.
        prefix: The id of the article, with which the ids in its text begin.
        dropped: Collects annotations that could not be encoded.
    """

    text: str
    annotations: Sequence[Annotation]
    repairs: Sequence[Repair]
    chains: Chains
    prefix: str = ""
    dropped: list[Annotation] = field(default_factory=list)
    _longest: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._longest = max((len(annotation.span) for annotation in self.annotations), default=0)

    def write(self, parent: Element, leaf: Span) -> None:
        """Write the text of ``leaf``, which has no blocks inside, into ``parent``."""
        # No repair leaves its block, so those that begin in it are those within it.
        first = bisect_left(self.repairs, leaf.start, key=lambda repair: repair.span.start)
        repairs = self.repairs[first : bisect_left(self.repairs, leaf.end, key=lambda repair: repair.span.start)]
        fragments, dropped = nested(self._within(leaf), leaf, repairs)
        self.dropped += dropped
        # An element of nothing but white space names nothing; what of an annotation has words is encoded.
        worded = [fragment for fragment in fragments if fragment.span.of(self.text).strip()]
        told = {id(fragment.annotation) for fragment in worded}
        self.dropped += {
            id(fragment.annotation): fragment.annotation
            for fragment in fragments
            if id(fragment.annotation) not in told
        }.values()
        steps: list[tuple[int, int, int, Fragment | Repair]] = [
            (fragment.span.start, 0, number, fragment) for number, fragment in enumerate(worded)
        ]
        steps += [(repair.span.start, 1, number, repair) for number, repair in enumerate(repairs)]
        position = leaf.start
        open_: list[tuple[Element, int]] = [(parent, leaf.end)]
        for start, _, _, item in sorted(steps, key=lambda step: step[:3]):
            position = self._advance(open_, position, start)
            if isinstance(item, Fragment):
                open_.append((self._element(open_[-1][0], item), item.span.end))
            else:
                _write_repair(open_[-1][0], item, item.span.of(self.text))
                position = item.span.end
        self._advance(open_, position, leaf.end)

    def _within(self, leaf: Span) -> list[Annotation]:
        first = bisect_left(self.annotations, leaf.start - self._longest, key=lambda a: a.span.start)
        last = bisect_left(self.annotations, leaf.end, key=lambda a: a.span.start)
        return [annotation for annotation in self.annotations[first:last] if annotation.span.overlaps(leaf)]

    def _advance(self, open_: list[tuple[Element, int]], position: int, to: int) -> int:
        """Write the text up to ``to``, closing the elements that end on the way."""
        while len(open_) > 1 and open_[-1][1] <= to:
            element, end = open_.pop()
            append_text(element, self.text[position:end])
            position = max(position, end)
        append_text(open_[-1][0], self.text[position:to])
        return max(position, to)

    def _element(self, parent: Element, fragment: Fragment) -> Element:
        known = _elements()
        annotation = fragment.annotation
        name = _element_name(annotation, local_name(parent))
        element = add(parent, name)
        for attribute, value in annotation.features:
            if attribute in known.attributes.get(name, ()):
                local = f"#{self.prefix}.{value[1:]}" if attribute == "target" and value.startswith("#") else value
                element.set(attribute, f"#{value}" if attribute in known.pointers else local)
        language = annotation.feature("lang")
        if language:
            element.set(XML_LANG, language)
        if name == "q" and annotation.label in known.quotations and annotation.feature("who"):
            element.set("type", "quotation")
        element.set("cert", certainty(annotation.certainty))
        element.set("resp", " ".join(f"#resp-{agent}" for agent in annotation.agents))
        if fragment.chain:
            self.chains.pieces.setdefault(fragment.chain, []).append(element)
        return element


def certainty(value: float) -> str:
    """Return ``@cert`` for a certainty from 0 to 1."""
    return "high" if value >= HIGH else "medium" if value >= MEDIUM else "low"


def _element_name(annotation: Annotation, parent: str) -> str:
    known = _elements()
    label = annotation.label
    if label in known.quotations and parent in known.no_quotations:
        return "q"
    # A quote has no @who: who said it is told by a q unless its source, which names its author, is known.
    if label == "quote" and annotation.feature("who") and not annotation.feature("source"):
        return "q"
    return label


def character_id(points: str) -> str:
    """Return the id of the declaration of a stand-in, from the code points it stands for."""
    return f"char-{points.replace('+', '').replace(' ', '-').lower()}"


def _write_stand_in(parent: Element, points: str, original: str) -> None:
    """Write what stands for a character that XML cannot hold; that of a form feed is read as the page break it is."""
    if points == FORM_FEED:
        add(parent, "pb")
        choice = add(parent, "choice")
        parent = add(choice, "orig")
        add(choice, "reg")
    add(parent, "g", original, ref=f"#{character_id(points)}")


def _write_repair(parent: Element, repair: Repair, original: str) -> None:
    if repair.kind == "g":
        _write_stand_in(parent, repair.replacement, original)
        return
    if repair.kind == "lb":
        append_text(parent, original)
        line = add(parent, "lb")
        if original.count("\n") > 1:
            line.set("type", "false-paragraph")
        line.set("resp", "#resp-reader")
        return
    choice = add(parent, "choice", resp="#resp-reader")
    add(choice, repair.kind, original)
    add(choice, "corr" if repair.kind == "sic" else "reg", repair.replacement)


@cache
def _elements() -> _Elements:
    data = tomllib.loads(files("tei_edition.encoding").joinpath("elements.toml").read_text(encoding="utf-8"))
    return _Elements(
        attributes={name: tuple(names) for name, names in data["attributes"].items()},
        pointers=frozenset(data["pointers"]["names"]),
        no_quotations=frozenset(data["quotations_as_q"]["parents"]),
        quotations=frozenset(data["quotations_as_q"]["elements"]),
    )


def encodable(label: str) -> bool:
    """Tell whether annotations of this label have an element."""
    return label in _elements().attributes
