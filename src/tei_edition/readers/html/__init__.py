"""The reader for web pages: the article in structure, everything else in a ledger.

Its own extractor stands behind this one door: an extractor that only gives the article back cannot say which words it
left out, and the ledger has to.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.digest import digest_bytes
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.line_index import LineIndex
from tei_edition.core.span import Span
from tei_edition.model.article import Article, LedgerEntry, Metadata, Source, Stated
from tei_edition.readers.bylines import normal_case
from tei_edition.readers.decode import Decoded, decode
from tei_edition.readers.html.charset import declared
from tei_edition.readers.html.choose import LINKS, OUTSIDE, reasons
from tei_edition.readers.html.compose import compose
from tei_edition.readers.html.credits import credited
from tei_edition.readers.html.headline import headline
from tei_edition.readers.html.imprint import imprint
from tei_edition.readers.html.page import read_page
from tei_edition.readers.html.stated import PageMetadata, iso, page_metadata
from tei_edition.readers.language import language_of
from tei_edition.readers.lines import Unit
from tei_edition.readers.mending import Damage, mendings
from tei_edition.readers.profile import profile_for
from tei_edition.readers.reading import Reading, ReadOptions
from tei_edition.readers.repairs import WRAPPED
from tei_edition.readers.text import article_id, unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.html.compose import Composed
    from tei_edition.readers.html.page import Chunk, Page

MEDIA_TYPE = "text/html"
LEFT_OUT = "A631"
_MOST_TITLE = 300
_NEAR = 3
_AUTHOR = frozenset({"author"})
_NOT_ITS_OWN = frozenset({"comments", "related", "aside"})


def read_html(name: str, data: bytes, options: ReadOptions | None = None) -> Reading:
    """Read the article of a web page.

    Args:
        name: The file's name.
        data: The page, in any encoding.
        options: What the user knows beforehand.

    Returns:
        The article; each word of the page that is not in it is in its ledger. Scripts and styles are no words.
    """
    decoded = decode(data, name, declared=declared(data))
    if not isinstance(decoded, Decoded):
        return Reading(None, decoded)
    return read_markup(name, data, decoded, options or ReadOptions(), MEDIA_TYPE)


def read_markup(name: str, data: bytes, decoded: Decoded, options: ReadOptions, media_type: str) -> Reading:
    """Read the article of HTML that is already decoded; ``data`` is what the source's digest is made of."""
    page = read_page(decoded.text)
    stated = page_metadata(page)
    main = headline(page, stated)
    told = reasons(page, main)
    if all(told):
        # Nothing but links, or what looks as if it were beside an article: there is no other text.
        told = ["" if reason in {LINKS, OUTSIDE} else reason for reason in told]
    chosen = [index for index, reason in enumerate(told) if not reason]
    if not chosen:
        return Reading(None, (finding("X001", "the page holds no text", Locus(name)),))
    composed = compose(page, chosen, main, stated, options.off)
    metadata = _metadata(page, told, stated, composed, options)
    damage = Damage(composed.breaks, composed.fused, (), metadata.language)
    index = LineIndex(composed.text, name)
    repairs, mended = mendings(composed.text, composed.blocks, damage, options.off, index)
    article = Article(
        id=article_id(metadata, name),
        text=composed.text,
        blocks=composed.blocks,
        metadata=metadata,
        source=Source(
            name=PurePath(name).name,
            sha256=digest_bytes(data),
            media_type=media_type,
            encoding=decoded.encoding,
            byte_order_mark=decoded.byte_order_mark,
            line_endings=decoded.line_endings,
        ),
        repairs=repairs,
        annotations=composed.annotations,
        ledger=_ledger(page.chunks, told),
    )
    # The text is not the file's own: its lines are nothing that an editor could look up.
    told_of = (replace(one, locus=Locus(name)) for one in mended if one.code != WRAPPED)
    return Reading(article, (*decoded.findings, *unknown(article, name), *left_out(article, name), *told_of))


