"""E501: what a program tagged without saying how sure it is. Source: specification of att.global.responsibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID, is_tei, local_name
from tei_edition.validation.context import Context, within
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator


_INTERPRETED = (
    "persName", "placeName", "orgName", "geogName", "eventName", "name", "rs", "date", "time", "title", "quote",
    "said", "q", "soCalled", "mentioned", "term", "foreign",
)  # fmt: skip


def check(document: Context) -> Iterator[Issue]:
    """Yield elements in the text whose @resp names a program and that have no @cert."""
    programs = {
        statement.get(XML_ID, "")
        for statement in document.named("respStmt")
        if any(is_tei(child, "name") and child.get("type") == "software" for child in statement)
    }
    programs |= {application.get(XML_ID, "") for application in document.named("application")}
    programs.discard("")
    if not programs:
        return
    for _, pointer, elements in document.pointers("resp"):
        for element in elements if pointer.removeprefix("#") in programs else ():
            if element.get("cert") is None and is_tei(element, *_INTERPRETED) and within(element, "text"):
                yield Issue("E501", f"<{local_name(element)}> was tagged by a program and has no @cert", element)
