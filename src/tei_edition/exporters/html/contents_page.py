"""The contents: every article by periodical and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.html.facts import authors, issue_line
from tei_edition.exporters.html.frame import Page, link
from tei_edition.exporters.html.html5 import plain_text
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.html.site import Article, Site

_TEASER = 220


def contents_page(site: Site) -> Page:
    """Return the first page of the site."""
    words = site.words
    parts: list[str] = []
    periodicals = dict.fromkeys(article.header.source.periodical for article in site.articles)
    if len(periodicals) == 1:
        parts.append(_years(site, site.articles, 2))
    else:
        for periodical in sorted(periodicals, key=lambda name: (not name, name)):
            own = [article for article in site.articles if article.header.source.periodical == periodical]
            heading = escaped(periodical or words["articles"])
            parts.append(f'<section class="periodical"><h2>{heading}</h2>\n{_years(site, own, 3)}</section>')
    values = {
        "title": site.title,
        "introduction": site.introduction,
        "summary": _summary(site),
        "articles": "\n".join(parts),
    }
    return Page("index.html", site.title, site.templates["contents.html"].filled(values), kind="contents")


def _summary(site: Site) -> str:
    words = site.words
    years = [article.date[:4] for article in site.articles if article.date]
    counts = [escaped(words.counted("article", len(site.articles)))]
    if years:
        counts.append(years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}")
    for kind in site.indexes():
        number = sum(entity.kind == kind for entity in site.entities.values())
        counts.append(link(f"{kind}.html", f"{number} {words[kind]}"))
    return " · ".join(counts)


def _years(site: Site, articles: Sequence[Article], level: int) -> str:
    years: dict[str, list[Article]] = {}
    for article in articles:
        years.setdefault(article.date[:4], []).append(article)
    parts = []
    for year, own in years.items():
        items = "\n".join(_item(site, article, level + 1) for article in own)
        heading = escaped(year or site.words["undated"])
        parts.append(
            f'<section class="year"><h{level}>{heading}</h{level}>\n<ol class="articles">\n{items}\n</ol></section>'
        )
    return "\n".join(parts)


def _item(site: Site, article: Article, level: int) -> str:
    language = article.chapter.language
    own = "" if language == site.words.language else language
    parts = [f"<h{level}>{link(article.file, article.chapter.title, lang=own)}</h{level}>"]
    line = issue_line(article, site.words)
    author = authors(article)
    parts.append(f'<p class="issue">{line}</p>' if line else "")
    parts.append(f'<p class="author">{escaped(site.words.filled("by", author))}</p>' if author else "")
    parts.append(f"{tag('p', class_='teaser', lang=own)}{escaped(_teaser(article))}</p>")
    return f"<li>{''.join(parts)}</li>"


def _teaser(article: Article) -> str:
    if article.header.abstract:
        return article.header.abstract
    longest = (words for words in plain_text(article.chapter.body) if len(words) > _TEASER // 2)
    words = next(longest, "")
    return words if len(words) <= _TEASER else words[:_TEASER].rpartition(" ")[0] + " …"
