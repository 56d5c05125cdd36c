"""Sources that are archives of sources, taken apart before the work begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.readers.archive import ARCHIVES, members

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.edition.task import SourceFile


def unpacked(sources: Iterable[SourceFile]) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Return the sources, the members of each archive (ZIP, JSON Lines) in its place, and findings on the rest of it.

    A member whose output would have the name of another's is left out with a finding.
    """
    given = tuple(sources)
    taken = {_stem(source.name): source.name for source in given if not _is_archive(source.name)} | {"registry": "…"}
    result: list[SourceFile] = []
    findings: list[Finding] = []
    for source in given:
        if not _is_archive(source.name):
            result.append(source)
            continue
        for member in members(source.name, source.data):
            if isinstance(member, Finding):
                findings.append(member)
            elif taken.setdefault(_stem(member.name), member.name) == member.name:
                result.append(replace(source, name=member.name, data=member.data))
            else:
                message = f"its output would have the same name as that of {taken[_stem(member.name)]}"
                findings.append(finding("E596", message, Locus(member.name)))
    return tuple(result), tuple(findings)


def _is_archive(name: str) -> bool:
    return PurePath(name).suffix.lower() in ARCHIVES


def _stem(name: str) -> str:
    return PurePath(name).stem.casefold()
