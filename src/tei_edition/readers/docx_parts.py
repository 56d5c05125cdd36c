"""What a Word document holds beside its text: headers and footers, comments, deleted words, text nobody reads.

Source: ECMA-376, Office Open XML, part 1: ``w:t`` holds text, ``w:delText`` deleted text; ``mc:Fallback`` repeats what
``mc:Choice`` says in another way (part 3).
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from tei_edition.model.article import LedgerEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zipfile import ZipFile

_PARTS = (
    (re.compile(r"word/header\d*\.xml"), "header"),
    (re.compile(r"word/footer\d*\.xml"), "footer"),
    (re.compile(r"word/comments\.xml"), "comments"),
)
_TEXTS = re.compile(r"word/(?:document|footnotes|endnotes|diagrams/data\d*|charts/chart\d*)\.xml")
_FALLBACK = re.compile(r"<mc:Fallback>.*?</mc:Fallback>", re.DOTALL)
_PARAGRAPH = re.compile(r"<(?:w|a):p[ >].*?(?=</(?:w|a):p>|<(?:w|a):p[ >]|\Z)", re.DOTALL)
_WORDS = re.compile(r"<(?P<kind>(?:w|a|m):t|w:delText)(?: [^>]*)?>(?P<text>[^<]*)|<w:(?:tab|br|cr)[ /]")
_WORD = re.compile(r"\w+")


def beside(archive: ZipFile, text: str) -> Iterator[LedgerEntry]:
    """Yield the words of a document that are no part of its article, each with the reason.

    Args:
        archive: The document.
        text: The words that are accounted for: those of the article.
    """
    names = archive.namelist()
    entries = [
        LedgerEntry(words, reason)
        for part, reason in _PARTS
        for name in names
        if part.fullmatch(name) and (words := " ".join(_paragraphs(_read(archive, name))))
    ]
    yield from dict.fromkeys(entries)
    sources = [_read(archive, name) for name in names if _TEXTS.fullmatch(name)]
    deleted = " ".join(words for source in sources for words in _paragraphs(source, "w:delText"))
    if deleted:
        yield LedgerEntry(deleted, "deleted")
    lost = " ".join(_unread((words for source in sources for words in _paragraphs(source)), text))
    if lost:
        yield LedgerEntry(lost, "unread")


def _read(archive: ZipFile, name: str) -> str:
    return _FALLBACK.sub("", archive.read(name).decode("utf-8", "replace"))


def _paragraphs(source: str, kind: str = "") -> Iterator[str]:
    """Yield the words of each paragraph: those that stand, or those of one kind of element."""
    for paragraph in _PARAGRAPH.finditer(source):
        pieces = (
            match["text"] if match["text"] is not None else " "
            for match in _WORDS.finditer(paragraph.group())
            if (match["kind"] == kind if kind else match["kind"] != "w:delText")
        )
        words = " ".join(unescape("".join(pieces)).split())
        if words:
            yield words


def _unread(paragraphs: Iterable[str], text: str) -> Iterator[str]:
    """Yield the words that a text does not hold as often as the paragraphs do."""
    kept = Counter(_WORD.findall(text))
    for paragraph in paragraphs:
        words = Counter(_WORD.findall(paragraph))
        if words - kept:
            yield " ".join((words - kept).elements())
        kept -= words
