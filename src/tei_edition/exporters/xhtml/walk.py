"""From TEI elements to XHTML: the walk that every element takes unless a rule of its own stands.

Source: TEI Guidelines, STEC "Model classes"; HTML Living Standard, 3.2.5 "Content models".
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.chapter import Heading, Mention, PageBreak
    from tei_edition.exporters.xhtml.labels import Labels
    from tei_edition.exporters.xhtml.plain import Plain

    Rule = Callable[["Walk", Element, Markup], None]

DEEPEST = 100
"""Elements nested deeper than this keep their text only."""

_PREFIX = f"{{{TEI_NS}}}"


class Problems:
    """What the walk came across; each is told once a document."""

    __slots__ = ("dangling", "images", "too_deep", "unknown", "unsafe")

    def __init__(self) -> None:
        self.unknown: dict[str, int] = {}
        self.images: dict[str, int] = {}
        self.unsafe: dict[str, int] = {}
        self.dangling: dict[str, int] = {}
        self.too_deep = 0


class Cut(NamedTuple):
    """Where a page may begin: position in the markup, what is open there, how many notes stand before it."""

    position: int
    opened: tuple[tuple[str, str], ...]
    notes: int


@dataclass(slots=True, eq=False, repr=False)
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
        own: Tells the rule of an element that the project shows in its own way; None: there is none.
        plain: Which tags are left plain; None: none.
        documents: Number of each text of the same book, by file name and by xml:id of its document.
        people: Name of each register entry, by its xml:id.
        names: The same where the speakers of quotations are to be named, else empty.
        first_heads: The heading of each division that was looked at; None where it has none.
        cuts: Where a page may begin.
        opened: Start and end tag of each element that is open there.
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
    own: Callable[[Element], Rule | None] | None = None
    plain: Plain | None = None
    documents: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    first_heads: dict[Element, Element | None] = field(default_factory=dict)
    cuts: list[Cut] = field(default_factory=list)
    opened: list[tuple[str, str]] = field(default_factory=list)
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
    breakable_depth: int = 0

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
        written = element.get(XML_LANG)
        if written and (declared := language_tag(written)):
            self.language = declared
            self.languages.add(declared)
        self.depth += 1
        rule = (self.own(element) if self.own is not None else None) or self.rules.get(name)
        if self.plain is not None and element not in self.blocks and self.plain.covers(element, name):
            self.content(element, out)
        elif rule is not None:
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
        parted = len(element) > 1 and parts_words(element)
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
        html = html or self.block_name(element)
        self.wrapped(element, out, html, *self.classes(element, *classes))

    def wrapped(self, element: Element, out: Markup, html: str, *classes: str, content: Rule | None = None) -> None:
        """Write an element's content in the block ``html``, by ``content`` where that is another rule than ours."""
        out.block(tag(html, **self.common(element, *classes)))
        out.language = self.language
        (content or Walk.content)(self, element, out)
        out.block(f"</{html}>")

    def container(self, element: Element, out: Markup, html: str) -> None:
        """Write a block between whose blocks a page may begin, if one may begin around it."""
        attributes = self.common(element, *self.classes(element))
        self.opened.append((tag(html, **{**attributes, "id": ""}), f"</{html}>"))
        out.block(tag(html, **attributes))
        out.language = self.language
        with self.breakable():
            self.content(element, out)
        out.block(f"</{html}>")
        self.opened.pop()

    @contextmanager
    def breakable(self) -> Iterator[None]:
        """Let pages begin between the children of the element that the walk is in, if one may begin around it."""
        inner = self.breakable_depth == self.depth - 1
        self.breakable_depth += inner
        yield
        self.breakable_depth -= inner

    def page_may_begin(self, out: Markup) -> None:
        """Remember that a page may begin before the element that the walk is in."""
        if self.breakable_depth == self.depth - 1:
            self.cuts.append(Cut(out.position(), tuple(self.opened), len(self.notes)))

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
        found: dict[str, str] = {}
        if own := self.own_id(element):
            found["id"] = own
        if named := _class_value(classes):
            found["class_"] = named
        written = element.get(XML_LANG)
        if written and (declared := language_tag(written)):
            found |= {"lang": declared, "xml__lang": declared}
            if is_rtl(declared):
                found["dir"] = "rtl"
        return found

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

    def block_name(self, element: Element) -> str:
        """Return the HTML element of a block: as ``elements.tsv`` says, else ``p`` where it has words only."""
        name = local_name(element)
        html = mapped().blocks.get(name, "")
        if html:
            return html
        return "div" if name in elements().containers or self.has_blocks(element) else "p"

    def classes(self, element: Element, *classes: str) -> tuple[str, ...]:
        """Return the classes of a block: its TEI name, the kind of a division, what ``rend`` says of its look."""
        name = local_name(element)
        look, looks = appearance(rend_of(element))
        named = () if name in {"p", "ab"} and not classes else (name,)
        kind = element.get("type", "") if name.startswith("div") else ""
        return (*named, kind, *classes, *looks, f"as-{look}" if look else "")


@cache
def _class_value(classes: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(safe_class(name) for name in classes if name))


def rend_of(element: Element) -> str:
    """Return the words of ``rend``, ``rendition`` and ``style`` together; empty where there are none."""
    rend, rendition, style = element.get("rend", ""), element.get("rendition"), element.get("style")
    if rendition is None and style is None:
        return rend
    return " ".join(value for value in (rend, rendition, style) if value)


def safe_class(name: str) -> str:
    """Return ``name`` as one CSS class: letters, digits and hyphens."""
    return "".join(character if character.isalnum() or character in "-_" else "-" for character in name)
