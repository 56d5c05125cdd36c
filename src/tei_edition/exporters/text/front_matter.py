"""What stands above a plain text: title, author, source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.typography import typeset

if TYPE_CHECKING:
    from tei_edition.exporters.reading.header import Header

_RULE = "----"


def front_matter(header: Header, *, typographic: bool) -> str:
    """Return title, subtitle, authors and source, a line each, and a rule; empty where the header says nothing."""
    lines = [header.title, header.subtitle, "; ".join(person.name for person in header.authors), header.source.citation]
    if typographic:
        lines = [typeset(line, header.language) for line in lines]
    kept = [line for line in lines if line]
    return "\n".join([*kept, _RULE]) if kept else ""
