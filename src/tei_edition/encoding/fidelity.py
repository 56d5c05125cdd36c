"""The fidelity law: the original reading of the document is the article's text, character for character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus, locate
from tei_edition.tei.names import is_tei
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.model.article import Article

_SHOWN = 20


def article_divisions(root: Element) -> tuple[Element, ...]:
    """Return the divisions of type article in a document, in their order; none lies within another."""
    found = (div for div in root.iter() if is_tei(div, "div") and div.get("type") == "article")
    return tuple(div for div in found if not any(above.get("type") == "article" for above in div.iterancestors()))


def original_text(root: Element) -> str:
    """Return the text of every article in a document, in its original reading and in their order."""
    return "".join(text_of(division, "original") for division in article_divisions(root))


def fidelity(article: Article, data: bytes) -> tuple[Finding, ...]:
    """Compare an article's text with what is read back from its TEI.

    Args:
        article: The article.
        data: The document that encodes it.

    Returns:
        Nothing where they are equal; else one finding of severity error that names the first place, by line and column
        of the source, where they differ.
    """
    parsed = parse(data, article.id)
    if parsed.root is None:
        return parsed.findings
    return first_difference(article.text, original_text(parsed.root), article.source.name)


def first_difference(source: str, encoded: str, path: str) -> tuple[Finding, ...]:
    """Return a finding on the first character that differs, none where the texts are equal."""
    if source == encoded:
        return ()
    shared = min(len(source), len(encoded))
    at = next((index for index in range(shared) if source[index] != encoded[index]), shared)
    message = f"the source has {_shown(source, at)}, the TEI {_shown(encoded, at)}"
    return (finding("E591", message, Locus(path, *locate(source, at))),)


def _shown(text: str, at: int) -> str:
    piece = text[at : at + _SHOWN]
    return f"“{piece.encode('unicode_escape').decode('ascii')}”" if piece else "nothing more"
