"""The words of a TEI text by kind of element, and those of an EPUB or a plain text made of it, exactly as parted."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.units import units_of
from tei_edition.exporters.reading.variants import is_displayed, lemma
from tei_edition.tei.names import is_tei, local_name
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.tei.document import TeiDocument
    from tei_edition.tei.text import Reading

_WORD = re.compile(r"\w+")
_KINDS = frozenset("speaker stage note table verse head list quote p sp front back app figure other".split())
_KIND_OF = {"l": "verse", "item": "list", "label": "list", "cell": "table", "rdg": "app", "byline": "p", "ab": "p"}
_PARTING_PHRASES = frozenset({"note", "lb", "pb", "cb", "gap", "space", "index", "graphic", "figure", "witDetail"})
_RECORDS = frozenset(
    "castItem persName author cit form entryFree sense gramGrp witness subst msIdentifier altIdentifier"
    " u dimensions".split()
)
_VARIANTS = frozenset({"choice", "app", "rdgGrp"})
_HTML_BLOCKS = frozenset(
    """p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption tr td th section aside figure figcaption pre blockquote
    br hr body""".split()
)

Words = dict[str, Counter[str]]


def words_of(given: TeiDocument, reading: Reading = "reading") -> Words:
    """Return the words of all texts of a document by kind: page furniture (in reading text) and hidden variants out."""
    found: Words = {}
    for unit in units_of(given).units:
        for text in unit.texts:
            flow = blocks(text)
            for kind, stream in _streams(text, flow, reading):
                found.setdefault(kind, Counter()).update(_WORD.findall(stream))
    return found


def _streams(top: Element, flow: frozenset[Element], reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield kind and words of every block, note and reading; a block's own words, without those of the blocks in it."""
    pending: list[tuple[Element, str]] = [(top, "other")]
    while pending:
        element, kind = pending.pop()
        parts: list[str] = []
        stack = _content(element)[::-1]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            elif node in flow or _is_apart(node):
                parts.append(" " * (node in flow))
                pending.append((node, _kind(node, kind)))
            elif not _is_hidden(node, reading):
                _open(node, stack, reading)
        if not _is_hidden(element, reading):
            yield kind, "".join(parts)


def _open(node: Element, stack: list[Element | str], reading: Reading) -> None:
    """Put a phrase's content on the stack, with white space where it begins or ends a word."""
    name = local_name(node)
    if name in _PARTING_PHRASES and (node.get("break") != "no" or reading == "original"):
        stack.append(" ")
    stack += [" " * (name == "label"), *_content(node)[::-1], " " * _is_second_choice(node)]


def _content(element: Element) -> list[Element | str]:
    """Return text and children in order; parts of a name or entry that nothing parts are words apart."""
    found: list[Element | str] = [text_before(element)]
    for child in element:
        found += [child, text_after(child)]
    bare = not any(isinstance(part, str) and part.strip() for part in found)
    if bare and local_name(element) in _VARIANTS:
        return [part for part in found if not isinstance(part, str)]
    apart = bare and local_name(element) in _RECORDS
    return [part or " " if isinstance(part, str) and apart else part for part in found]


def _is_hidden(node: Element, reading: Reading) -> bool:
    name = local_name(node)
    if not name or name == "binaryObject" or (name == "fw" and reading == "reading"):
        return True
    parent = node.getparent()
    return parent is not None and is_tei(parent, "choice") and not is_displayed(node, reading)


def _is_apart(node: Element) -> bool:
    """Tell whether an element among words stands elsewhere: a note, a term for the index, a reading not in the text."""
    parent = node.getparent()
    if local_name(node) in {"note", "index"}:
        return True
    if parent is not None and is_tei(parent, "app", "rdgGrp"):
        return node is not lemma(parent)
    return False


def _is_second_choice(node: Element) -> bool:
    previous = node.getprevious()
    parent = node.getparent()
    return parent is not None and is_tei(parent, "choice") and previous is not None


def _kind(node: Element, outer: str) -> str:
    name = local_name(node)
    kind = _KIND_OF.get(name, name)
    return kind if kind in _KINDS and outer not in {"note", "app"} else outer


def words_of_epub(data: bytes) -> Counter[str]:
    """Return the words of all chapters of a book; what the book says by itself (note numbers, sigla) is left out."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if "/chapter-" in name:
                body = etree.fromstring(archive.read(name))[1]
                found.update(_WORD.findall("".join(_page(body))))
    return found


def _page(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or _is_ours(element):
        return
    edge = " " if local_name(element) in _HTML_BLOCKS else ""
    yield edge + text_before(element)
    for child in element:
        yield from _page(child)
        yield text_after(child)
    yield edge


def _is_ours(element: Element) -> bool:
    classes = {element.get("role"), *(element.get("class") or "").split()}
    return bool(classes & {"doc-noteref", "doc-backlink", "noteref", "placeholder", "wit"})


def words_of_text(text: str) -> Counter[str]:
    """Return the words of a plain text; note numbers in brackets are left out."""
    numbers = {int(number) for number in re.findall(r"^\[(\d+)\]", text, re.MULTILINE)}
    count = next(number for number in range(1, len(numbers) + 2) if number not in numbers)
    return Counter(_WORD.findall(re.sub(r"\[(\d+)\]", lambda m: "" if int(m[1]) < count else m[0], text)))


def missing(expected: Words, shown: Counter[str]) -> dict[str, list[str]]:
    """Return by kind the words that are shown less often than they should be."""
    lost = sum(expected.values(), Counter[str]()) - shown
    return {kind: sorted(word for word in counts if word in lost) for kind, counts in expected.items() if counts & lost}
