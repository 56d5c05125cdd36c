"""The reader for Markdown: CommonMark with tables, front matter above it.

Source: CommonMark 0.31; GitHub Flavored Markdown, tables.
"""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from tei_edition.model.article import LedgerEntry
from tei_edition.readers.decode import Decoded, decode
from tei_edition.readers.frontmatter import completed, front_matter
from tei_edition.readers.html import read_markup
from tei_edition.readers.reading import Reading, ReadOptions
from tei_edition.readers.text import UNKNOWN, article_id, unknown

MEDIA_TYPE = "text/markdown"
_EMBEDDED = re.compile(r"^!\[\[([^\]\n]+)\]\][ \t]*$", re.MULTILINE)


def read_markdown(name: str, data: bytes, options: ReadOptions | None = None) -> Reading:
    """Read the article of a Markdown file.

    Args:
        name: The file's name.
        data: Its bytes.
        options: What the user knows beforehand.

    Returns:
        The article; front matter and embedded files stand in its ledger, HTML in it is never markup.
    """
    decoded = decode(data, name)
    if not isinstance(decoded, Decoded):
        return Reading(None, decoded)
    front = front_matter(decoded.text, fenced=True)
    text = decoded.text[front.end :] if front else decoded.text
    entries = [LedgerEntry(" ".join(decoded.text[: front.end].split()), "metadata")] if front else []
    entries += [LedgerEntry(match.group().strip(), "embedded") for match in _EMBEDDED.finditer(text)]
    markup = MarkdownIt("commonmark", {"html": False}).enable("table").render(_EMBEDDED.sub("", text))
    reading = read_markup(name, data, replace(decoded, text=markup), options or ReadOptions(), MEDIA_TYPE)
    if reading.article is None:
        return reading
    article = replace(reading.article, ledger=(*entries, *reading.article.ledger))
    if front:
        metadata = completed(article.metadata, front)
        article = replace(article, metadata=metadata, id=article_id(metadata, name))
    findings = [one for one in reading.findings if one.code not in UNKNOWN]
    return Reading(article, (*findings, *unknown(article, name)))
