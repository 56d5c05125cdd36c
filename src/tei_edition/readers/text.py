"""The reader for plain text: text dumps of printed and web pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from tei_edition.core.catalogue import finding
from tei_edition.core.digest import digest_bytes
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.identifiers import ncname, slug
from tei_edition.core.line_index import LineIndex
from tei_edition.model.article import Article, Metadata, Repair, Source, Stated
from tei_edition.readers.decode import Decoded, decode
from tei_edition.readers.language import language_of
from tei_edition.readers.mending import Damage, mendings
from tei_edition.readers.reading import Reading, ReadOptions
from tei_edition.readers.structure import Structure, structure

_ARTICLES = ("the-", "der-", "die-", "das-", "le-", "la-", "les-", "el-", "los-", "il-")
_TITLE_LENGTH = 24
_PERIODICAL_LENGTH = 32


def read_text(name: str, data: bytes, options: ReadOptions | None = None) -> Reading:
    """Read one article from the bytes of a plain-text file.

    Args:
        name: The file's name, for findings and for the id of an article that states nothing about itself.
        data: The file's bytes, in any encoding.
        options: What the user knows beforehand.

    Returns:
        The article, every character of the text in it; or no article, and the reason among the findings.
    """
    options = options or ReadOptions()
    decoded = decode(data, name)
    if not isinstance(decoded, Decoded):
        return Reading(None, decoded)
    text = decoded.text
    told = structure(text, options)
    metadata = _with_options(told.metadata, options, text)
    stand_ins = [
        Repair(span, points, "g", "X011" if "U+DC" in points else "X006") for span, points in decoded.stand_ins
    ]
    repairs, mended = mendings(
        text,
        told.blocks,
        Damage(told.breaks, told.fused, stand_ins, metadata.language),
        options.off,
        LineIndex(text, name),
    )
    article = Article(
        id=article_id(metadata, name),
        text=text,
        blocks=told.blocks,
        metadata=metadata,
        source=Source(
            name=PurePath(name).name,
            sha256=digest_bytes(data),
            encoding=decoded.encoding,
            byte_order_mark=decoded.byte_order_mark,
            line_endings=decoded.line_endings,
            normalization=decoded.normalization,
        ),
        repairs=repairs,
        annotations=told.annotations,
        parts=told.parts,
    )
    return Reading(article, (*decoded.findings, *unknown(article, name), *_several(told, text, name), *mended))


def _several(told: Structure, text: str, name: str) -> tuple[Finding, ...]:
    """Return a finding where several articles were read as one."""
    if told.parts or not told.several:
        return ()
    where = LineIndex(text, name).locus(told.several[0])
    return (finding("A606", f"{len(told.several) + 1} articles are read as one; the second begins here", where),)


def article_id(metadata: Metadata, name: str) -> str:
    """Return an NCName from periodical, date and headline; from the file's name where the article states too little."""
    title = slug(metadata.title.value, _TITLE_LENGTH) if metadata.title else ""
    periodical = slug(metadata.periodical.value, _PERIODICAL_LENGTH) if metadata.periodical else ""
    for word in _ARTICLES:
        periodical = periodical.removeprefix(word)
    date = metadata.date.value if metadata.date else ""
    if not (date and (title or periodical)):
        return ncname(slug(PurePath(name).stem) or "article", "article")
    return ncname("-".join(part for part in (periodical, date, title) if part), "article")


def _with_options(metadata: Metadata, options: ReadOptions, text: str) -> Metadata:
    language = options.language or language_of(text)
    periodical = metadata.periodical
    if options.periodical and periodical is None:
        periodical = Stated(options.periodical)
    return replace(metadata, language=language, periodical=periodical)


UNKNOWN = frozenset({"A601", "A602", "A603", "A604", "A605", "A620"})
"""Codes of findings on what an article does not state."""


def unknown(article: Article, name: str) -> tuple[Finding, ...]:
    """Return a finding for each thing that the article does not state."""
    metadata = article.metadata
    missing = (
        ("A601", "no headline found", metadata.title is None),
        ("A602", "no author found", not metadata.authors),
        ("A603", "no date of publication found", metadata.date is None),
        ("A604", "no periodical found", metadata.periodical is None),
        ("A605", "no running text found", all(block.kind != "p" for block in article.blocks)),
        ("A620", "the language could not be told", metadata.language is None),
    )
    return tuple(finding(code, message, Locus(name)) for code, message, is_missing in missing if is_missing)
