"""Chapters in their files: long ones in several, links led to where their targets went.

Source: EPUB 3.3, 6.1 "XHTML content documents".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.exporters.epub.book import Place
from tei_edition.exporters.xhtml.links import ELSEWHERE
from tei_edition.exporters.xhtml.paging import paged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.exporters.reading.header import Header
    from tei_edition.exporters.xhtml.chapter import Chapter

_ID = re.compile(r' id="([^"]+)"')
_LOCAL = re.compile(r' href="#([^"]+)"')
_ELSEWHERE = re.compile(rf' href="{ELSEWHERE}(\d+)#([^"]*)"')


def placed(chapter: Chapter, header: Header, number: int) -> Place:
    """Return a chapter in its files; links among its own pages lead to the right file.

    Args:
        chapter: The chapter.
        header: Of its text.
        number: Of the chapter, from 1.
    """
    pages = paged(chapter)
    if len(pages) == 1:
        return Place((f"chapter-{number:03d}.xhtml",), pages, chapter, header, {})
    files = tuple(f"chapter-{number:03d}-{place:02d}.xhtml" for place in range(1, len(pages) + 1))
    locations = {name: file for file, text in zip(files, pages, strict=True) for name in _ID.findall(text)}
    moved = []
    for file, text in zip(files, pages, strict=True):

        def led(match: re.Match[str], own: str = file) -> str:
            target = locations.get(match[1], own)
            return match[0] if target == own else f' href="{target}#{match[1]}"'

        moved.append(_LOCAL.sub(led, text))
    return Place(files, tuple(moved), chapter, header, locations)


def joined_up(places: Sequence[Place], findings: list[Finding]) -> tuple[Place, ...]:
    """Lead links from one chapter to another; one that leads nowhere loses its address and is told (B806)."""
    if not any(ELSEWHERE in text for place in places for text in place.pages):
        return tuple(places)
    lost: set[str] = set()

    def led(match: re.Match[str]) -> str:
        place = places[int(match[1])]
        if not match[2]:
            return f' href="{place.file}"'
        identifier = place.chapter.identifiers.get(match[2], "")
        if not identifier:
            lost.add(match[2])
            return ""
        return f' href="{place.address(identifier)}"'

    found = tuple(place._replace(pages=tuple(_ELSEWHERE.sub(led, text) for text in place.pages)) for place in places)
    if lost:
        names = ", ".join(sorted(lost)[:5])
        findings.append(finding("B806", f"links to other documents that lead nowhere in them: {names}"))
    return found