def _ledger(chunks: Sequence[Chunk], told: Sequence[str]) -> tuple[LedgerEntry, ...]:
    """Return what is left out, neighbours that are so for one reason together."""
    entries: list[LedgerEntry] = []
    gap = True
    for chunk, reason in zip(chunks, told, strict=True):
        text = " ".join(chunk.text.split())
        if not reason:
            gap = True
        elif entries and not gap and entries[-1].reason == reason:
            entries[-1] = LedgerEntry(f"{entries[-1].text} {text}", reason)
        else:
            entries.append(LedgerEntry(text, reason))
            gap = False
    return tuple(entries)


def left_out(article: Article, name: str) -> tuple[Finding, ...]:
    """Return the finding that says how many words an article leaves to its ledger; nothing where there are none."""
    words = sum(len(entry.text.split()) for entry in article.ledger)
    if not words:
        return ()
    kinds = ", ".join(sorted({entry.reason for entry in article.ledger}))
    return (finding(LEFT_OUT, f"{words} words of the source are no part of the article: {kinds}", Locus(name)),)


def _metadata(
    page: Page, told: Sequence[str], stated: PageMetadata, composed: Composed, options: ReadOptions
) -> Metadata:
    """Return what the text states, completed by what the page's metadata do."""
    known = composed.metadata
    title = known.title or (Stated(stated.titles[0][:_MOST_TITLE]) if stated.titles else None)
    authors = _authors(known.authors, stated.authors) or _signed(page, told)
    printed = imprint(page, told)
    date = _date(known.date, stated.date, printed.date)
    moment = None if date else _moment(page, told)
    periodical = known.periodical or next(
        (Stated(name) for name in (printed.periodical, stated.periodical) if name), None
    )
    profile = profile_for(composed.text, options.profiles)
    if profile and profile.periodical and periodical is None:
        periodical = Stated(profile.periodical)
    if options.periodical:
        periodical = Stated(options.periodical)
    language = options.language or page.language.strip().replace("_", "-").partition(" ")[0] or None
    if language is None or not language.replace("-", "").isalnum():
        language = language_of(composed.text)
    return replace(
        known, title=title, authors=authors, date=date or (Stated(moment) if moment else None),
        periodical=periodical, issue=known.issue or (Stated(printed.issue) if printed.issue else None),
        language=language,
    )  # fmt: skip


def _authors(seen: Sequence[Stated], stated: Sequence[str]) -> tuple[Stated, ...]:
    """Return the authors that a byline names; those of the metadata where there is none, or where they are more."""
    named = {author.value.casefold() for author in seen}
    more = len(stated) > len(seen) and named <= {name.casefold() for name in stated}
    return tuple(Stated(normal_case(name)) for name in stated) if more else tuple(seen)


def _date(seen: Stated | None, stated: str | None, printed: str | None) -> Stated | None:
    """Return the date of publication: as the page's metadata state it, else as the text does, the exacter of two."""
    if stated:
        return Stated(stated)
    if seen is None or (printed and printed.startswith(seen.value)):
        return Stated(printed) if printed else seen
    return seen


def _signed(page: Page, told: Sequence[str]) -> tuple[Stated, ...]:
    """Return the authors that elements of the page mark as such, in the article or right after it."""
    names: dict[str, Stated] = {}
    chosen = [index for index, reason in enumerate(told) if not reason]
    for sign in page.signs:
        near = chosen[0] <= sign.chunk <= chosen[-1] + _NEAR
        reason = told[sign.chunk] if sign.chunk < len(told) else ""
        if sign.kind != "author" or not near or reason in _NOT_ITS_OWN:
            continue
        unit = Unit(Span(0, len(sign.text)), sign.text, 1)
        found = [author for one in credited(unit, sign.text, _AUTHOR) for author in one.authors]
        names.update((author.value, Stated(author.value, None, author.element)) for author in found)
    return tuple(names.values())


def _moment(page: Page, told: Sequence[str]) -> str | None:
    """Return the date that an element of the article, or right beside it, is marked with."""
    inside = {near for index, reason in enumerate(told) if not reason for near in (index, index + 1)}
    times = (value for index, value in page.times if index in inside)
    signs = (sign.text for sign in page.signs if sign.kind == "date" and sign.chunk in inside)
    return next((value for text in (*times, *signs) if (value := iso(text))), None)
