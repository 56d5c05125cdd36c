"""What stands above a plain text: title, author, source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.typography import typeset
from tei_edition.exporters.text import markdown

if TYPE_CHECKING:
    from tei_edition.exporters.reading.header import Header
    from tei_edition.exporters.text.manner import Manner

_RULE = "----"


def with_front_matter(header: Header, how: Manner, body: str) -> list[str]:
    """Return title, subtitle, authors and source, a line each, and a rule; then the text.

    In Markdown the title is the heading of the whole; where the text begins with the same heading, it stands once.
    """
    lines = [header.title, header.subtitle, "; ".join(person.name for person in header.authors), header.source.citation]
    if how.typographic:
        lines = [typeset(line, header.language) for line in lines]
    if not how.markdown:
        kept = [line for line in lines if line]
        return ["\n".join([*kept, _RULE]), body] if kept else [body]
    title, *rest = (markdown.escaped(line) for line in lines)
    own = markdown.heading(title, 2)
    if title and (body == own or body.startswith(f"{own}\n")):
        body = body[len(own) :].lstrip("\n")
    top = [markdown.heading(title, 1)] if title else []
    return [*top, *(markdown.finished(line) for line in rest if line), body]
