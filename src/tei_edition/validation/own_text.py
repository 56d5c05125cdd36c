"""The text that stands in an element itself, not in the elements it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.text import text_after, text_before
from tei_edition.validation.issue import TextSpot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element


def own_text(element: Element) -> str:
    """Return an element's own text, without that of the elements in it; comments and instructions are no text."""
    return (
        text_before(element) + "".join([text_after(child) for child in element])
        if len(element)
        else text_before(element)
    )


def text_runs(element: Element) -> Iterator[tuple[Element | None, str]]:
    """Yield the runs of an element's own text, each with the child element it follows (None: it comes first)."""
    after, run = None, text_before(element)
    for child in element:
        if isinstance(child.tag, str):
            yield after, run
            after, run = child, text_after(child)
        else:
            run += text_after(child)
    yield after, run


def first_words(element: Element, after: Element | None) -> tuple[TextSpot, str]:
    """Return the first words of an element's own text behind its child ``after``, and where they begin.

    Args:
        element: The element.
        after: A child, a comment or an instruction of it; None: look from the beginning.
    """
    wanted = after
    while wanted is not None and not isinstance(wanted.tag, str):
        wanted = wanted.getprevious()
    reached = False
    for child, run in text_runs(element):
        reached = reached or child is wanted
        if reached and run.strip(" \t\r\n"):
            return TextSpot(child, len(run) - len(run.lstrip(" \t\r\n"))), run.strip()
    return TextSpot(None, 0), ""
