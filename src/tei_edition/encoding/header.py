"""The teiHeader: what the document is, where it comes from, how it was encoded.

Source: TEI Guidelines, HD "The TEI Header".
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.core.characters import collapsed
from tei_edition.core.version import VERSION
from tei_edition.encoding.inline import character_id
from tei_edition.encoding.source import write_source
from tei_edition.tei.names import TEI_NS, XML_ID
from tei_edition.tei.text import add

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from tei_edition.encoding.options import EncodeOptions
    from tei_edition.model.article import Article, Stated

_SUPPLIED_WORDS = 8


@cache
def prose() -> Mapping[str, Mapping[str, str]]:
    """Return the prose of the header by section and key."""
    data: dict[str, dict[str, str]] = tomllib.loads(
        files("tei_edition.encoding").joinpath("header.toml").read_text(encoding="utf-8")
    )
    return data


def write_header(
    parent: Element,
    article: Article,
    options: EncodeOptions,
    *,
    agents: Sequence[str],
    usage: Mapping[str, int],
    authors: Mapping[str, str],
) -> None:
    """Write the whole teiHeader into ``parent``.

    Args:
        parent: The TEI element.
        article: What it is the header of.
        options: What the edition says of itself.
        agents: Names of the programs that made annotations, sorted.
        usage: How often each element occurs in ``text``, by name.
        authors: Ids of register entries by the author's name as the metadata gives it.
    """
    header = add(parent, "teiHeader")
    description = add(header, "fileDesc")
    _title_statement(description, article, options, agents, authors)
    write_publication(description, options)
    write_source(description, article, title_of(article))
    _encoding(header, article, usage)
    _profile(header, article)
    _revisions(header, options)


def title_of(article: Article) -> tuple[str, bool]:
    """Return the article's title, and whether it was supplied from the first words because the source has none."""
    if article.metadata.title:
        return mended(article, article.metadata.title), False
    body = next((block for block in article.blocks if block.kind == "p"), None)
    words = collapsed(body.span.of(article.text) if body else article.text).split()
    supplied = " ".join(words[:_SUPPLIED_WORDS]) + (" …" if len(words) > _SUPPLIED_WORDS else "")
    return supplied or article.id, True


def mended(article: Article, stated: Stated) -> str:
    """Return what the article states with its broken words mended, where it is its very text."""
    if stated.span is None or collapsed(stated.span.of(article.text)) != stated.value:
        return stated.value
    return collapsed(article.reading(stated.span))


def write_titles(parent: Element, article: Article, title: tuple[str, bool]) -> None:
    """Write the article's main title and subtitles into ``parent``."""
    text, supplied = title
    if supplied:
        add(parent, "title", text, level="a", type="supplied", cert="low")
    else:
        add(parent, "title", text, level="a", type="main")
    for subtitle in article.metadata.subtitles:
        add(parent, "title", mended(article, subtitle), level="a", type="sub")


def _title_statement(
    parent: Element, article: Article, options: EncodeOptions, agents: Sequence[str], authors: Mapping[str, str]
) -> None:
    statement = add(parent, "titleStmt")
    write_titles(statement, article, title_of(article))
    for author in article.metadata.authors:
        name = add(add(statement, "author"), author.element, author.value)
        if author.value in authors:
            name.set("ref", f"#{authors[author.value]}")
    for editor in options.editors:
        responsible = add(statement, "respStmt")
        responsible.set(XML_ID, editor.id)
        add(responsible, "resp", editor.responsibility)
        add(responsible, "persName", editor.name)
    texts = prose()["agents"]
    for agent in agents:
        responsible = add(statement, "respStmt")
        responsible.set(XML_ID, f"resp-{agent}")
        add(responsible, "resp", texts.get(agent.split("-", 1)[0], texts["other"]))
        add(responsible, "name", f"tei-edition {VERSION}, {agent}", type="software")


def write_publication(parent: Element, options: EncodeOptions) -> None:
    """Write publicationStmt into ``parent``: publisher, place, date and licence, or that it is unpublished."""
    statement = add(parent, "publicationStmt")
    if not options.publisher:
        add(statement, "p", prose()["unpublished"]["text"])
        return
    add(statement, "publisher", options.publisher)
    if options.place:
        add(statement, "pubPlace", options.place)
    if options.date:
        add(statement, "date", options.date, when=options.date)
    if options.licence:
        licence = add(add(statement, "availability"), "licence", options.licence)
        if options.licence_target:
            licence.set("target", options.licence_target)


def _encoding(parent: Element, article: Article, usage: Mapping[str, int]) -> None:
    texts = prose()
    encoding = add(parent, "encodingDesc")
    add(add(encoding, "projectDesc"), "p", texts["project"]["text"])
    editorial = add(encoding, "editorialDecl")
    for name in ("correction", "normalization", "quotation", "hyphenation", "interpretation", "punctuation"):
        attributes = {key: value for key, value in texts[name].items() if key != "text"}
        add(add(editorial, name, **attributes), "p", texts[name]["text"])
    namespace = add(add(encoding, "tagsDecl"), "namespace", name=TEI_NS)
    for name, count in sorted(usage.items()):
        add(namespace, "tagUsage", gi=name, occurs=str(count))
    points = sorted({repair.replacement for repair in article.repairs if repair.kind == "g"})
    if points:
        declarations = add(encoding, "charDecl")
        for point in points:
            character = add(declarations, "char")
            character.set(XML_ID, character_id(point))
            add(character, "desc", texts["stand_ins"]["text"])
            add(character, "mapping", point, type="source")
    application = add(add(encoding, "appInfo"), "application", ident="tei_edition", version=VERSION)
    add(application, "label", "tei-edition")


def _profile(parent: Element, article: Article) -> None:
    tag = article.metadata.language or "und"
    names = prose()["languages"]
    usage = add(add(parent, "profileDesc"), "langUsage")
    add(usage, "language", names.get(tag.partition("-")[0], tag), ident=tag)


def _revisions(parent: Element, options: EncodeOptions) -> None:
    revisions = add(parent, "revisionDesc", status=options.status)
    change = add(revisions, "change", f"Encoded by tei-edition {VERSION}.", who="#resp-reader")
    if options.date:
        change.set("when", options.date)
