"""TEI documents to a static web edition that works from a file system and from any host, with no request elsewhere.

Source: HTML Living Standard; WCAG 2.2; TEI Guidelines.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.exporters.artifact import Artifact, Exported
from tei_edition.exporters.file_types import file_type
from tei_edition.exporters.html.article_page import article_page
from tei_edition.exporters.html.assembly import assembled
from tei_edition.exporters.html.contents_page import contents_page
from tei_edition.exporters.html.downloads import downloads, media_type
from tei_edition.exporters.html.frame import page
from tei_edition.exporters.html.index_page import index_pages
from tei_edition.exporters.html.map_page import map_page
from tei_edition.exporters.html.options import HtmlOptions
from tei_edition.exporters.html.pictures import pictures
from tei_edition.exporters.html.search_index import search_files
from tei_edition.exporters.html.search_page import search_page
from tei_edition.exporters.html.style import style_sheet
from tei_edition.exporters.html.timeline_page import timeline_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.exporters.html.site import Site
    from tei_edition.tei.document import TeiDocument

__all__ = ["HtmlOptions", "export_html"]

_CSS, _JS = "text/css", "text/javascript"


def export_html(documents: Sequence[TeiDocument], options: HtmlOptions | None = None) -> Exported:
    """Export documents as a static web edition: a page for every text in them, by date, and indexes.

    The same documents and options give the same bytes. Nothing in them becomes script.

    Args:
        documents: TEI P5 documents, a ``teiCorpus`` included; one with a register only adds to the indexes.
        options: See ``HtmlOptions``.

    Returns:
        Artifacts whose names are paths from the site's root, ``index.html`` first; none where no document has a text;
        findings B801 to B807, B811, B812, W802 and W803.
    """
    chosen = options or HtmlOptions()
    findings: list[Finding] = []
    images = pictures(chosen.images)
    site = assembled(documents, chosen, {url: f"../{file}" for url, (file, _) in images.items()}, findings)
    if site is None:
        return Exported((), (*findings, finding("W802", "no document has a text to show")))
    unplaced = [one.name for one in site.entities.values() if one.kind == "places" and not one.coordinates]
    if unplaced:
        findings.append(finding("W803", f"{len(unplaced)} without coordinates: {', '.join(unplaced[:5])}"))
    shown = {url for article in site.articles for url in article.chapter.images}
    artifacts = [
        *_pages(site),
        *_assets(site, chosen),
        *(Artifact(images[url][0], images[url][1], chosen.images[url]) for url in sorted(shown)),
        *_sources(site, documents),
    ]
    return Exported(tuple(artifacts), tuple(findings))


def _pages(site: Site) -> Iterator[Artifact]:
    pages = [contents_page(site), *(article_page(site, number) for number in range(len(site.articles)))]
    pages += [part for kind in site.indexes() for part in index_pages(site, kind)]
    pages += [part for part in (map_page(site), *timeline_pages(site), search_page(site)) if part]
    yield from (Artifact(part.file, "text/html", page(site, part)) for part in pages)


def _assets(site: Site, options: HtmlOptions) -> Iterator[Artifact]:
    languages = {language for article in site.articles for language in article.chapter.languages}
    yield Artifact("assets/style.css", _CSS, style_sheet(languages))
    if options.css:
        yield Artifact("assets/own.css", _CSS, options.css)
    for path, data in sorted(options.files.items()):
        yield Artifact(f"files/{path}", file_type(path) or "application/octet-stream", data)
    script = files("tei_edition.exporters.html") / "assets" / "search.js"
    yield Artifact("assets/search.js", _JS, script.read_bytes())
    yield from (Artifact(name, _JS, data) for name, data in search_files(site))


def _sources(site: Site, documents: Sequence[TeiDocument]) -> Iterator[Artifact]:
    wanted = {article.tei for article in site.articles}
    for document, name in downloads(documents):
        if name in wanted:
            yield Artifact(name, media_type(name), document.data)
