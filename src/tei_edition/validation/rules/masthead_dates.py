"""R435: the masthead is of another date than the header. Source: TEI Guidelines, HD "The Source Description"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import tei
from tei_edition.validation.context import within
from tei_edition.validation.issue import Issue
from tei_edition.validation.temporal import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield the dates of mastheads (fw of subtype masthead) that no date of the source's imprint agrees with."""
    mastheads = [masthead for masthead in document.named("fw") if masthead.get("subtype") == "masthead"]
    imprints = [
        parts
        for imprint in document.named("imprint" if mastheads else "")
        for date in imprint.iter(tei("date"))
        if within(imprint, "sourceDesc") and (parts := date_parts(date.get("when", "")))
    ]
    for date in (date for masthead in mastheads for date in masthead.iter(tei("date"))):
        when = date_parts(date.get("when", ""))
        if when and imprints and not any(_agree(when, other) for other in imprints):
            told = "-".join(f"{part:02}" for part in imprints[0])
            message = f"the masthead is of {date.get('when')}, the source in the header of {told}"
            yield Issue("R435", message, date, "when")


def _agree(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]
