"""Small TEI documents for tests, and the words that an export may not lose."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.units import units_of
from tei_edition.exporters.reading.variants import is_displayed
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.names import TEI_NS, local_name
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.tei.text import Reading

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
)
_WORD = re.compile(r"[^\W\d_]+")
_EDGES = frozenset({"note", "lb", "gap", "app", "lem", "rdg", "del", "index", "witDetail", "sup"})


def document(body: str, header: str = HEADER, *, language: str = "en", name: str = "t.xml") -> TeiDocument:
    text = f'<TEI xmlns="{TEI_NS}" xml:lang="{language}">{header}<text><body>{body}</body></text></TEI>'
    return TeiDocument(name, text.encode())


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def lost_words(expected: Counter[str], shown: str) -> list[str]:
    """Return the words that ``shown`` has too few of, glued or parted ones excepted if all their letters are there."""
    squeezed = "".join(_WORD.findall(shown))
    lost = [word for word in expected - words(shown) if word not in squeezed]
    letters = Counter("".join(expected.elements())) - Counter(squeezed)
    return [*lost, *letters]


def expected_words(given: TeiDocument, reading: Reading = "reading") -> Counter[str]:
    """Return the words of every text of a document, page furniture and hidden variants left out."""
    parts: list[str] = []
    for unit in units_of(given).units:
        for text in unit.texts:
            _collect(text, reading, blocks(text), parts)
    return words("".join(parts))


def _collect(top: Element, reading: Reading, flow: frozenset[Element], parts: list[str]) -> None:
    stack: list[Element | str] = [top]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        name = local_name(node)
        if not name or name == "binaryObject" or (name == "fw" and reading == "reading"):
            continue
        parent = node.getparent()
        in_choice = parent is not None and local_name(parent) == "choice"
        if in_choice and not is_displayed(node, reading):
            continue
        parted = (node in flow or name in _EDGES or in_choice) and node.get("break") != "no"
        edge = " " if parted else ""
        parts.append(edge + text_before(node))
        stack.append(edge)
        for child in reversed(node):
            stack += [text_after(child), child]
