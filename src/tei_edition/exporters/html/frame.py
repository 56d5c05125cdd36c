"""The frame that every page of the site has: head, navigation, footer. Nothing in it comes from another host.

Source: HTML Living Standard, 4.2 "Document metadata", 4.3 "Sections"; Content Security Policy Level 3; WCAG 2.2, 2.4.1
"Bypass Blocks", 2.4.7 "Focus Visible", 3.2.3 "Consistent Navigation".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.version import VERSION
from tei_edition.exporters.reading.language import is_rtl
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from tei_edition.exporters.html.site import Site

_POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; font-src 'self' file:; "
    "base-uri 'none'; form-action 'self' file:"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What is particular to one page.

    Attributes:
        file: From the site's root.
        title: Of the page.
        main: HTML of its main part.
        head: HTML that is added to its head.
        kind: A class for its body.
    """

    file: str
    title: str
    main: str
    head: str = ""
    kind: str = ""


def page(site: Site, part: Page) -> bytes:
    """Return a whole page."""
    words = site.words
    root = "../" * part.file.count("/")
    values = {
        "language": words.language,
        "direction": "rtl" if is_rtl(words.language) else "",
        "kind": part.kind,
        "title": part.title,
        "edition": site.title,
        "skip": words["skip"],
        "made": words["made"],
        "root": root,
        "head": _head(site, part, root),
        "navigation": _navigation(site, part, root),
        "search": _search(site, root),
        "main": part.main,
    }
    return f"<!DOCTYPE html>\n{site.templates['page.html'].filled(values)}".encode()


def foreign(site: Site, language: str) -> dict[str, str]:
    """Return the attributes of words in a language; none where it is the site's own or not known."""
    if not language or language == site.words.language:
        return {}
    return {"lang": language, "dir": "rtl" if is_rtl(language) else ""}


def link(address: str, words: str, /, **attributes: str) -> str:
    """Return a link with plain words."""
    return f"{tag('a', href=address, **attributes)}{escaped(words)}</a>"


def _head(site: Site, part: Page, root: str) -> str:
    title = part.title if part.title == site.title else f"{part.title} · {site.title}"
    own = f'\n<link rel="stylesheet" href="{root}assets/own.css">' if site.own_css else ""
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escaped(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="tei-edition {VERSION}">\n'
        f'<link rel="stylesheet" href="{root}assets/style.css">{own}\n{part.head}'
    ).rstrip("\n")


def _navigation(site: Site, part: Page, root: str) -> str:
    sections = ["contents", *site.indexes()]
    sections += ["map"] if any(entity.coordinates for entity in site.entities.values()) else []
    sections += ["timeline"]
    items = []
    for section in sections:
        file = "index.html" if section == "contents" else f"{section}.html"
        current = "page" if file == part.file else "true" if section in part.kind.split() else ""
        items.append(f"<li>{link(root + file, site.words[section], aria_current=current)}</li>")
    return f"{tag('nav', aria_label=site.words['site'])}<ul>{''.join(items)}</ul></nav>"


def _search(site: Site, root: str) -> str:
    label, words = site.words["search_for"], site.words["search"]
    field = tag("input", type="search", name="q", aria_label=label, placeholder=words, autocomplete="off")
    return f'<form role="search" action="{root}search.html">{field}<button>{escaped(words)}</button></form>'
