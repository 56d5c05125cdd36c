"""R468: a choice that offers no alternative of its kind. Source: TEI Guidelines, CO "Simple Editorial Changes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_PAIRS = {"sic": "corr", "corr": "sic", "orig": "reg", "reg": "orig", "abbr": "expan", "expan": "abbr"}


def check(document: Context) -> Iterator[Issue]:
    """Yield every choice where a sic has no corr beside it, an orig no reg, an abbr no expan, or the reverse."""
    for element in document.named("choice"):
        names = {local_name(child) for child in element.iterchildren("*")}
        for name in sorted(names & set(_PAIRS)):
            if _PAIRS[name] not in names and not (name == "expan" and "ex" in names):
                yield Issue("R468", f"<choice> has <{name}> without <{_PAIRS[name]}>", element)
                break
