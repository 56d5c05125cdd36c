"""The reader for plain text: text dumps of printed and web pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from tei_edition.core.catalogue import finding
from tei_edition.core.digest import digest_bytes
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.identifiers import ncname, slug
from tei_edition.model.article import Article, Metadata, Repair, Source, Stated
from tei_edition.readers.decode import Decoded, decode
from tei_edition.readers.language import language_of
from tei_edition.readers.reading import Reading, ReadOptions
from tei_edition.readers.repairs import BROKEN_WORD, broken_words
from tei_edition.readers.structure import structure

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
    blocks, metadata = structure(text, options.periodical)
    metadata = _with_options(metadata, options, text)
    leaves = [leaf for block in blocks for leaf in block.leaves()]
    mended, mendings = ((), ()) if BROKEN_WORD in options.off else broken_words(text, leaves, name)
    stand_ins = tuple(Repair(span, point, "g", "X006") for span, point in decoded.stand_ins)
    article = Article(
        id=article_id(metadata, name),
        text=text,
        blocks=blocks,
        metadata=metadata,
        source=Source(
            name=PurePath(name).name,
            sha256=digest_bytes(data),
            encoding=decoded.encoding,
            byte_order_mark=decoded.byte_order_mark,
            newline=decoded.newline,
        ),
        repairs=tuple(sorted((*mended, *stand_ins), key=lambda repair: repair.span)),
    )
    return Reading(article, (*decoded.findings, *_unknown(article, name), *mendings))


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


def _unknown(article: Article, name: str) -> tuple[Finding, ...]:
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
