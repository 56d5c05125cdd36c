"""Mentions of persons, places, organisations, events and works in a text: where they stand and what stands round them.

Two counts run side by side. Positions are those of the whole document's text content, markup taken away: whoever has
the TEI file can find the place again. Words and context are those of the reading text, as a reader sees it.

Source: Web Annotation Data Model, 4.2.4 "Text Quote Selector" and 4.2.5 "Text Position Selector"; TEI Guidelines,
NDATTSnr "Linking Names and Their Referents".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.characters import collapsed
from tei_edition.exporters.reading.registers import is_entry
from tei_edition.exporters.reading.variants import is_displayed
from tei_edition.tei.names import XML_ID, is_tei, local_name
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml.etree import _Element as Element

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "persName": "persons",
        "placeName": "places",
        "geogName": "places",
        "orgName": "organisations",
        "eventName": "events",
        "title": "works",
        "bibl": "works",
        "name": "",
        "rs": "",
    }
)
"""Kind of entity by the element that mentions one; empty where the element does not say."""

_ONLY_LINKED = frozenset({"title", "bibl", "name", "rs"})
_TYPES = {"person": "persons", "place": "places", "org": "organisations", "event": "events", "work": "works"}
_SILENT = frozenset({"fw", "binaryObject"})
_AROUND = 60
_QUOTED = 32


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention.

    Attributes:
        document: Id of the document that it stands in.
        id: Of the mention, unique among all that were exported together.
        element: Name of the TEI element.
        kind: Kind of entity; empty where nothing says it.
        entity: Key of the register's entry; empty where it is linked to none.
        text: As a reader sees it, white space collapsed.
        before: Up to 60 characters of reading text before it, cut at a word; ends in a space where the text has one.
        after: The same after it; begins with a space where the text has one.
        passage: xml:id of the innermost element around it that has one; empty where none has.
        certainty: ``cert`` as it stands.
        responsible: ``resp`` as it stands.
        start: Where it begins in the document's text content: code points, from 0.
        end: Where it ends, exclusive.
        exact: The document's text content between the two.
        prefix: Up to 32 characters before that.
        suffix: Up to 32 characters after that.
    """

    document: str
    id: str
    element: str
    kind: str
    entity: str
    text: str
    before: str
    after: str
    passage: str
    certainty: str
    responsible: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(slots=True)
class _Open:
    element: Element
    passage: str
    start: int
    reading_start: int
    end: int = 0
    reading_end: int = 0


@dataclass(slots=True)
class _Count:
    """The two texts so far, and the mentions that were met."""

    content: list[str] = field(default_factory=list)
    reading: list[str] = field(default_factory=list)
    at: int = 0
    reading_at: int = 0
    hidden: int = 0
    texts: int = 0
    entries: int = 0
    passages: list[str] = field(default_factory=lambda: [""])
    met: list[_Open] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.content.append(words)
        self.at += len(words)
        if self.texts and not self.hidden:
            self.reading.append(words)
            self.reading_at += len(words)

    def begin(self, element: Element) -> None:
        name = local_name(element)
        self.texts += name == "text"
        self.entries += is_entry(element)
        self.hidden += _is_hidden(element, name)
        self.passages.append(element.get(XML_ID) or self.passages[-1])
        if self.texts and not self.entries and not self.hidden and name in KINDS and is_tei(element):
            one = _Open(element, self.passages[-1], self.at, self.reading_at)
            self.met.append(one)
            self.open.append(one)
        self.add(text_before(element))

    def end(self, element: Element) -> None:
        name = local_name(element)
        if self.open and self.open[-1].element is element:
            one = self.open.pop()
            one.end, one.reading_end = self.at, self.reading_at
        self.passages.pop()
        self.hidden -= _is_hidden(element, name)
        self.entries -= is_entry(element)
        self.texts -= name == "text"


def mentions_of(root: Element, document: str, entities: Mapping[str, str]) -> tuple[Mention, ...]:
    """Return the mentions in the texts of a document, in order.

    Those in page furniture, in registers and in hidden readings are left out; ``title``, ``bibl``, ``name`` and ``rs``
    are mentions only if they point to an entry.

    Args:
        root: The document.
        document: Its id.
        entities: Kind of each entry by its xml:id.
    """
    count = _Count()
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            count.begin(node)
            continue
        if event == "end":
            count.end(node)
        if node is not root:
            count.add(text_after(node))
    content, reading = "".join(count.content), "".join(count.reading)
    found: list[Mention] = []
    for one in count.met:
        entity = entry_of(one.element, entities)
        if (entity or local_name(one.element) not in _ONLY_LINKED) and content[one.start : one.end].strip():
            identifier = f"{document}.m{len(found) + 1}"
            found.append(_mention(one, (document, identifier), entity, entities, (content, reading)))
    return tuple(found)


def entry_of(element: Element, entities: Collection[str]) -> str:
    """Return the first register entry that ``ref`` or ``key`` names; empty where there is none."""
    for target in (*element.get("ref", "").split(), *element.get("key", "").split()):
        identifier = target.rpartition("#")[2]
        if identifier in entities:
            return identifier
    return ""


def _mention(
    one: _Open, ids: tuple[str, str], entity: str, entities: Mapping[str, str], texts: tuple[str, str]
) -> Mention:
    content, reading = texts
    element = one.element
    name = local_name(element)
    kind = entities.get(entity, "") or KINDS[name] or _TYPES.get(element.get("type", ""), "")
    return Mention(
        document=ids[0],
        id=ids[1],
        element=name,
        kind=kind,
        entity=entity,
        text=collapsed(reading[one.reading_start : one.reading_end]),
        before=_before(reading[max(0, one.reading_start - 2 * _AROUND) : one.reading_start]),
        after=_after(reading[one.reading_end : one.reading_end + 2 * _AROUND]),
        passage=one.passage,
        certainty=element.get("cert", ""),
        responsible=element.get("resp", ""),
        start=one.start,
        end=one.end,
        exact=content[one.start : one.end],
        prefix=content[max(0, one.start - _QUOTED) : one.start],
        suffix=content[one.end : one.end + _QUOTED],
    )


def _before(words: str) -> str:
    prose = collapsed(words)
    cut = prose[-_AROUND:]
    kept = cut if cut == prose else cut.partition(" ")[2] or cut
    return f"{kept} " if kept and words[-1:].isspace() else kept


def _after(words: str) -> str:
    prose = collapsed(words)
    cut = prose[:_AROUND]
    kept = cut if cut == prose else cut.rpartition(" ")[0] or cut
    return f" {kept}" if kept and words[:1].isspace() else kept


def _is_hidden(element: Element, name: str) -> bool:
    return name in _SILENT or not is_displayed(element)
