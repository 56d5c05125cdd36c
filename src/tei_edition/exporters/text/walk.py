"""From TEI elements to lines of plain text: the walk that every element takes unless a rule of its own stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.core.typography import typography
from tei_edition.exporters.reading.elements import elements
from tei_edition.exporters.reading.language import language_tag
from tei_edition.exporters.reading.line_beginnings import begins_line
from tei_edition.exporters.reading.quotation import QUOTATIONS, needs_marks
from tei_edition.exporters.reading.separation import joins, parts_words
from tei_edition.exporters.reading.variants import chosen
from tei_edition.exporters.text import entities, markdown_blocks, structures, variants
from tei_edition.exporters.text.paragraphs import BREAK, Paragraphs
from tei_edition.tei.names import XML_LANG, XML_SPACE, is_tei, local_name, tei
from tei_edition.tei.text import text_after, text_before, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.text.manner import Manner
    from tei_edition.tei.text import Reading

DEEPEST = 100
"""Elements nested deeper than this keep their text only."""


@dataclass(slots=True)
class Walk:
    """One text on its way to plain text.

    Attributes:
        blocks: The elements that are blocks.
        manner: What the flavour does.
        keeps_marks: Whether the header says that all quotation marks are in the text.
        language: In effect where the walk is.
        notes: The finished notes, in order; note 1 is the first.
    """

    blocks: frozenset[Element]
    manner: Manner
    keeps_marks: bool
    language: str
    notes: list[str] = field(default_factory=list)
    deepest: int = DEEPEST
    depth: int = 0
    too_deep: int = 0
    quotation_depth: int = 0

    @property
    def reading(self) -> Reading:
        """Which child of each ``choice`` is shown."""
        return self.manner.reading

    def paragraphs(self) -> Paragraphs:
        """Return an empty collector for a cell, an item or a note."""
        return Paragraphs(self.manner, self.language)

    def element(self, element: Element, out: Paragraphs) -> None:
        """Add what an element says to ``out``, its tail not included."""
        if not isinstance(element.tag, str):
            return
        if self.depth >= self.deepest:
            self.too_deep = self.too_deep or (element.sourceline or 1)
            out.text(text_of(element, self.reading))
            return
        language, self.language = self.language, language_tag(element.get(XML_LANG, "")) or self.language
        self.depth += 1
        if self.reading == "original" and element in self.blocks and _is_set(element):
            out.verbatim(text_of(element, "original"))
        elif element in self.blocks:
            self._block(element, out)
        else:
            self._phrase(element, out)
        self.depth -= 1
        self.language = language

    def content(self, element: Element, out: Paragraphs) -> None:
        """Add what an element holds: its own text and its children in order."""
        verbatim = local_name(element) in elements().verbatim
        text = text_before(element)
        if text:
            out.text(text, verbatim=verbatim)
        parted = parts_words(element)
        for child in element:
            if parted and joins(child):
                out.text(", " if is_tei(element, "castItem") else " ")
            self.element(child, out)
            text = text_after(child)
            if text:
                out.text(text, verbatim=verbatim)

    def children(self, element: Element, out: Paragraphs) -> None:
        """Add what a ``choice`` offers in this reading; its own white space means nothing."""
        for number, child in enumerate(chosen(element, self.reading)):
            if number:
                out.text(" / ")
            self.element(child, out)

    def _block(self, element: Element, out: Paragraphs) -> None:
        name = _tei_name(element)
        gap = name not in structures.TIGHT
        out.end_line(gap=gap)
        out.language = self.language
        marked = markdown_blocks.RULES.get(name) if self.manner.markdown else None
        rule = marked or _BLOCKS.get(name, Walk.content)
        rule(self, element, out)
        out.end_line(gap=gap)
        if name == "speaker":
            out.attach()

    def _phrase(self, element: Element, out: Paragraphs) -> None:
        name = _tei_name(element)
        rule = _PHRASES.get(name)
        if self.manner.entities and name in entities.KINDS:
            entities.marked(self, element, out)
        elif rule is not None:
            rule(self, element, out)
        elif name in QUOTATIONS:
            self._quotation(element, out)
        elif name == "lb":
            self._line_beginning(element, out)
        elif self.manner.markdown:
            markdown_blocks.phrase(self, element, out)
        else:
            self.content(element, out)

    def _quotation(self, element: Element, out: Paragraphs) -> None:
        if not self.manner.typographic or self.keeps_marks or not needs_marks(element):
            out.quotation_begins()
            self.content(element, out)
            out.quotation_ends()
            return
        opening, closing = typography(self.language).pair(self.quotation_depth)
        self.quotation_depth += 1
        out.text(opening)
        self.content(element, out)
        out.text(closing)
        self.quotation_depth -= 1

    def _line_beginning(self, element: Element, out: Paragraphs) -> None:
        if self.reading == "original" or (self.manner.signs and begins_line(element)):
            out.text(BREAK)
        elif element.get("break") != "no":
            out.text(" ")

    def sign(self, mark: str, out: Paragraphs) -> None:
        """Add an editorial sign, where the flavour has any."""
        if self.manner.signs:
            out.sign(mark)


def _tei_name(element: Element) -> str:
    """Return the local name of an element of TEI; empty for one of another namespace, which has no rule here."""
    return local_name(element) if is_tei(element) else ""


_BLOCKS: Mapping[str, Callable[[Walk, Element, Paragraphs], None]] = MappingProxyType(
    {
        "fw": variants.forme_work,
        "list": structures.list_,
        "castList": structures.cast_list,
        "table": structures.table,
        "choice": Walk.children,
        "app": variants.apparatus,
        "figure": structures.figure,
    }
)
_PHRASES: Mapping[str, Callable[[Walk, Element, Paragraphs], None]] = MappingProxyType(
    {
        "note": variants.note,
        "index": variants.index,
        "choice": Walk.children,
        "app": variants.apparatus,
        "fw": variants.forme_work,
        "gap": variants.gap,
        "label": variants.label,
        "del": variants.deletion,
        "pb": variants.page_beginning,
        "cb": variants.nothing,
        "space": variants.space,
        "figure": structures.figure,
        "binaryObject": variants.nothing,
    }
)


def _is_set(element: Element) -> bool:
    """Tell whether an element's own white space sets its lines, not elements that begin lines."""
    return element.get(XML_SPACE) == "preserve" and next(element.iter(tei("lb")), None) is None
