"""Index pages: every entry with what the register says of it, and links to all places where it is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.html.frame import Page, foreign, link
from tei_edition.exporters.html.index_files import letter_file
from tei_edition.exporters.reading.collation import folded_words, heading, sort_key
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.exporters.html.site import Place, Site
    from tei_edition.exporters.reading.registers import Entity

_LETTERS_FROM = 30


def index_pages(site: Site, kind: str) -> Iterator[Page]:
    """Yield the index of one kind of entries, in alphabetical order, with references from other names.

    An index of very many entries has a page a letter, after one that leads to them.
    """
    entries = [entity for entity in site.entities.values() if entity.kind == kind]
    lines = [(entity.file_as, _entry(site, entity)) for entity in entries]
    lines = sorted([*lines, *_references(site, entries)], key=lambda line: sort_key(line[0], site.words.language))
    file, title = f"{kind}.html", site.words[kind]
    if len(lines) < _LETTERS_FROM:
        yield _page(site, kind, file=file, title=title, entries=_list(lines))
        return
    groups: dict[str, list[tuple[str, str]]] = {}
    for term, markup in lines:
        groups.setdefault(heading(term, site.words.language), []).append((term, markup))
    if site.files[entries[0].key] == file:
        letters = _letters(site, {letter: f"#{_letter_id(letter)}" for letter in groups})
        sections = "\n".join(_section(letter, items) for letter, items in groups.items())
        yield _page(site, kind, file=file, title=title, letters=letters, entries=sections)
        return
    files = {letter: letter_file(kind, letter) for letter in groups}
    yield _page(site, kind, file=file, title=title, entries=_overview(groups, files))
    for letter, items in groups.items():
        letters = _letters(site, files, letter)
        named = f"{title}: {letter}"
        yield _page(site, kind, file=files[letter], title=named, letters=letters, entries=_list(items))


def _page(site: Site, kind: str, *, file: str, title: str, entries: str, letters: str = "") -> Page:
    values = {"title": title, "kind": kind, "letters": letters, "entries": entries}
    return Page(file, title, site.templates["register.html"].filled(values), kind=f"index {kind}")


def _list(lines: Sequence[tuple[str, str]]) -> str:
    return '<ul class="entries">\n' + "\n".join(markup for _, markup in lines) + "\n</ul>"


def _section(letter: str, lines: Sequence[tuple[str, str]]) -> str:
    return f"<section>{tag('h2', id=_letter_id(letter))}{escaped(letter)}</h2>\n{_list(lines)}</section>"


def _letters(site: Site, addresses: Mapping[str, str], here: str = "") -> str:
    links = "".join(
        f"<li>{link(address, letter, aria_current='page' if letter == here else '')}</li>"
        for letter, address in addresses.items()
    )
    return f"{tag('nav', class_='letters', aria_label=site.words['letters'])}<ul>{links}</ul></nav>"


def _overview(groups: Mapping[str, Sequence[tuple[str, str]]], files: Mapping[str, str]) -> str:
    """Return the letters with the first and the last name under each, and how many there are."""
    items = "\n".join(
        f"<li>{link(files[letter], letter)} <span>{escaped(' – '.join(dict.fromkeys((items[0][0], items[-1][0]))))}"
        f'</span> <span class="number">{len(items)}</span></li>'
        for letter, items in groups.items()
    )
    return f'<ul class="overview">\n{items}\n</ul>'


def _letter_id(letter: str) -> str:
    return f"letter--{ord(letter)}"


def _entry(site: Site, entity: Entity) -> str:
    words = site.words
    own = foreign(site, entity.language)
    head = f"{tag('span', class_='term', **own)}{escaped(entity.file_as)}</span>"
    years = f' <span class="years">{escaped(entity.years)}</span>' if entity.years else ""
    parts = [f"<p>{head}{years}</p>"]
    about = ". ".join(part.rstrip(".") for part in (entity.occupation, entity.country, entity.description) if part)
    if about:
        parts.append(f"{tag('p', class_='about', **own)}{escaped(about)}.</p>")
    if entity.variants:
        parts.append(f'<p class="variants">{escaped(words["variants"])} {escaped(", ".join(entity.variants))}</p>')
    identifiers = [
        link(one.address, f"{one.type or one.value}", rel="external")
        if one.address
        else escaped(f"{one.type} {one.value}")
        for one in entity.identifiers
    ]
    if identifiers:
        parts.append(f'<p class="identifiers">{escaped(words["identifiers"])} {", ".join(identifiers)}</p>')
    parts.append(_places(site, entity))
    return f"{tag('li', id=site.anchors[entity.key])}{''.join(parts)}</li>"


def _places(site: Site, entity: Entity) -> str:
    places = site.mentions.get(entity.key, ())
    if not places:
        return f'<p class="unmentioned">{escaped(site.words["unmentioned"])}</p>'
    return f'<ul class="mentions">{"".join(_place(site, entity, place) for place in places)}</ul>'


def _place(site: Site, entity: Entity, place: Place) -> str:
    article = site.articles[place.article]
    year = f"{article.date[:4]}, " if article.date else ""
    title = link(f"{article.file}#{place.ids[0]}", article.chapter.title, **foreign(site, article.chapter.language))
    others = "".join(
        link(
            f"{article.file}#{identifier}",
            str(number),
            class_="count",
            aria_label=f"{entity.name}, {article.chapter.title}, {site.words.filled('mention', number)}",
        )
        for number, identifier in enumerate(place.ids, 1)
        if len(place.ids) > 1
    )
    counts = f' <span class="counts">{others}</span>' if others else ""
    return f"<li>{year}{title}{counts}</li>"


def _references(site: Site, entries: Sequence[Entity]) -> list[tuple[str, str]]:
    """Return see-references from names that are sorted elsewhere than the entry that has them."""
    terms = {folded_words(entity.file_as) for entity in entries}
    found: dict[frozenset[str], tuple[str, str]] = {}
    for entity in entries:
        for variant in entity.variants:
            words = folded_words(variant)
            first = folded_words(variant.split()[0])
            near = first <= folded_words(entity.file_as.split()[0].rstrip(","))
            if words and words not in terms and words not in found and not near:
                to = link(site.address(entity.key), entity.file_as)
                see = f"<i>{escaped(site.words['see'])}</i>"
                found[words] = (variant, f'<li class="reference"><p>{escaped(variant)}, {see} {to}</p></li>')
    return list(found.values())
