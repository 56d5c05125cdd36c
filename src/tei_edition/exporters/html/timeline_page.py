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
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.exporters.html.site import Article, DateMention, Site

_LONGEST, _PAGE = 1500, 500
"""How many entries a timeline may have on one page, and how many its pages have where it has more."""


@dataclass(slots=True)
class _Year:
    """What belongs to one year: articles published, dates mentioned with the articles that mention them."""

    published: list[Article] = field(default_factory=list)
    mentioned: list[tuple[DateMention, Article]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many entries it has."""
        return len(self.published) + len(self.mentioned)


def timeline_pages(site: Site) -> Iterator[Page]:
    """Yield the page of the timeline; where it is very long, its years are on pages of their own, which it leads to."""
    years = _years(site)
    chunks = _chunks(years)
    files = {year: f"timeline-{chunk[0]}.html" if len(chunks) > 1 else "" for chunk in chunks for year in chunk}
    undated = [article for article in site.articles if not article.date]
    last = [_section(site, site.words["undated"], _Year(published=undated))] if undated else []
    parts = [f'<h1 id="title">{escaped(site.words["timeline"])}</h1>']
    parts += [_drawing(site, years, {year: f"{files[year]}#year-{year}" for year in years})] if years else []
    if len(chunks) > 1:
        parts.append(_overview(years, chunks, files))
        parts += [_list(last)] if last else []
    else:
        parts.append(_list([*(_section(site, str(year), years[year]) for year in sorted(years)), *last]))
    yield Page("timeline.html", site.words["timeline"], "\n".join(parts), kind="timeline")
    for chunk in chunks if len(chunks) > 1 else ():
        title = f"{site.words['timeline']}: {_label(chunk)}"
        sections = _list([_section(site, str(year), years[year]) for year in chunk])
        main = f'<h1 id="title">{escaped(title)}</h1>\n{sections}'
        yield Page(files[chunk[0]], title, main, kind="timeline")


def _chunks(years: Mapping[int, _Year]) -> list[list[int]]:
    """Return the years that stand on a page together: all, or where they have very many entries, some at a time."""
    most = _LONGEST if sum(year.count for year in years.values()) <= _LONGEST else _PAGE
    chunks: list[list[int]] = []
    size = most
    for year in sorted(years):
        if size + years[year].count > most:
            chunks.append([])
            size = 0
        chunks[-1].append(year)
        size += years[year].count
    return chunks


def _overview(years: Mapping[int, _Year], chunks: Sequence[Sequence[int]], files: Mapping[int, str]) -> str:
    items = "".join(
        f'<li>{link(files[chunk[0]], _label(chunk))} <span class="number">{sum(years[year].count for year in chunk)}'
        "</span></li>"
        for chunk in chunks
    )
    return f'<ul class="overview">{items}</ul>'


def _label(chunk: Sequence[int]) -> str:
    return str(chunk[0]) if len(chunk) == 1 else f"{chunk[0]}–{chunk[-1]}"


def _list(sections: Sequence[str]) -> str:
    return '<ol class="years">\n' + "\n".join(sections) + "\n</ol>"


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


def _drawing(site: Site, years: Mapping[int, _Year], addresses: Mapping[int, str]) -> str:
    words = site.words
    counts = {number: (len(year.published), len(year.mentioned)) for number, year in years.items()}
    start = tag("div", class_="scroll", tabindex="0", role="region", aria_label=words["timeline"])
    return (
        f"{start}{drawing(counts, words, addresses)}</div>\n"
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
