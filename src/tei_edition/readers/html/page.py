"""A page as chunks: stretches of text that no block element divides, each with what encloses it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.readers.html.boilerplate import hints_of, reason_of, rules
from tei_edition.readers.html.tokens import Close, Open, Text, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr basefont".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var center nobr".split()
) - {"center"}
_BOXES = frozenset("div td header section center address footer hgroup".split())
_BESIDE = frozenset("a span time small label abbr".split())
_IN_HEAD = frozenset("base basefont bgsound link meta noscript object script style template title".split())
_STRUCTURES = frozenset("ul ol dl table blockquote figure tr".split())
_PARTS = frozenset("li td th dt dd caption figcaption".split())
_CLOSED_BY = {
    "p": frozenset(
        "address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
        "h6 header hr main menu nav ol p pre section table ul".split()
    ),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
    "option": frozenset({"option"}),
}
_CLOSES = {
    name: tuple(other for other, closers in _CLOSED_BY.items() if name in closers)
    for name in frozenset().union(*_CLOSED_BY.values())
}
_MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "u": "underline"}
_LONGEST_SIGN = 120
_SAFE = re.compile(
    r"(?:#[^\s<>\"]+|(?:https?://|mailto:|ftp://|\.{0,2}/)[^\s<>\"{}|\\^`]*"
    r"|[\w.%~-]+(?:/[\w.%~/-]*)?(?:[?#][\w.%~&=/-]*)?)$",
    re.IGNORECASE,
)
_RUN = re.compile(r"[ \t\r\f]+")
_IRREGULAR = re.compile(r" {2}|[\t\r\f]")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element: ``rend`` of emphasis, or ``target`` of a link; offsets in the chunk's text."""

    start: int
    end: int
    rend: str = ""
    target: str = ""


@dataclass(slots=True)
class Chunk:
    """A stretch of text that no block element divides.

    Attributes:
        tag: The block element nearest to it.
        path: Structures around it (lists, tables, quotations) with a number each.
        reasons: Why it may be no part of the article: each element around it that says so, outermost first, by its
            number and the reason. A number below 0 is sure: an element such as ``nav``, no mere word of a class.
        hints: Words of class, id, rel and itemprop of the elements in and near it.
        text: Its words, white space collapsed; lines divided by ``br`` are kept apart.
        marks: Inline elements.
        linked: How many of its characters are links.
    """

    tag: str
    path: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[int, str], ...]
    hints: frozenset[str]
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    linked: int = 0

    @property
    def reason(self) -> str:
        """Why it is no part of the article; empty where nothing around it says so."""
        return self.reasons[0][1] if self.reasons else ""


