"""From TEI elements to XHTML: the walk that every element takes unless a rule of its own stands.

Source: TEI Guidelines, STEC "Model classes"; HTML Living Standard, 3.2.5 "Content models".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.exporters.reading.elements import elements
from tei_edition.exporters.reading.language import is_rtl, language_tag
from tei_edition.exporters.reading.separation import joins, parts_words
from tei_edition.exporters.reading.variants import chosen
from tei_edition.exporters.xhtml.elements import appearance, mapped
from tei_edition.exporters.xhtml.identifiers import Identifiers
from tei_edition.exporters.xhtml.markup import Markup, tag
from tei_edition.tei.names import TEI_NS, XML_ID, XML_LANG, is_tei, local_name
from tei_edition.tei.text import text_after, text_before, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.chapter import Heading, Mention, PageBreak
    from tei_edition.exporters.xhtml.labels import Labels

    Rule = Callable[["Walk", Element, Markup], None]

DEEPEST = 100
"""Elements nested deeper than this keep their text only."""

_PREFIX = f"{{{TEI_NS}}}"


@dataclass(slots=True)
class Problems:
    """What the walk came across; each is told once a document."""

    unknown: dict[str, int] = field(default_factory=dict)
    images: dict[str, int] = field(default_factory=dict)
    unsafe: dict[str, int] = field(default_factory=dict)
    dangling: dict[str, int] = field(default_factory=dict)
    too_deep: int = 0


@dataclass(slots=True)
class Walk:
    """One text on its way to XHTML.

    Attributes:
        blocks: The elements that are blocks.
        rules: What to do with an element, by name; phrases and blocks alike.
        labels: Words that the book says by itself.
        entries: Address of each register entry, by its xml:id.
        images: Address in the book of each image given, by ``graphic/@url``.
        keeps_marks: Whether the header says that all quotation marks are in the text.
        title_head: The ``head`` that is the chapter's h1; None where the h1 comes from the header.
        language: In effect where the walk is.
        heading_level: Of the innermost heading so far.
    """

    blocks: frozenset[Element]
    rules: Mapping[str, Rule]
    labels: Labels
    entries: Mapping[str, str]
    images: Mapping[str, str]
    keeps_marks: bool
    title_head: Element | None
    language: str
    heading_level: int
    ids: Identifiers = field(default_factory=Identifiers)
    notes: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    pages: list[PageBreak] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    shown_images: set[str] = field(default_factory=set)
    problems: Problems = field(default_factory=Problems)
    has_math: bool = False
    in_link: bool = False
    depth: int = 0

    def element(self, element: Element, out: Markup) -> None:
        """Write what an element says, its tail not included."""
        tag_ = element.tag
        if not isinstance(tag_, str):
            return
        if self.depth >= DEEPEST:
            self.problems.too_deep = self.problems.too_deep or (element.sourceline or 1)
            out.text(text_of(element, "reading"))
            return
        name = tag_.removeprefix(_PREFIX)
        language = self.language
        if declared := language_tag(element.get(XML_LANG, "")):
            self.language = declared
            self.languages.add(declared)
        self.depth += 1
        rule = self.rules.get(name)
        if rule is not None:
            rule(self, element, out)
        elif element in self.blocks:
            self.block(element, out)
        else:
            self.phrase(element, out)
        self.depth -= 1
        self.language = language

    def content(self, element: Element, out: Markup) -> None:
        """Write what an element holds: its own text and its children in order."""
        name = local_name(element)
        verbatim = name in elements().verbatim
        bare = name in elements().containers and element in self.blocks
        text = text_before(element)
        if text and not (bare and text.isspace()):
            out.text(text, verbatim=verbatim)
        parted = parts_words(element)
        for child in element:
            if parted and joins(child):
                out.text(", " if name == "castItem" else " ")
            self.element(child, out)
            text = text_after(child)
            if text and not (bare and text.isspace()):
                out.text(text, verbatim=verbatim)

    def captured(self, write: Rule, element: Element) -> str:
        """Return what ``write`` writes for an element, apart from where the walk is writing."""
        own = Markup(self.language)
        write(self, element, own)
        return own.joined()

    def block(self, element: Element, out: Markup, html: str = "", *classes: str) -> None:
        """Write an element as a block: ``html``, else ``p`` if it has words only, else ``div``."""
        name = local_name(element)
        look, looks = appearance(rend_of(element))
        html = html or self._block_name(element, name)
        named = () if name in {"p", "ab"} and not classes else (name,)
        kind = element.get("type", "") if name.startswith("div") else ""
        styles = (*looks, f"as-{look}") if look else looks
        self.wrapped(element, out, html, *named, kind, *classes, *styles)

    def wrapped(self, element: Element, out: Markup, html: str, *classes: str) -> None:
        """Write an element's content in the block ``html``."""
        out.block(tag(html, **self.common(element, *classes)))
        out.language = self.language
        self.content(element, out)
        out.block(f"</{html}>")

    def phrase(self, element: Element, out: Markup, html: str = "", *classes: str) -> None:
        """Write an element within words; without markup where there is nothing to see or to link to."""
        name = local_name(element)
        look, looks = appearance(rend_of(element))
        html = html or look or mapped().phrases.get(name, "") or ("i" if name == "hi" and not looks else "")
        if name not in elements().known or not is_tei(element):
            self.problems.unknown.setdefault(name, element.sourceline or 0)
        attributes = self.common(element, *classes, *looks)
        if not html and not attributes and name in mapped().plain:
            self.content(element, out)
            return
        named = () if html in {"sup", "sub", "b", "i", "em"} or name in mapped().plain else (safe_class(name),)
        attributes = {**attributes, "class_": " ".join(dict.fromkeys((*named, *attributes.get("class_", "").split())))}
        html = html or "span"
        out.raw(tag(html, **attributes))
        self.content(element, out)
        out.raw(f"</{html}>")

    def common(self, element: Element, *classes: str) -> dict[str, str]:
        """Return the attributes that any element may have: id, class, language; only those with a value."""
        found = {"id": self.own_id(element), "class_": " ".join(safe_class(name) for name in classes if name)}
        if declared := language_tag(element.get(XML_LANG, "")):
            found |= {"lang": declared, "xml__lang": declared}
            if is_rtl(declared):
                found["dir"] = "rtl"
        return {key: value for key, value in found.items() if value}

    def own_id(self, element: Element) -> str:
        """Return the page id of an element that has an xml:id, the first time."""
        identifier = element.get(XML_ID)
        return self.ids.emit(identifier) if identifier else ""

    def has_blocks(self, element: Element) -> bool:
        """Tell whether a block stands directly in an element."""
        return any(child in self.blocks for child in element)

    def choice(self, element: Element) -> list[Element]:
        """Return what a ``choice`` offers to a reader."""
        return chosen(element, "reading")

    def _block_name(self, element: Element, name: str) -> str:
        html = mapped().blocks.get(name, "")
        if html:
            return html
        return "div" if name in elements().containers or self.has_blocks(element) else "p"


def rend_of(element: Element) -> str:
    """Return the words of ``rend``, ``rendition`` and ``style`` together; empty where there are none."""
    found = (element.get("rend"), element.get("rendition"), element.get("style"))
    return " ".join(value for value in found if value)


def safe_class(name: str) -> str:
    """Return ``name`` as one CSS class: letters, digits and hyphens."""
    return "".join(character if character.isalnum() or character in "-_" else "-" for character in name)
