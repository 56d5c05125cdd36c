"""Sources that are archives of sources, or hold several articles, taken apart before the work begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.readers.archive import ARCHIVES, members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition.task import SourceFile


def unpacked(sources: Iterable[SourceFile]) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Return the sources, what each archive (ZIP, JSON Lines) or file of several articles holds in its place.

    With findings on what cannot be had; a member whose output would have the name of another's is left out with one.
    """
    given = tuple(sources)
    taken = {_stem(source.name): source.name for source in given if not _is_archive(source.name)} | {"registry": "…"}
    result: list[SourceFile] = []
    findings: list[Finding] = []
    for member in (member for source in given for member in _held(source)):
        if isinstance(member, Finding):
            findings.append(member)
        elif taken.setdefault(_stem(member.name), member.name) == member.name:
            result.append(member)
        else:
            message = f"its output would have the same name as that of {taken[_stem(member.name)]}"
            findings.append(finding("E596", message, Locus(member.name)))
    return tuple(result), tuple(findings)


def _held(source: SourceFile) -> Iterator[SourceFile | Finding]:
    """Yield the articles that a source holds; itself where it is one."""
    if not _is_archive(source.name):
        yield from _articles(source)
        return
    for member in members(source.name, source.data):
        if isinstance(member, Finding):
            yield member
        else:
            yield from _articles(replace(source, name=member.name, data=member.data))


def _articles(source: SourceFile) -> Iterator[SourceFile]:
    if source.read.articles != "documents":
        yield source
        return
    from tei_edition.readers.cuts import cuts  # noqa: PLC0415 - most builds cut nothing, and need no reader for it

    for one in cuts(source.name, source.data, source.read):
        yield replace(source, name=one.name, data=one.data, read=one.options)


def _is_archive(name: str) -> bool:
    return PurePath(name).suffix.lower() in ARCHIVES


def _stem(name: str) -> str:
    return PurePath(name).stem.casefold()