@dataclass(slots=True)
class Container:
    """An element that may hold the article: the numbers of its first chunk and of the first after it.

    ``exact`` is one that says so by its class, such as ``entry-content``.
    """

    first: int
    last: int = 0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that an element marks as the author or the date: ``kind``, the number of their chunk, and the words."""

    kind: str
    chunk: int
    text: str


@dataclass(slots=True)
class Page:
    """What a page holds.

    Attributes:
        chunks: All its text but scripts and styles, in document order.
        containers: Elements that may hold the article.
        meta: Contents of ``meta`` by name or property in lower case, of ``itemprop`` and ``property`` anywhere.
        data: Texts of ``application/ld+json`` scripts.
        times: Values of ``time/@datetime`` with the number of the chunk they stand in.
        signs: What elements mark as author or date.
        anchors: The number of the chunk that each id, or name of an ``a``, leads to.
        images: Source of each image in a figure, by the figure's number.
        title: Content of ``title``.
        language: ``html/@lang``.
    """

    chunks: list[Chunk] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    images: dict[int, str] = field(default_factory=dict)
    title: str = ""
    language: str = ""


@dataclass(slots=True)
class _Frame:
    name: str
    block: str
    path: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[int, str], ...]
    hints: frozenset[str]
    container: Container | None = None
    signs: tuple[str, ...] = ()
    chunks: int = 0
    rend: str = ""
    target: str = ""
    start: int = 0
    script: str = ""


def read_page(text: str) -> Page:
    """Return what a page holds, in time linear in its length."""
    reader = _PageReader()
    for token in tokens(text):
        if isinstance(token, Open):
            reader.open(token.name, token.attributes)
        elif isinstance(token, Close):
            reader.close(token.name)
        else:
            reader.text(token)
    return reader.finished()


class _PageReader:
    """Follows the tags of a page and gathers its chunks."""

    def __init__(self) -> None:
        self._page = Page()
        self._stack = [_Frame("", "body", (), (), frozenset())]
        self._open: Counter[str] = Counter()
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._linked = 0
        self._hints: frozenset[str] = frozenset()
        self._serial = 0
        self._closed = False

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in {"html", "body"}:
            self._page.language = self._page.language or attributes.get("lang", attributes.get("xml:lang", ""))
        if self._open["head"] and name not in _IN_HEAD:
            self.close("head")
        if name in {"html", "body"}:
            return
        for other in _CLOSES.get(name, ()):
            if self._open[other] and self._may_close(other, name):
                self.close(other)
        if name in _VOID:
            self._closed = False
            self._void(name, attributes)
        else:
            self._push(name, attributes)

    def _void(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "meta":
            self._meta(attributes)
        elif name == "br":
            self._add("\n")
        elif name == "img":
            self._image(attributes)
        elif name == "hr":
            self._flush()

    def close(self, name: str) -> None:
        if name == "p" and not self._open["p"]:
            self._flush()
            return
        if not self._open[name]:
            return
        while True:
            frame = self._stack.pop()
            self._open[frame.name] -= 1
            self._leave(frame)
            if frame.name == name:
                return

    def text(self, token: Text) -> None:
        frame = self._stack[-1]
        self._closed = False
        if token.raw == "title" and not self._page.title:
            self._page.title = " ".join(token.text.split())
        if token.raw == "script" and "json" in frame.script:
            self._page.data.append(token.text)
        if token.raw in {"script", "style"}:
            return
        if frame.block == "pre":
            self._add(token.text.replace("\r\n", "\n").replace("\r", "\n"))
            return
        spaced = _spaced(token.text)
        self._add(spaced.lstrip(" ") if self._ends_open() else spaced)
        if frame.target:
            self._linked += len(spaced.strip())

    def finished(self) -> Page:
        while len(self._stack) > 1:
            frame = self._stack.pop()
            self._leave(frame)
        self._flush()
        return self._page

    def _may_close(self, other: str, name: str) -> bool:
        """Tell whether an open element ends here: not where a list or table inside it was opened since."""
        barrier = {"li": {"ul", "ol"}, "td": {"table"}, "th": {"table"}, "tr": {"table"}}.get(other, set())
        for frame in reversed(self._stack[-_DEEPEST:]):
            if frame.name == other:
                return True
            if frame.name in barrier or (other == "p" and frame.name in {"td", "li", "table", "button", "object"}):
                return False
        return other == "p" and name == "p"

    def _push(self, name: str, attributes: Mapping[str, str]) -> None:
        above = self._stack[-1]
        known = rules()
        told = hints_of(attributes)
        block, path = above.block, above.path
        if name not in _INLINE:
            self._flush()
            block = name
        elif self._closed and name in _BESIDE and block in _BOXES and self._pieces[-1][-2:].isalnum():
            # Inline elements side by side with nothing between them: a style sheet sets them apart.
            self._flush()
        self._closed = False
        if name in _STRUCTURES | _PARTS and len(path) < _DEEPEST:
            self._serial += 1
            path = (*path, (name, self._serial))
        frame = _Frame(name, block, path, above.reasons, told.words, signs=told.signs)
        sure, reason = reason_of(name, attributes, told)
        if reason and len(above.reasons) < _DEEPEST:
            self._serial += 1
            frame.reasons = (*above.reasons, (-self._serial if sure else self._serial, reason))
        frame.rend, frame.start, frame.chunks = _MARKS.get(name, ""), self._length, len(self._page.chunks)
        if told.is_article or name in known.article_elements or attributes.get("role") in known.article_roles:
            frame.container = Container(len(self._page.chunks), exact=told.is_article)
        if attributes:
            frame.script, frame.target = attributes.get("type", "").lower(), _target(name, attributes)
            self._state(attributes)
            self._hints |= told.words
        self._stack.append(frame)
        self._open[name] += 1

    def _leave(self, frame: _Frame) -> None:
        self._sign(frame)
        if frame.name not in _INLINE:
            self._flush(frame)
        elif (frame.rend or frame.target) and self._length > frame.start:
            self._marks.append(Mark(frame.start, self._length, frame.rend, frame.target))
        self._closed = frame.name in _BESIDE and bool(self._pieces)
        if frame.container is not None:
            frame.container.last = len(self._page.chunks)
            self._page.containers.append(frame.container)
        if frame.name in {"td", "th"} and frame.chunks == len(self._page.chunks):
            # An empty cell keeps its place in the row.
            self._page.chunks.append(Chunk(frame.name, frame.path, frame.reasons, frame.hints))

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _ends_open(self) -> bool:
        return not self._pieces or self._pieces[-1][-1:] in {" ", "\n", ""}

    def _flush(self, frame: _Frame | None = None) -> None:
        """End the chunk, where there is one."""
        frame = frame or next(
            (item for item in reversed(self._stack[-_DEEPEST:]) if item.name not in _INLINE), self._stack[-1]
        )
        text = "".join(self._pieces)
        if text.strip():
            hints = frame.hints | self._hints
            reasons = max(self._stack[-1].reasons, frame.reasons, key=len)
            chunk = Chunk(frame.block, frame.path, reasons, hints, text, self._marks, self._linked)
            self._page.chunks.append(chunk)
        self._pieces, self._length, self._marks, self._linked, self._hints = [], 0, [], 0, frozenset()
        for item in self._stack[-_DEEPEST:]:
            item.start = 0

    def _meta(self, attributes: Mapping[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if name and attributes.get("content"):
            self._page.meta.setdefault(name.lower(), []).append(" ".join(attributes["content"].split()))

    def _state(self, attributes: Mapping[str, str]) -> None:
        """Keep what an element of the body states in attributes, as RDFa, microdata and microformats do."""
        if attributes.get("datetime"):
            self._page.times.append((len(self._page.chunks), attributes["datetime"]))
        for anchor in (attributes.get("id"), attributes.get("name")):
            if anchor:
                self._page.anchors.setdefault(anchor, len(self._page.chunks))
        if "content" in attributes and ("property" in attributes or "itemprop" in attributes):
            self._meta(attributes)
        if attributes.get("title") and "date" in hints_of(attributes).signs:
            self._page.signs.append(Sign("date", len(self._page.chunks), attributes["title"]))

    def _sign(self, frame: _Frame) -> None:
        """Keep the words of an element that is marked as author or date, where they are few."""
        if frame.signs and frame.chunks == len(self._page.chunks):
            text = " ".join("".join(self._pieces)[frame.start if frame.name in _INLINE else 0 :].split())
            if 0 < len(text) <= _LONGEST_SIGN:
                self._page.signs += [Sign(kind, frame.chunks, text) for kind in frame.signs]

    def _image(self, attributes: Mapping[str, str]) -> None:
        path = self._stack[-1].path
        if path and path[-1][0] == "figure" and _SAFE.match(attributes.get("src", "")):
            self._page.images.setdefault(path[-1][1], attributes["src"])


def _spaced(text: str) -> str:
    """Return a text with one space for each run of white space; most texts only have line ends."""
    flat = text.replace("\n", " ")
    return _RUN.sub(" ", flat) if _IRREGULAR.search(flat) else flat


def _target(name: str, attributes: Mapping[str, str]) -> str:
    """Return where a link leads: never a script, nor anything that is no address."""
    target = attributes.get("href", "").strip() if name == "a" else ""
    return target if target and _SAFE.match(target) else ""
