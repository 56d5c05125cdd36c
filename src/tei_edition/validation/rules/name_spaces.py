"""R419: a name that begins or ends with white space, so that an index shows it wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_after, text_before
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_NAMES = ("persName", "placeName", "orgName", "geogName", "eventName", "surname", "forename")


def check(document: Context) -> Iterator[Issue]:
    """Yield names with white space just inside their tags. Source: TEI Guidelines, CO "Referring Strings"."""
    for element in document.named(*_NAMES):
        first = text_before(element)
        last = text_after(element[-1]) if len(element) else first
        # A name of parts may be written over several lines; then there are no words beside the parts.
        if first.strip() and (first[0].isspace() or (last and last[-1].isspace())):
            yield Issue("R419", f"<{local_name(element)}> begins or ends with white space", element)
