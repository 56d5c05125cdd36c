"""Front matter: fields above a text, between lines of ``---`` or as bare ``key: value`` lines.

It is read as plain lines; lists and nested values are left to the ledger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.core.dates import w3c, written_dates
from tei_edition.core.span import Span
from tei_edition.model.article import Metadata, Stated

if TYPE_CHECKING:
    from collections.abc import Mapping

_FENCED = re.compile(r"\s*---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(?P<key>[A-Za-z][\w-]{1,24})(?:\(s\))?[ \t]*:[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
_KNOWN = frozenset(
    "author authors byline creator date date_text headline issue language newspaper page pages periodical place "
    "publication published publisher section source subheadline subtitle title uri url volume".split()
)
_TITLE, _DATE = ("title", "headline"), ("date", "published", "date_text")
_PERIODICAL = ("publication", "newspaper", "periodical", "source")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_PAGE = re.compile(r",?\s*\b[Pp](?:age|\.)\s*(?P<n>[A-Z]?\d+)\s*$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields above a text.

    Attributes:
        end: Offset at which the text begins.
        fields: Each value by its key in lower case, with its place in the text.
    """

    end: int
    fields: Mapping[str, tuple[str, Span]]

    def stated(self, *keys: str) -> Stated | None:
        """Return the first of these fields that has a value."""
        for key in keys:
            value, span = self.fields.get(key, ("", Span(0, 0)))
            if value and "not visible" not in value.lower() and value.lower() not in {"unknown", "null", "none"}:
                return Stated(value, span)
        return None

    @property
    def title(self) -> Stated | None:
        """The title, where one is given."""
        return self.stated(*_TITLE)

    @property
    def date(self) -> Stated | None:
        """The date, where one is given that can be read."""
        for key in _DATE:
            found = self.stated(key)
            match = _ISO.match(found.value) if found else None
            value = w3c(*(int(part) for part in match.groups() if part)) if match else None
            if found and value is None:
                value = next((written for _, written in written_dates(found.value)), None)
            if found and value:
                return Stated(value, found.span)
        return None

    @property
    def periodical(self) -> Stated | None:
        """The periodical, without the page that may stand after it."""
        found = self.stated(*_PERIODICAL)
        if found is None or "://" in found.value:
            return None
        name = _PAGE.sub("", found.value).strip(" ,")
        return (
            Stated(name, Span(found.span.start, found.span.start + len(name)) if found.span else None) if name else None
        )

    @property
    def page(self) -> Stated | None:
        """The page, from its own field or from that of the periodical."""
        own = self.stated("page", "pages")
        source = self.stated("source")
        match = _PAGE.search(source.value) if source and own is None else None
        return own or (Stated(match["n"]) if match else None)


def front_matter(text: str, *, fenced: bool = False) -> FrontMatter | None:
    """Return the fields above a text; None where there are none.

    Args:
        text: The whole text.
        fenced: Whether only fields between lines of ``---`` count.
    """
    match = _FENCED.match(text)
    if match:
        return FrontMatter(match.end(), _fields(text, match.start("fields"), match.end("fields")))
    if fenced:
        return None
    end = len(text) - len(text.lstrip())
    start = end
    while line := _FIELD.match(text, end):
        if line["key"].lower() not in _KNOWN:
            break
        end = min(line.end() + 1, len(text))
    fields = _fields(text, start, end)
    return FrontMatter(end, fields) if len(fields) > 1 and set(fields) & set(_TITLE) else None


def _fields(text: str, start: int, end: int) -> Mapping[str, tuple[str, Span]]:
    fields: dict[str, tuple[str, Span]] = {}
    for match in _FIELD.finditer(text, start, end):
        value = match["value"].strip()
        inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
        at = match.start("value") + match["value"].find(inner) if inner else match.start("value")
        fields.setdefault(match["key"].lower(), (inner, Span(at, at + len(inner))))
    return MappingProxyType(fields)


def completed(metadata: Metadata, front: FrontMatter, *, spans: bool = False) -> Metadata:
    """Return metadata completed by those of the front matter, which is believed where it names date and periodical.

    Args:
        metadata: What the text states.
        front: The fields above it.
        spans: Whether the fields are part of the article's text, so that their places mean something there.
    """
    author = front.stated("author", "authors", "byline", "creator")
    title = metadata.title or _placed(front.title, spans=spans)
    return replace(
        metadata,
        title=title,
        authors=metadata.authors or ((_bare(author, spans=spans),) if author else ()),
        date=_placed(front.date, spans=spans) or metadata.date,
        periodical=_placed(front.periodical, spans=spans) or metadata.periodical,
        page=_placed(front.page, spans=spans) or metadata.page,
        volume=_placed(front.stated("volume"), spans=spans) or metadata.volume,
        issue=_placed(front.stated("issue"), spans=spans) or metadata.issue,
    )


def _placed(stated: Stated | None, *, spans: bool) -> Stated | None:
    return stated if stated is None or spans else replace(stated, span=None)


def _bare(author: Stated, *, spans: bool) -> Stated:
    return replace(author, value=re.sub(r"^[Bb]y\s+", "", author.value), span=author.span if spans else None)
