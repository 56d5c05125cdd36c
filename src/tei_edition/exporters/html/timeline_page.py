"""The timeline: a drawing of when texts appeared and which dates they mention, and a list of both by year.

Source: WCAG 2.2, 1.1.1 "Non-text Content".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.exporters.html.facts import date
from tei_edition.exporters.html.frame import Page, foreign, link
from tei_edition.exporters.html.timeline_drawing import drawing
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.exporters.html.site import Article, DateMention, Site


@dataclass(slots=True)
class _Year:
    """What belongs to one year: articles published, dates mentioned with the articles that mention them."""

    published: list[Article] = field(default_factory=list)
    mentioned: list[tuple[DateMention, Article]] = field(default_factory=list)


def timeline_page(site: Site) -> Page:
    """Return the page of the timeline."""
    years = _years(site)
    words = site.words
    parts = [f'<h1 id="title">{escaped(words["timeline"])}</h1>']
    if years:
        parts.append(_drawing(site, years))
    undated = [article for article in site.articles if not article.date]
    items = [_section(site, str(year), years[year]) for year in sorted(years)]
    items += [_section(site, words["undated"], _Year(published=undated))] if undated else []
    parts.append('<ol class="years">\n' + "\n".join(items) + "\n</ol>")
    return Page("timeline.html", words["timeline"], "\n".join(parts), kind="timeline")


def _years(site: Site) -> dict[int, _Year]:
    years: dict[int, _Year] = {}
    for article in site.articles:
        if article.date:
            years.setdefault(int(article.date[:4]), _Year()).published.append(article)
        for mention in article.dates:
            years.setdefault(int(mention.date[:4]), _Year()).mentioned.append((mention, article))
    for year in years.values():
        year.mentioned.sort(key=lambda one: (one[0].date, one[1].file))
    return years


def _drawing(site: Site, years: Mapping[int, _Year]) -> str:
    words = site.words
    counts = {number: (len(year.published), len(year.mentioned)) for number, year in years.items()}
    start = tag("div", class_="scroll", tabindex="0", role="region", aria_label=words["timeline"])
    return (
        f"{start}{drawing(counts, words)}</div>\n"
        f'<p class="legend"><span class="published">{escaped(words["dates_published"])}</span> '
        f'<span class="mentioned">{escaped(words["dates_mentioned"])}</span></p>'
    )


def _section(site: Site, label: str, year: _Year) -> str:
    identifier = f"year-{label}" if label.isdecimal() else "undated"
    parts = [f"{tag('h2', id=identifier)}{escaped(label)}</h2>"]
    if year.published:
        parts.append(_published(site, year.published))
    if year.mentioned:
        parts.append(_mentioned(site, year.mentioned))
    return f"<li>{''.join(parts)}</li>"


def _published(site: Site, articles: Sequence[Article]) -> str:
    items = "".join(f"<li>{_day(site, article.date)}{_title(site, article, article.file)}</li>" for article in articles)
    return f'<ul class="published">{items}</ul>'


def _mentioned(site: Site, mentions: Sequence[tuple[DateMention, Article]]) -> str:
    items = []
    for mention, article in mentions:
        words = link(f"{article.file}#{mention.id}", mention.text, **foreign(site, article.chapter.language))
        items.append(f"<li>{words} <span>{_title(site, article, '')}</span></li>")
    return f'<ul class="mentioned">{"".join(items)}</ul>'


def _title(site: Site, article: Article, address: str) -> str:
    own = foreign(site, article.chapter.language)
    if address:
        return link(address, article.chapter.title, **own)
    return f"{tag('cite', **own)}{escaped(article.chapter.title)}</cite>"


def _day(site: Site, value: str) -> str:
    return f"{date(value, site.words)} " if value else ""
