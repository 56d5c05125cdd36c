"""R468: a choice that offers no alternative of its kind. Source: TEI Guidelines, CO "Simple Editorial Changes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_of
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

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
        yield from _pair(element)


def _pair(element: Element) -> Iterator[Issue]:
    """Object to alternatives that say the same, or are two of a kind where one is right."""
    readings = [(local_name(child), " ".join(text_of(child).split())) for child in element.iterchildren("*")]
    names = [name for name, _ in readings]
    if doubled := next((name for name in ("sic", "orig", "abbr") if names.count(name) > 1), ""):
        yield Issue(
            "R457", f"<choice> has two <{doubled}>", element, hint=f"keep one <{doubled}>: the text has one reading"
        )
    elif len(names) == 2 and readings[0][1] == readings[1][1] != "" and not any(map(len, element)):  # noqa: PLR2004 - a pair
        yield Issue("R457", f'<{names[0]}> and <{names[1]}> say the same: "{readings[0][1][:40]}"', element)
