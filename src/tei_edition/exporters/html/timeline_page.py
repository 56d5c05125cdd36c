"""The timeline: a drawing of when texts appeared and which dates they mention, and a list of both by year.

Source: WCAG 2.2, 1.1.1 "Non-text Content", 1.4.11 "Non-text Contrast".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.exporters.html.facts import date
from tei_edition.exporters.html.frame import Page, link
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.exporters.html.site import Article, DateMention, Site

_BINS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MOST_BINS = 60
_WIDTH, _MIDDLE, _TALLEST, _HEIGHT = 960, 120, 92, 236
_TICKS = 12


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
    first, last = min(years), max(years)
    step = next((step for step in _BINS if (last - first) // step < _MOST_BINS), _BINS[-1])
    start = first // step * step
    number = (last - start) // step + 1
    bins = [_gathered(years, start + index * step, step) for index in range(number)]
    most = max(max(published, mentioned) for published, mentioned, _ in bins)
    width = _WIDTH / max(number, 10)
    offset = (_WIDTH - width * number) / 2
    marks = []
    for index, (published, mentioned, target) in enumerate(bins):
        if target is not None:
            span = _span(start + index * step, step)
            words = f"{span}: {site.words['dates_published']} {published}, {site.words['dates_mentioned']} {mentioned}"
            heights = (published / most * _TALLEST, mentioned / most * _TALLEST)
            marks.append(_bars(words, target, (offset + index * width, width), heights))
    every = max(1, -(-number // _TICKS))
    ticks = [
        f"{tag('text', x=f'{offset + (index + 0.5) * width:.1f}', y=str(_HEIGHT - 6))}{start + index * step}</text>"
        for index in range(0, number, every)
    ]
    summary = site.words["timeline_summary"]
    return (
        f"{tag('div', class_='scroll', tabindex='0', role='region', aria_label=site.words['timeline'])}"
        f"{tag('svg', viewBox=f'0 0 {_WIDTH} {_HEIGHT}', role='group', aria_label=summary)}\n"
        f'<g aria-hidden="true">{tag("path", class_="axis", d=f"M0 {_MIDDLE}H{_WIDTH}")}</path>{"".join(ticks)}</g>\n'
        f"{chr(10).join(marks)}\n</svg></div>\n"
        f'<p class="legend"><span class="published">{escaped(site.words["dates_published"])}</span> '
        f'<span class="mentioned">{escaped(site.words["dates_mentioned"])}</span></p>'
    )


def _gathered(years: Mapping[int, _Year], start: int, step: int) -> tuple[int, int, int | None]:
    """Return how many texts appeared and how many dates are mentioned in a span, and its first year with any."""
    own = [year for year in range(start, start + step) if year in years]
    published = sum(len(years[year].published) for year in own)
    return published, sum(len(years[year].mentioned) for year in own), own[0] if own else None


def _span(year: int, step: int) -> str:
    return str(year) if step == 1 else f"{year}–{year + step - 1}"


def _bars(words: str, target: int, place: tuple[float, float], heights: tuple[float, float]) -> str:
    left, width = place
    above, below = heights
    inner = width * 0.72
    box = {"x": f"{left + (width - inner) / 2:.1f}", "width": f"{inner:.1f}"}
    bars = [tag("rect", class_="touch", x=f"{left:.1f}", width=f"{width:.1f}", y="20", height=str(2 * _TALLEST + 8))]
    if above:
        bars.append(tag("rect", class_="published", **box, y=f"{_MIDDLE - above - 1:.1f}", height=f"{above:.1f}"))
    if below:
        bars.append(tag("rect", class_="mentioned", **box, y=str(_MIDDLE + 1), height=f"{below:.1f}"))
    start = tag("a", href=f"#year-{target}", aria_label=words)
    return f"{start}<title>{escaped(words)}</title>{'</rect>'.join(bars)}</rect></a>"


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
        language = "" if article.chapter.language == site.words.language else article.chapter.language
        words = link(f"{article.file}#{mention.id}", mention.text, lang=language)
        items.append(f"<li>{words} <span>{_title(site, article, '')}</span></li>")
    return f'<ul class="mentioned">{"".join(items)}</ul>'


def _title(site: Site, article: Article, address: str) -> str:
    language = "" if article.chapter.language == site.words.language else article.chapter.language
    if address:
        return link(address, article.chapter.title, lang=language)
    return f"{tag('cite', lang=language)}{escaped(article.chapter.title)}</cite>"


def _day(site: Site, value: str) -> str:
    return f"{date(value, site.words)} " if value else ""
