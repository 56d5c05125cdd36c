"""R428: a title whose level contradicts where it stands. Source: TEI Guidelines, CO "Titles, Authors, and Editors"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import is_tei, local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_LEVELS = {"analytic": frozenset({"a"}), "monogr": frozenset({"m", "j", "u"}), "series": frozenset({"s"})}


def check(document: Context) -> Iterator[Issue]:
    """Yield titles directly in analytic, monogr or series with a level of another kind."""
    for element in document.named("title"):
        level, parent = element.get("level"), element.getparent()
        if level is None or parent is None:
            continue
        allowed = _LEVELS.get(local_name(parent)) if is_tei(parent) else None
        if allowed and level not in allowed:
            expected = " or ".join(sorted(allowed))
            message = f'a <title> of level "{level}" stands in <{local_name(parent)}>, which asks for {expected}'
            yield Issue("R428", message, element, "level")
