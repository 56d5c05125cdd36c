"""The page of an article: its text, what is known about it, whom it mentions, and the way to its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.html.facts import authors, citation_metadata, facts, issue_line
from tei_edition.exporters.html.frame import Page, foreign, link
from tei_edition.exporters.html.html5 import Attribution, html_of
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from tei_edition.exporters.html.site import Article, Quotation, Site
    from tei_edition.exporters.reading.registers import Entity

_ROOT = "../"
_HEADINGS = 3
_LONG_TITLE = 110


def article_page(site: Site, number: int) -> Page:
    """Return the page of the article with this number."""
    article = site.articles[number]
    chapter = article.chapter
    attributions = {quotation.id: _attribution(site, quotation) for quotation in article.quotations}
    body = html_of(chapter.body, attributions, lambda address: _about(site, address))
    own = foreign(site, chapter.language)
    size = "long" if len(chapter.title) > _LONG_TITLE else ""
    start = tag("article", class_=size, **own, aria_labelledby=chapter.title_id)
    values = {
        "title": chapter.title,
        "authors": authors(article),
        "periodical": article.header.source.periodical,
        "date": site.words.date(article.date),
        "language": chapter.language,
        "root": _ROOT,
        "tei": _ROOT + article.tei,
        "issue": issue_line(article, site.words),
        "text": f"{start}\n{body}\n</article>",
        "outline": _outline(site, article),
        "names": _names(site, article),
        "facts": _facts(site, article),
        "neighbours": _neighbours(site, number),
    }
    main = site.templates["article.html"].filled(values)
    return Page(article.file, chapter.title, main, citation_metadata(article, _ROOT), "article")


def _attribution(site: Site, quotation: Quotation) -> Attribution:
    prefix = escaped(site.words["speaker" if quotation.spoken else "quoted"])
    said = f'<span class="unseen"> {prefix} </span>'
    names = [(site.entities[key].name, _ROOT + site.address(key)) for key in quotation.entities]
    linked = f"{said}{', '.join(link(address, name) for name, address in names)}"
    plain = f"{said}{escaped(', '.join(name for name, _ in names))}"
    start = tag("span", class_="speaker", lang=site.words.language)
    return Attribution(f"{start}{linked}</span>", f"{start}{plain}</span>")


def _about(site: Site, address: str) -> str:
    """Return the title of a link to a register's entry: who or what that is."""
    anchor = address.rpartition("#")[2]
    entity = next((site.entities[key] for key in (anchor,) if key in site.entities), None)
    if entity is None:
        return ""
    parts = (entity.name, entity.years, entity.occupation or entity.country or entity.description[:120])
    return ", ".join(part for part in parts if part)


def _facts(site: Site, article: Article) -> str:
    about = f"<h2>{escaped(site.words['about'])}</h2><dl>{facts(article, site.words, _ROOT)}</dl>"
    return f'<section class="facts">{about}</section>'


def _outline(site: Site, article: Article) -> str:
    headings = [heading for heading in article.chapter.headings if heading.level > 1]
    if len(headings) < _HEADINGS:
        return ""
    top = min(heading.level for heading in headings)
    items = [
        f"<li{' class=deeper' if heading.level > top else ''}>{link(f'#{heading.id}', heading.label)}</li>"
        for heading in headings
        if heading.level <= top + 1
    ]
    words = escaped(site.words["on_page"])
    start = tag("nav", class_="outline", aria_label=site.words["on_page"], lang=site.words.language)
    return f"{start}<details open><summary>{words}</summary><ul>{''.join(items)}</ul></details></nav>"


def _names(site: Site, article: Article) -> str:
    first: dict[str, tuple[str, int]] = {}
    for mention in article.chapter.mentions:
        place, count = first.get(mention.entry, (mention.id, 0))
        first[mention.entry] = (place, count + 1)
    groups = []
    for kind in site.indexes():
        own = [key for key, entity in site.entities.items() if entity.kind == kind and key in first]
        items = "".join(_name(site, site.entities[key], *first[key]) for key in own)
        if own:
            control = f'<label><input type="checkbox" id="mark-{kind}" checked> {escaped(site.words[kind])}</label>'
            groups.append(f'<div class="group {kind}"><h3>{control}</h3><ul>{items}</ul></div>')
    if not groups:
        return ""
    return f'<section class="names"><h2>{escaped(site.words["names"])}</h2>\n{"".join(groups)}</section>'


def _name(site: Site, entity: Entity, first: str, count: int) -> str:
    spoken = f"{entity.name}: {site.words.counted('mention', count)}"
    number = link(f"#{first}", str(count), class_="count", aria_label=spoken)
    return f"<li>{link(_ROOT + site.address(entity.key), entity.file_as)} {number}</li>"


def _neighbours(site: Site, number: int) -> str:
    parts = []
    for key, other, relation in (("previous", number - 1, "prev"), ("next", number + 1, "next")):
        if 0 <= other < len(site.articles):
            article = site.articles[other]
            title = f"{tag('bdi', **foreign(site, article.chapter.language))}{escaped(article.chapter.title)}</bdi>"
            label = f"<span>{escaped(site.words[key])}</span> {title}"
            parts.append(f"{tag('a', href=_ROOT + article.file, rel=relation, class_=relation)}{label}</a>")
    label = f"{site.words['previous']}, {site.words['next']}"
    return f"{tag('nav', class_='neighbours', aria_label=label)}{''.join(parts)}</nav>" if parts else ""
