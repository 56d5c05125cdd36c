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
        children = list(element.iterchildren())
        if (
            all(not text_before(each).strip() and not len(each) for each in children)
            and not text_before(element).strip()
        ):
            continue
        structured = bool(children) and not text_before(element).strip()
        last = text_after(children[-1]) if children else text_before(element)
        if not structured and (text_before(element)[:1].isspace() or last[-1:].isspace()):
            yield Issue("R419", f"<{local_name(element)}> begins or ends with white space", element)
