"""The page for searching; ``assets/search.js`` fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.html.frame import Page, link
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from tei_edition.exporters.html.site import Site


def search_page(site: Site) -> Page:
    """Return the page for searching; without JavaScript it says what to do instead."""
    words = site.words
    texts = {key: words[key] for key in words.words if key.startswith("search_")}
    kinds = {kind: words[kind] for kind in site.indexes()}
    data = {f"data_{key.replace('_', '-')}": value for key, value in {**texts, **kinds}.items()}
    start = tag("form", id="search", role="search", action="search.html", aria_labelledby="title", **data)
    field = tag("input", id="query", type="search", name="q", autocomplete="off", aria_describedby="help")
    main = (
        f'<h1 id="title">{escaped(words["search"])}</h1>\n'
        f'{start}<label for="query">{escaped(words["search_for"])}</label> {field} '
        f"<button>{escaped(words['search'])}</button></form>\n"
        f'<p id="help" class="help">{escaped(words["search_help"])}</p>\n'
        f"<noscript><p>{escaped(words['search_script'])} {link('index.html', words['contents'])}</p></noscript>\n"
        '<p id="count" role="status"></p>\n<div id="names"></div>\n<ol id="results" class="results"></ol>'
    )
    scripts = '<script src="search/index.js" defer></script>\n<script src="assets/search.js" defer></script>\n'
    return Page("search.html", words["search"], main, scripts, "search")
