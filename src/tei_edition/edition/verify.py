"""Whether each word of a source is in its TEI, in the source's order, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.line_index import LineIndex
from tei_edition.edition.source import source_text
from tei_edition.readers.cuts import cuts
from tei_edition.readers.read import read
from tei_edition.readers.reading import ReadOptions
from tei_edition.tei.names import NSMAP
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from tei_edition.model.article import Article

_SHOWN = 5
_AHEAD = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: what stands between white space.

    Attributes:
        text: Its characters.
        start: Offset of the first in the text.
    """

    text: str
    start: int


def words(text: str) -> list[Word]:
    """Return the words of a text; any Unicode white space parts them."""
    found: list[Word] = []
    position = 0
    for word in text.split():
        position = text.index(word, position)
        found.append(Word(word, position))
        position += len(word)
    return found


def verify(
    source: bytes, document: bytes, *, source_name: str, path: str, options: ReadOptions | None = None
) -> tuple[Finding, ...]:
    """Compare a source with the TEI that was made of it.

    Args:
        source: The source's bytes.
        document: The document, perhaps re-indented or reflowed since.
        source_name: How findings name the source; its ending says its format.
        path: How findings name the document.
        options: What the user knows about the source.

    Returns:
        Nothing, or one finding of severity info where only white space differs; else an error that names the first
        word that differs, by line and column of the source's text.
    """
    parsed = parse(document, path)
    if parsed.root is None:
        return parsed.findings
    reading = read(source_name, _held(source, source_name, parsed.root), options)
    article = reading.article
    if article is None:
        return reading.findings
    told = compare(_source_text(article), source_text(parsed.root), source_name)
    return (*told, *_ledger(article, parsed.root, source_name)) if not _has_error(told) else told


def _held(source: bytes, name: str, root: Element) -> bytes:
    """Return the bytes that a document was made of: a source, or that one of several articles in it that it names."""
    found = root.find("t:teiHeader//t:sourceDesc/t:bibl[@type='file']/t:idno[@type='filename']", NSMAP)
    wanted = text_of(found).strip() if found is not None else ""
    if wanted in {"", PurePath(name).name}:
        return source
    held = {PurePath(one.name).name: one.data for one in cuts(name, source, ReadOptions(articles="documents"))}
    return held.get(wanted, source)


def compare(source: str, encoded: str, name: str) -> tuple[Finding, ...]:
    """Return a finding on the first word that differs between two texts, or one that only white space does."""
    index = LineIndex(source, name)
    wanted, found = words(source), words(encoded)
    at, other = first_difference(wanted, found)
    if at is None or other is None:
        if source == encoded:
            return ()
        return (finding("E584", "the words are the same, in the same order; white space differs", index.locus(0)),)
    place = wanted[at].start if at < len(wanted) else len(source)
    message = f"the source has {_shown(wanted, at)}, the TEI {_shown(found, other)}"
    return (finding("E583", message, index.locus(place)),)


def first_difference(wanted: Sequence[Word], found: Sequence[Word]) -> tuple[int | None, int | None]:
    """Return the indexes at which two lists of words differ first; None and None where they hold the same characters.

    Words that are parted otherwise ("deck.By" and "deck. By") do not differ.
    """
    one = other = 0
    while one < len(wanted) or other < len(found):
        if one < len(wanted) and other < len(found) and wanted[one].text == found[other].text:
            one, other = one + 1, other + 1
            continue
        step = _parted(wanted, one, found, other)
        if step is None:
            return one, other
        one, other = one + step[0], other + step[1]
    return None, None


def _parted(wanted: Sequence[Word], one: int, found: Sequence[Word], other: int) -> tuple[int, int] | None:
    """Return how many words on each side are the same characters, parted otherwise; None where they are not."""
    left = right = ""
    first, second = one, other
    while first < len(wanted) or second < len(found):
        if len(left) <= len(right) and first < len(wanted):
            left += wanted[first].text
            first += 1
        elif second < len(found):
            right += found[second].text
            second += 1
        else:
            return None
        if left == right:
            return first - one, second - other
        if not (left.startswith(right) or right.startswith(left)) or first - one > _AHEAD:
            return None
    return None


def _shown(found: Sequence[Word], at: int) -> str:
    piece = " ".join(word.text for word in found[at : at + _SHOWN])
    return f"“{piece}”" if piece else "nothing more"


def _source_text(article: Article) -> str:
    pieces: list[str] = []
    position = 0
    for repair in article.repairs:
        if repair.kind == "g":
            pieces += (article.text[position : repair.span.start], _characters(repair.replacement))
            position = repair.span.end
    return "".join((*pieces, article.text[position:]))


def _characters(points: str) -> str:
    return "".join(chr(int(point.removeprefix("U+"), 16)) for point in points.split())


def _ledger(article: Article, root: Element, name: str) -> tuple[Finding, ...]:
    """Compare the ledger of what the article leaves out with the document's."""
    notes = root.xpath("t:standOff/t:note[@type='ledger']", namespaces=NSMAP)
    kept = " ".join(text_of(note) for note in (notes if isinstance(notes, list) else []))
    wanted = " ".join(entry.text for entry in article.ledger)
    at, other = first_difference(words(wanted), words(kept))
    if at is None or other is None:
        return ()
    message = f"the ledger has {_shown(words(wanted), at)}, that of the TEI {_shown(words(kept), other)}"
    return (finding("E585", message, Locus(name)),)


def _has_error(findings: Sequence[Finding]) -> bool:
    return any(finding.code == "E583" for finding in findings)
