"""What the header of a text says, as a description list and as metadata for reference managers.

Source: TEI Guidelines, HD2 "The File Description"; Highwire Press tags as Google Scholar and Zotero read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.typography import typeset
from tei_edition.exporters.html.frame import link
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from tei_edition.exporters.html.site import Article
    from tei_edition.exporters.html.words import Words


def issue_line(article: Article, words: Words) -> str:
    """Return periodical, volume, number, page and date of an article in HTML; empty where nothing is known."""
    source = article.header.source
    parts = [f"<cite>{escaped(source.periodical)}</cite>"] if source.periodical else []
    numbers = (("volume", source.volume), ("issue", source.issue), ("page", source.page))
    parts += [escaped(words.filled(key, value)) for key, value in numbers if value and len(value) < 20]  # noqa: PLR2004 - a number, no sentence
    if article.date:
        parts.append(date(article.date, words))
    return ", ".join(parts)


def date(value: str, words: Words) -> str:
    """Return a W3C date as a ``time`` element."""
    return f"{tag('time', datetime=value)}{escaped(words.date(value))}</time>"


def authors(article: Article) -> str:
    """Return the names of an article's authors in one line."""
    return ", ".join(person.name for person in article.header.authors)


def facts(article: Article, words: Words, root: str) -> str:
    """Return what is known about a text: authors, source, who is responsible, publisher, licence, and its TEI file."""
    header = article.header
    lines = [(words["authors"], escaped(authors(article)))]
    lines.append((words["source"], escaped(typeset(header.source.citation, header.language))))
    people = dict.fromkeys(
        f"{escaped(one.person.name)}{f' <small>({escaped(one.resp)})</small>' if one.resp else ''}"
        for one in header.responsibilities
    )
    lines.append((words["responsible"], "<br>".join(people)))
    published = ", ".join(part for part in (header.publisher, words.date(header.date)) if part)
    lines.append((words["published"], escaped(published)))
    lines.append((words["licence"], _licence(article)))
    lines.append(
        (
            words["tei"],
            link(root + article.tei, article.tei.rpartition("/")[2], download="download", type="application/tei+xml"),
        )
    )
    return "".join(f"<div><dt>{escaped(term)}</dt><dd>{value}</dd></div>" for term, value in lines if value)


def citation_metadata(article: Article, root: str) -> str:
    """Return ``meta`` and ``link`` elements that reference managers read."""
    header = article.header
    values = [
        ("citation_title", article.chapter.title),
        *(("citation_author", person.file_as) for person in header.authors),
        ("citation_journal_title", header.source.periodical),
        ("citation_volume", header.source.volume),
        ("citation_issue", header.source.issue),
        ("citation_publication_date", article.date.replace("-", "/")),
        ("citation_language", article.chapter.language),
        ("description", header.abstract),
        ("keywords", ", ".join(header.keywords)),
    ]
    found = [f"{tag('meta', name=name, content=value)}\n" for name, value in values if value]
    return "".join(found) + tag("link", rel="alternate", type="application/tei+xml", href=root + article.tei) + "\n"


def _licence(article: Article) -> str:
    header = article.header
    target = header.licence_target
    if target.startswith(("http://", "https://")) and not any(character in target for character in " <>\"'"):
        return link(target, header.licence or target)
    return escaped(header.licence)
