"""Documents to a site: their texts become articles by date, their registers indexes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.identifiers import slug
from tei_edition.core.typography import typeset
from tei_edition.exporters.data.gathered import file_name
from tei_edition.exporters.html.downloads import downloads
from tei_edition.exporters.html.index_files import index_files
from tei_edition.exporters.html.layout import KINDS, ours
from tei_edition.exporters.html.marking import marked
from tei_edition.exporters.html.site import Article, Place, Site
from tei_edition.exporters.html.words import words
from tei_edition.exporters.reading.collation import sort_key
from tei_edition.exporters.reading.header import Header, header_of
from tei_edition.exporters.reading.registers import entities_of, kinds
from tei_edition.exporters.reading.units import Unit, units_of
from tei_edition.exporters.template_files import templates_of
from tei_edition.exporters.xhtml.identifiers import Identifiers
from tei_edition.exporters.xhtml.links import ELSEWHERE
from tei_edition.exporters.xhtml.transformation import Surroundings, chapter_of
from tei_edition.tei.names import XML_ID, is_tei

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.exporters.html.options import HtmlOptions
    from tei_edition.exporters.reading.registers import Entity
    from tei_edition.exporters.xhtml.presentation import Presentation
    from tei_edition.tei.document import TeiDocument

_UNDATED = "9999"
_ELSEWHERE = re.compile(rf' href="{ELSEWHERE}(\d+)#([^"]*)"')


@dataclass(frozen=True, slots=True)
class _Text:
    """A text on its way to an article."""

    document: TeiDocument
    unit: Unit
    header: Header
    tei: str
    date: str


def assembled(
    documents: Sequence[TeiDocument], options: HtmlOptions, images: Mapping[str, str], findings: list[Finding]
) -> Site | None:
    """Return the site; None where no document has a text. What is found is added to ``findings``.

    Args:
        documents: TEI documents; one without a text may hold a register.
        options: What the user chose.
        images: Address of each image from an article's page, by ``graphic/@url``.
        findings: Of the export.
    """
    texts: list[_Text] = []
    readable: list[TeiDocument] = []
    for document, tei in downloads(documents):
        found = units_of(document)
        silent = {"B802"} if _is_register(document, found.findings) else set()
        findings += [one for one in found.findings if one.code not in silent]
        if not {one.code for one in found.findings} - {"B802"}:
            readable.append(document)
        for unit in found.units:
            header = header_of(unit.tei)
            texts.append(_Text(document, unit, header, tei, header.source.date or header.date))
    if not texts:
        return None
    texts.sort(key=lambda one: (one.date or _UNDATED, one.header.source.periodical, one.header.source.page.zfill(4)))
    language = options.language or next((t.header.language for t in texts if t.header.language != "und"), "en")
    entities = _sorted(entities_of(document.root for document in readable).values(), words(language).language)
    anchors = _anchors(entities)
    files = index_files(entities, words(language).language)
    addresses = {key: f"../{files[key]}#{anchors[key]}" for key in entities}
    around = Surroundings(_numbers(texts), {key: entity.name for key, entity in entities.items()})
    articles = _joined(tuple(_articles(texts, addresses, images, options.presentation, around, findings=findings)))
    return Site(
        title=options.title or _title(documents, articles) or words(language)["contents"],
        introduction=options.introduction,
        words=words(language),
        articles=articles,
        entities=entities,
        anchors=anchors,
        files=files,
        mentions=_mentions(articles),
        own_css=bool(options.css),
        templates={**ours(), **templates_of(options.templates, KINDS, findings)},
    )


def _is_register(document: TeiDocument, found: Sequence[Finding]) -> bool:
    """Tell whether a document without a text is there for its registers."""
    if {one.code for one in found} != {"B802"}:
        return False
    return any(is_tei(child, "standOff") for child in document.root)


def _articles(
    texts: Sequence[_Text],
    addresses: Mapping[str, str],
    images: Mapping[str, str],
    presentation: Presentation,
    surroundings: Surroundings,
    *,
    findings: list[Finding],
) -> Iterable[Article]:
    names = Identifiers()
    for one in texts:
        copy = marked(one.unit, addresses)
        # Who speaks is told beside the quotation, not in the text.
        look = replace(presentation, speakers=False)
        chapter = chapter_of(copy.unit, one.header, addresses, images, presentation=look, surroundings=surroundings)
        findings += [replace(found, locus=replace(found.locus, path=one.document.name)) for found in chapter.findings]
        title = one.unit.tei.get(XML_ID, "") or f"{one.date} {chapter.title}"
        yield Article(
            file=f"articles/{names.new(slug(title, 80) or 'text')}.html",
            tei=one.tei,
            chapter=chapter,
            header=one.header,
            date=one.date,
            quotations=tuple(
                found for found in copy.quotations if presentation.speakers and f' id="{found.id}"' in chapter.body
            ),
            dates=tuple(found for found in copy.dates if f' id="{found.id}"' in chapter.body),
        )


def _numbers(texts: Sequence[_Text]) -> dict[str, int]:
    """Return the number of each text by its document's file name and by its xml:id; of two the first counts."""
    found: dict[str, int] = {}
    for number, one in enumerate(texts):
        for name in (file_name(one.document.name), one.unit.tei.get(XML_ID, "")):
            if name:
                found.setdefault(name, number)
    return found


def _joined(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Lead links from one article to another to its page; one to a place that is not shown leads to its beginning."""

    def led(match: re.Match[str]) -> str:
        target = articles[int(match[1])]
        identifier = target.chapter.identifiers.get(match[2], "")
        shown = identifier and f' id="{identifier}"' in target.chapter.body
        return f' href="../{target.file}{f"#{identifier}" if shown else ""}"'

    return tuple(
        replace(article, chapter=article.chapter._replace(body=_ELSEWHERE.sub(led, article.chapter.body)))
        if ELSEWHERE in article.chapter.body
        else article
        for article in articles
    )


def _sorted(entities: Iterable[Entity], language: str) -> dict[str, Entity]:
    order = {kind: number for number, kind in enumerate(kinds())}
    found = sorted(entities, key=lambda entity: (order[entity.kind], sort_key(entity.file_as, language)))
    return {entity.key: entity for entity in found}


def _anchors(entities: Mapping[str, Entity]) -> dict[str, str]:
    ids = Identifiers()
    ids.reserve(["title", "text", "site", *entities])
    return {key: ids.of(key) for key in entities}


def _mentions(articles: Sequence[Article]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for number, article in enumerate(articles):
        here: dict[str, list[str]] = {}
        for mention in article.chapter.mentions:
            here.setdefault(mention.entry, []).append(mention.id)
        for key, ids in here.items():
            found.setdefault(key, []).append(Place(number, tuple(ids)))
    return {key: tuple(places) for key, places in found.items()}


def _title(documents: Sequence[TeiDocument], articles: Sequence[Article]) -> str:
    if len(articles) == 1:
        header = articles[0].header
        return header.source.periodical or articles[0].chapter.title
    if len(documents) == 1 and (corpus := header_of(documents[0].root)).title:
        return typeset(corpus.title, corpus.language)
    periodicals = sorted({article.header.source.periodical for article in articles} - {""})
    return ", ".join(periodicals[:3])
