"""The contents: every article by periodical and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.html.facts import authors, issue_line
from tei_edition.exporters.html.frame import Page, foreign, link
from tei_edition.exporters.html.html5 import plain_text
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.exporters.html.site import Article, Site

_TEASER = 220
_JUMPS_FROM = 4


def contents_page(site: Site) -> Page:
    """Return the first page of the site."""
    names = dict.fromkeys(article.header.source.periodical for article in site.articles)
    if len(names) == 1:
        headings, body = _years(site, site.articles, 2, "year")
    else:
        headings, body = _periodicals(site, sorted(names, key=lambda name: (not name, name)))
    values = {
        "title": site.title,
        "introduction": site.introduction,
        "summary": _summary(site),
        "articles": (_jumps(site, headings) if len(headings) >= _JUMPS_FROM else "") + body,
    }
    return Page("index.html", site.title, site.templates["contents.html"].filled(values), kind="contents")


def _periodicals(site: Site, names: Sequence[str]) -> tuple[dict[str, str], str]:
    """Return the words of each heading by its id, and the articles of each periodical."""
    headings, parts = {}, []
    for number, name in enumerate(names, 1):
        own = [article for article in site.articles if article.header.source.periodical == name]
        headings[f"periodical-{number}"] = words = name or site.words["articles"]
        start = tag("h2", id=f"periodical-{number}")
        years = _years(site, own, 3, f"year-{number}")[1]
        parts.append(f'<section class="periodical">{start}{escaped(words)}</h2>\n{years}</section>')
    return headings, "\n".join(parts)


def _jumps(site: Site, headings: Mapping[str, str]) -> str:
    items = "".join(f"<li>{link(f'#{identifier}', words)}</li>" for identifier, words in headings.items())
    return f"{tag('nav', class_='jumps', aria_label=site.words['on_page'])}<ul>{items}</ul></nav>\n"


def _summary(site: Site) -> str:
    words = site.words
    years = [article.date[:4] for article in site.articles if article.date]
    counts = [escaped(words.counted("article", len(site.articles)))]
    if years:
        counts.append(years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}")
    for kind in site.indexes():
        number = sum(entity.kind == kind for entity in site.entities.values())
        counts.append(link(f"{kind}.html", f"{words[kind]} ({number})"))
    return " · ".join(counts)


def _years(site: Site, articles: Sequence[Article], level: int, stem: str) -> tuple[dict[str, str], str]:
    """Return the words of each heading by its id, which begins with ``stem``, and the articles of each year."""
    years: dict[str, list[Article]] = {}
    for article in articles:
        years.setdefault(article.date[:4], []).append(article)
    headings, parts = {}, []
    for year, own in years.items():
        items = "\n".join(_item(site, article, level + 1) for article in own)
        identifier = f"{stem}-{year or 'none'}"
        headings[identifier] = heading = year or site.words["undated"]
        named = f"{tag(f'h{level}', id=identifier)}{escaped(heading)}</h{level}>"
        parts.append(f'<section class="year">{named}\n<ol class="articles">\n{items}\n</ol></section>')
    return headings, "\n".join(parts)


def _item(site: Site, article: Article, level: int) -> str:
    own = foreign(site, article.chapter.language)
    parts = [f"<h{level}>{link(article.file, article.chapter.title, **own)}</h{level}>"]
    line = issue_line(article, site.words)
    author = authors(article)
    parts.append(f'<p class="issue">{line}</p>' if line else "")
    parts.append(f'<p class="author">{escaped(site.words.filled("by", author))}</p>' if author else "")
    parts.append(f"{tag('p', class_='teaser', **own)}{escaped(_teaser(article))}</p>")
    return f"<li>{''.join(parts)}</li>"


def _teaser(article: Article) -> str:
    if article.header.abstract:
        return article.header.abstract
    longest = (words for words in plain_text(article.chapter.body) if len(words) > _TEASER // 2)
    words = next(longest, "")
    return words if len(words) <= _TEASER else words[:_TEASER].rpartition(" ")[0] + " …"
